package tongcang.workbook.meaning;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tongcang.Period;
import tongcang.workbook.label.LabelWords;

/** The year that a label of a month or a quarter stands under: 2018年, then 一季度, 二季度. */
final class YearAbove {
    private final @Nullable Period table;
    private @Nullable LabelWords year;
    private int indent;

    /** {@code table} is the time of the table, or null. */
    YearAbove(@Nullable Period table) {
        this.table = table;
    }

    /** Takes in the next label; gives the year above it where it is a part of one. */
    Optional<LabelWords> of(LabelWords head, String raw) {
        boolean alone = head.label().isEmpty();
        Period period = head.period();
        if (period != null) {
            boolean whole = alone && period.kind() == Period.Kind.YEAR;
            year = whole ? head : null;
            indent = StubHierarchy.indent(raw);
            return Optional.empty();
        }
        return alone && !head.monthly().isEmpty() && isBelow(raw) ? Optional.ofNullable(year) : Optional.empty();
    }

    /** A month that is not indented may as well be of the later year that the title names. */
    private boolean isBelow(String raw) {
        Period above = year == null ? null : year.period();
        boolean later = above != null
                && table != null
                && table.kind() != Period.Kind.SPAN
                && table.end().isAfter(above.end());
        return !later || StubHierarchy.indent(raw) > indent;
    }
}
