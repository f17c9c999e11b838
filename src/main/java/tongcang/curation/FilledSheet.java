package tongcang.curation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tongcang.InvalidFileException;
import tongcang.LabelDecision;
import tongcang.LabelDecision.NewIndicator;
import tongcang.LabelDecision.Reach;
import tongcang.LabelDecision.Refusal;
import tongcang.UnknownLabel;

/**
 * Reads the decisions out of a filled question sheet. The sheet is untrusted: columns may be moved, cells may hold
 * anything, and only labels that the release knows count.
 *
 * @param decisions rows that are filled and understood
 * @param refused rows that are filled and not understood
 */
public record FilledSheet(List<LabelDecision> decisions, List<Refusal> refused) {

    public FilledSheet {
        decisions = List.copyOf(decisions);
        refused = List.copyOf(refused);
    }

    /**
     * Reads a sheet.
     *
     * @param file its name, for errors
     * @param rows texts of the sheet's cells, row by row from the first
     * @param asked the labels that may be decided on
     * @throws InvalidFileException if it has not the heads of a question sheet
     */
    public static FilledSheet of(String file, List<List<String>> rows, List<UnknownLabel> asked) {
        int head = 0;
        while (head < rows.size() && !rows.get(head).contains(Heads.LABEL)) {
            head++;
        }
        if (head == rows.size() || !rows.get(head).contains(Heads.CHOICE)) {
            throw new InvalidFileException(
                    file,
                    0,
                    "no row with the heads '" + Heads.LABEL + "' and '" + Heads.CHOICE + "'; expected a sheet"
                            + " written by: tongcang curate");
        }
        Map<Key, UnknownLabel> known = new HashMap<>();
        asked.forEach(label -> known.put(new Key(label.label(), label.department(), label.form()), label));
        List<LabelDecision> decisions = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        for (int r = head + 1; r < rows.size(); r++) {
            Line line = new Line(r + 1, rows.get(head), rows.get(r));
            if (!line.get(Heads.CHOICE).isEmpty()) {
                line.decision(known).ifPresentOrElse(decisions::add, () -> refused.add(line.refusal()));
            }
        }
        return new FilledSheet(decisions, refused);
    }

    private record Key(String label, String department, String form) {}

    /** A row below the heads. */
    private static final class Line {
        private final int number;
        private final List<String> heads;
        private final List<String> cells;
        private String reason = "";

        Line(int number, List<String> heads, List<String> cells) {
            this.number = number;
            this.heads = heads;
            this.cells = cells;
        }

        String get(String head) {
            return cell(head).strip();
        }

        private String cell(String head) {
            int at = heads.indexOf(head);
            return at < 0 || at >= cells.size() ? "" : cells.get(at);
        }

        Refusal refusal() {
            return new Refusal(number, reason);
        }

        Optional<LabelDecision> decision(Map<Key, UnknownLabel> known) {
            UnknownLabel label = known.get(new Key(cell(Heads.LABEL), get(Heads.DEPARTMENT), get(Heads.FORM)));
            if (label == null) {
                reason = "“" + get(Heads.LABEL) + "”不是当前发布版中的未编码指标；请不要改动白色各列，或重新运行 tongcang curate";
                return Optional.empty();
            }
            Optional<Reach> reach = reach();
            if (reach.isEmpty()) {
                reason = "适用范围“" + get(Heads.REACH) + "”应为 全部、本部门 或 本表";
                return Optional.empty();
            }
            boolean isNew = get(Heads.CHOICE).equals(Heads.NEW);
            return Optional.of(new LabelDecision(
                    number,
                    label,
                    isNew ? get(Heads.CODE) : Heads.code(get(Heads.CHOICE)),
                    reach.get(),
                    members(),
                    isNew ? made() : null));
        }

        private Optional<Reach> reach() {
            String said = get(Heads.REACH);
            return said.isEmpty()
                    ? Optional.of(Reach.EVERYWHERE)
                    : Stream.of(Reach.values())
                            .filter(r -> r.chinese().equals(said))
                            .findFirst();
        }

        private String members() {
            return String.join(
                    ";",
                    Stream.of(get(Heads.MEMBERS).split("[;；\\n]"))
                            .map(Heads::code)
                            .filter(m -> !m.isEmpty())
                            .toList());
        }

        private @Nullable NewIndicator made() {
            return new NewIndicator(
                    get(Heads.NAME),
                    get(Heads.SUBJECT),
                    get(Heads.DEFINITION),
                    get(Heads.UNIT),
                    Heads.code(get(Heads.ADDITIVITY)),
                    Heads.code(get(Heads.PRICE_BASIS)));
        }
    }
}
