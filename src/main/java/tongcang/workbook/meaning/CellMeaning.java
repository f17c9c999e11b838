package tongcang.workbook.meaning;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tongcang.Evidence;
import tongcang.Measure;
import tongcang.Period;

/**
 * What the layout says of the figures at one place, whatever number stands there.
 *
 * @param label path of labels, outermost first; empty where nothing names the figure
 * @param measure what the numbers say
 * @param headed unit of its row or column head
 * @param stated unit that holds for the table, where neither head nor cell has one
 * @param period its time, or null
 * @param region its place, or empty
 * @param breakdown what index numbers and changes are compared with
 * @param evidence where all but the unit is said
 */
record CellMeaning(
        String label,
        Measure measure,
        UnitRule.Found headed,
        UnitRule.Found stated,
        @Nullable Period period,
        String region,
        Map<String, String> breakdown,
        Evidence evidence) {}
