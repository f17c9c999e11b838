package tongcang.curation;

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
        Map<String, HeldKind> known = new HashMap<>();
        held.forEach(kind -> known.put(kind.key(), kind));
        List<Approval> approvals = new ArrayList<>();
        List<Refusal> refused = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (FilledRow row : FilledRow.of(file, rows, ReviewHeads.KEY, ReviewHeads.DECISION, "tongcang review")) {
            HeldKind kind = known.get(row.get(ReviewHeads.KEY));
            String fault = fault(row, kind, seen);
            if (fault.isEmpty()) {
                approvals.add(approval(row, kind, day));
            } else {
                refused.add(new Refusal(row.number(), fault));
            }
        }
        return new ReviewedSheet(approvals, refused);
    }

    /** Why a row cannot be taken up; empty where it can. */
    private static String fault(FilledRow row, @Nullable HeldKind kind, Set<String> seen) {
        if (kind == null) {
            return "编号“" + row.get(ReviewHeads.KEY) + "”不在当前发布版的待定数值中；请不要改动白色各列，或重新运行 tongcang review";
        }
        String decision = row.get(ReviewHeads.DECISION);
        if (!List.of(ReviewHeads.ALL, ReviewHeads.ONE).contains(decision)) {
            return "裁定“" + decision + "”应为 " + ReviewHeads.ALL + " 或 " + ReviewHeads.ONE;
        }
        for (String head : List.of(ReviewHeads.PERSON, ReviewHeads.REASON)) {
            if (row.get(head).isEmpty()) {
                return "没有填" + head;
            }
        }
        if (decision.equals(ReviewHeads.ONE) && !row.get(ReviewHeads.FIGURE).equals(kind.figure())) {
            return "示例“" + row.get(ReviewHeads.FIGURE) + "”已不是现在的示例；请重新运行 tongcang review";
        }
        return seen.add(kind.key()) ? "" : "编号“" + kind.key() + "”在前面的行中已经裁定";
    }

    private static Approval approval(FilledRow row, @Nullable HeldKind held, LocalDate day) {
        HeldKind kind = Objects.requireNonNull(held);
        boolean all = row.get(ReviewHeads.DECISION).equals(ReviewHeads.ALL);
        return new Approval(
                all ? Approval.Scope.LAYOUT : Approval.Scope.FIGURE,
                all ? kind.key() : kind.figure(),
                all ? "" : kind.words(),
                day,
                row.get(ReviewHeads.PERSON),
                row.get(ReviewHeads.REASON));
    }
}
