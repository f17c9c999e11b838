package tongcang.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tongcang.Approval;
import tongcang.HeldKind;
import tongcang.InvalidFileException;
import tongcang.LabelDecision.Refusal;

/**
 * Reads the approvals out of a filled review sheet. The sheet is untrusted: only what the release holds counts, and what is
 * approved is taken from the release and not from the sheet.
 *
 * @param approvals of the rows that are filled and understood
 * @param refused rows that are filled and not understood
 */
public record ReviewedSheet(List<Approval> approvals, List<Refusal> refused) {
    public ReviewedSheet {
        approvals = List.copyOf(approvals);
        refused = List.copyOf(refused);
    }

    /**
     * Reads a sheet.
     *
     * @param file its name, for errors
     * @param rows texts of the sheet's cells, row by row from the first
     * @param held what may be decided on
     * @param day of the decisions
     * @throws InvalidFileException if it has not the heads of a review sheet
     */
    public static ReviewedSheet of(String file, List<List<String>> rows, List<HeldKind> held, LocalDate day) {
        int head = 0;
        while (head < rows.size() && !rows.get(head).containsAll(List.of(Columns.KEY, Columns.DECISION))) {
            head++;
        }
        if (head == rows.size()) {
            throw new InvalidFileException(
                    file,
                    0,
                    "no row with the heads '" + Columns.KEY + "' and '" + Columns.DECISION
                            + "'; expected a sheet written by: tongcang review");
        }
        Map<String, HeldKind> known = new HashMap<>();
        held.forEach(kind -> known.put(kind.key(), kind));
        List<Approval> approvals = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int r = head + 1; r < rows.size(); r++) {
            Line line = new Line(rows.get(head), rows.get(r));
            if (!line.get(Columns.DECISION).isEmpty()) {
                String fault = line.fault(known.get(line.get(Columns.KEY)), seen);
                if (fault.isEmpty()) {
                    approvals.add(line.approval(known.get(line.get(Columns.KEY)), day));
                } else {
                    refused.add(new Refusal(r + 1, fault));
                }
            }
        }
        return new ReviewedSheet(approvals, refused);
    }

    /** A row below the heads. */
    private record Line(List<String> heads, List<String> cells) {
        String get(String head) {
            int at = heads.indexOf(head);
            return at < 0 || at >= cells.size() ? "" : cells.get(at).strip();
        }

        /** Why it cannot be taken up; empty where it can. */
        String fault(@Nullable HeldKind kind, Set<String> seen) {
            if (kind == null) {
                return "编号“" + get(Columns.KEY) + "”不在当前发布版的待定数值中；请不要改动白色各列，或重新运行 tongcang review";
            }
            if (!List.of(Columns.ALL, Columns.ONE).contains(get(Columns.DECISION))) {
                return "裁定“" + get(Columns.DECISION) + "”应为 " + Columns.ALL + " 或 " + Columns.ONE;
            }
            if (get(Columns.PERSON).isEmpty() || get(Columns.REASON).isEmpty()) {
                return "没有填" + (get(Columns.PERSON).isEmpty() ? Columns.PERSON : Columns.REASON);
            }
            if (get(Columns.DECISION).equals(Columns.ONE)
                    && !get(Columns.FIGURE).equals(kind.figure())) {
                return "示例“" + get(Columns.FIGURE) + "”已不是现在的示例；请重新运行 tongcang review";
            }
            return seen.add(kind.key()) ? "" : "编号“" + kind.key() + "”在前面的行中已经裁定";
        }

        Approval approval(@Nullable HeldKind held, LocalDate day) {
            HeldKind kind = Objects.requireNonNull(held);
            boolean all = get(Columns.DECISION).equals(Columns.ALL);
            return new Approval(
                    all ? Approval.Scope.LAYOUT : Approval.Scope.FIGURE,
                    all ? kind.key() : kind.figure(),
                    all ? "" : kind.words(),
                    day,
                    get(Columns.PERSON),
                    get(Columns.REASON));
        }
    }
}
