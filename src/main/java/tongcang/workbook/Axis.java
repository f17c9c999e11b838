package tongcang.workbook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tongcang.Measure;
import tongcang.Period;

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
 * @param indexBase what index numbers are compared with, or empty
 */
record Axis(
        List<String> path,
        String unit,
        boolean ownUnitColumn,
        @Nullable Period period,
        String monthly,
        Head.Relative relative,
        @Nullable Measure measure,
        String region,
        String indexBase) {
    Axis {
        path = List.copyOf(path);
    }

    /** Says nothing. */
    static Axis none() {
        return new Axis(List.of(), "", false, null, "", Head.Relative.NONE, null, "", "");
    }

    boolean isTimed() {
        return period != null || !monthly.isEmpty() || relative != Head.Relative.NONE;
    }
}
