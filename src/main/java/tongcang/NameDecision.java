package tongcang;

import java.util.Objects;

/**
 * What a statistician decided about an unknown name.
 *
 * @param row of the filled sheet, 1-based
 * @param about what was asked
 * @param choice code or name of what it means, or {@link LabelMeaning#NOT_FOR_US}
 */
public record NameDecision(int row, UnknownName about, String choice) {
    public NameDecision {
        Objects.requireNonNull(about, "about");
        Objects.requireNonNull(choice, "choice");
    }

    /** Whether what has the name is not wanted at all. */
    public boolean isNotForUs() {
        return choice.equals(LabelMeaning.NOT_FOR_US);
    }
}
