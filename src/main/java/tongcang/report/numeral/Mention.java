package tongcang.report.numeral;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tongcang.Comparator;

/**
 * A number with its unit as it stands in a line.
 *
 * @param start column of the number
 * @param end column behind the unit
 * @param behind column behind the qualifier that follows ({@code 以上}), else {@code end}
 * @param value the number in {@code unit}; below zero where a sign says so
 * @param high upper end of a range, or null
 * @param ratio further terms of a ratio
 * @param unit as written, magnitude first; empty where the list it stands in gives it later
 * @param comparator what the words around it say
 * @param rank whether it is a position
 */
public record Mention(
        int start,
        int end,
        int behind,
        BigDecimal value,
        @Nullable BigDecimal high,
        List<BigDecimal> ratio,
        String unit,
        Comparator comparator,
        boolean rank) {

    Mention with(Comparator shared) {
        return new Mention(start, end, behind, value, high, ratio, unit, shared, rank);
    }

    Mention with(String shared) {
        return new Mention(start, end, behind, value, high, ratio, shared, comparator, rank);
    }
}
