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
import tongcang.NameDecision;
import tongcang.UnknownLabel;
import tongcang.UnknownName;

/**
 * Reads the decisions out of a filled workbook of questions. It is untrusted: columns may be moved, cells may hold
 * anything, and only what the release knows counts.
 *
 * @param decisions on labels, of rows that are filled and understood
 * @param names decisions on other names, likewise
 * @param refused rows that are filled and not understood
 */
public record FilledSheet(List<LabelDecision> decisions, List<NameDecision> names, List<Refusal> refused) {

    public FilledSheet {
        decisions = List.copyOf(decisions);
        names = List.copyOf(names);
        refused = List.copyOf(refused);
    }

    /**
     * Reads a workbook.
     *
     * @param file its name, for errors
     * @param sheets texts of the cells of each sheet by its name, row by row from the first; the first is that of labels
     * @param asked the labels that may be decided on
     * @param names the other names that may be decided on
     * @throws InvalidFileException if it has not the heads of a question sheet
     */
    public static FilledSheet of(
            String file, Map<String, List<List<String>>> sheets, List<UnknownLabel> asked, List<UnknownName> names) {
        List<List<String>> rows =
                sheets.isEmpty() ? List.of() : sheets.values().iterator().next();
        Map<Key, UnknownLabel> known = new HashMap<>();
        asked.forEach(label -> known.put(new Key(label.label(), label.department(), label.form()), label));
        List<LabelDecision> decisions = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        for (FilledRow row : FilledRow.of(file, rows, Heads.LABEL, Heads.CHOICE, "tongcang curate")) {
            Line line = new Line(row);
            line.decision(known).ifPresentOrElse(decisions::add, () -> refused.add(line.refusal()));
        }
        return new FilledSheet(decisions, NameSheets.read(file, sheets, names, refused), refused);
    }

    private record Key(String label, String department, String form) {}

    /** A row below the heads. */
    private static final class Line {
        private final FilledRow row;
        private String reason = "";

        Line(FilledRow row) {
            this.row = row;
        }

        private String get(String head) {
            return row.get(head);
        }

        Refusal refusal() {
            return new Refusal(row.number(), reason);
        }

        Optional<LabelDecision> decision(Map<Key, UnknownLabel> known) {
            UnknownLabel label = known.get(new Key(row.cell(Heads.LABEL), get(Heads.DEPARTMENT), get(Heads.FORM)));
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
                    row.number(),
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
