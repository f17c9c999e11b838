package tongcang.workbook.meaning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tongcang.Measure;
import tongcang.Period;
import tongcang.quantity.RelativeTime;

/**
 * What a column, or a row, says of all its figures.
 *
 * @param path labels, outermost first
 * @param unit as written nearest to the figures, or empty
 * @param ownUnitColumn whether the unit stands in a column or row of its own
 * @param period a time with its year, or null
 * @param monthly words of a time without a year, or empty
 * @param relative a time told by its relation to the table's
 * @param measure what the numbers say, or null
 * @param region the place, or empty
 * @param base what index numbers and changes are compared with, where that is not the year before
 * @param frequency 年, 季 or 月 where a row of its own says so, else empty
 */
public record Axis(
        List<String> path,
        String unit,
        boolean ownUnitColumn,
        @Nullable Period period,
        String monthly,
        RelativeTime relative,
        @Nullable Measure measure,
        String region,
        String base,
        String frequency) {
    public Axis {
        path = List.copyOf(path);
    }

    private static final Axis NONE = new Axis(List.of(), "", false, null, "", RelativeTime.NONE, null, "", "", "");

    /** Says nothing. */
    static Axis none() {
        return NONE;
    }

    boolean isTimed() {
        return period != null || !monthly.isEmpty() || relative.isSaid();
    }

    /** With what the numbers say. */
    Axis withMeasure(@Nullable Measure said) {
        return new Axis(path, unit, ownUnitColumn, period, monthly, relative, said, region, base, frequency);
    }

    /** With other labels. */
    Axis withPath(List<String> labels) {
        return new Axis(labels, unit, ownUnitColumn, period, monthly, relative, measure, region, base, frequency);
    }
}
