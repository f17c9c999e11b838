package tongcang;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a statistician decided about an unknown label.
 *
 * @param row of the filled sheet, 1-based
 * @param label what was asked about
 * @param indicator code or name of the indicator it means, or {@link LabelMeaning#NOT_FOR_US}
 * @param reach where it means that
 * @param members members of classifications that the label implies, by code or name, {@code area=urban;女}, or empty
 * @param made the indicator, where it is a new one; else null
 */
public record LabelDecision(
        int row,
        UnknownLabel label,
        String indicator,
        Reach reach,
        String members,
        @Nullable NewIndicator made) {

    /** Where a label means what was decided. */
    public enum Reach {
        /** Whoever says it. */
        EVERYWHERE("全部"),
        /** Where this department says it. */
        DEPARTMENT("本部门"),
        /** In this official form, or this report. */
        FORM("本表");

        private final String chinese;

        Reach(String chinese) {
            this.chinese = chinese;
        }

        /** The word a statistician reads and chooses. */
        public String chinese() {
            return chinese;
        }
    }

    /** A new line of the indicator codelist, its fields as written. */
    public record NewIndicator(
            String name, String subject, String definition, String unit, String additivity, String priceBasis) {}

    /**
     * A row that was not taken up, and why.
     *
     * @param row of the filled sheet, 1-based
     * @param reason in Chinese
     */
    public record Refusal(int row, String reason) {
        public Refusal {
            Objects.requireNonNull(reason, "reason");
        }
    }

    /** Whether figures with the label are not wanted at all. */
    public boolean isNotForUs() {
        return indicator.equals(LabelMeaning.NOT_FOR_US);
    }

    public LabelDecision {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(indicator, "indicator");
        Objects.requireNonNull(reach, "reach");
        Objects.requireNonNull(members, "members");
    }
}
