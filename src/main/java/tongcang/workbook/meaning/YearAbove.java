package tongcang.workbook.meaning;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tongcang.Period;
import tongcang.quantity.PeriodWords;
import tongcang.workbook.label.LabelWords;

/** The year that a label of a month or a quarter stands under: 2018年, then 一季度, 二季度. */
final class YearAbove {
    private final @Nullable Period table;
    private @Nullable LabelWords year;
    private int indent;
    /** The month before, where it was said with its year: 2020年11月, then 12月, 1月. */
    private @Nullable Period before;

    /** {@code table} is the time of the table, or null. */
    YearAbove(@Nullable Period table) {
        this.table = table;
    }

    /** Takes in the next label; gives the year above it where it is a part of one. */
    Optional<LabelWords> of(LabelWords head, String raw) {
        boolean alone = head.label().isEmpty();
        Period period = head.period();
        if (period != null) {
            boolean month = alone && period.kind() == Period.Kind.MONTH;
            boolean whole = alone && period.kind() == Period.Kind.YEAR;
            year = whole ? head : null;
            before = month ? period : null;
            indent = StubHierarchy.indent(raw);
            return Optional.empty();
        }
        if (before != null && alone && !head.monthly().isEmpty()) {
            return following(before, head);
        }
        return alone && !head.monthly().isEmpty() && isBelow(raw) ? Optional.ofNullable(year) : Optional.empty();
    }

    /** The month next after another one, of whose year it is, or of the next. */
    private Optional<LabelWords> following(Period last, LabelWords head) {
        int year = last.end().getYear();
        Optional<Period> next = PeriodWords.in(head.monthly(), year)
                .filter(found -> found.period().kind() == Period.Kind.MONTH)
                .map(found -> found.period().end().isAfter(last.end()) ? found.period() : ofNextYear(found.period()));
        before = next.orElse(last);
        return next.map(month -> head.withPeriod(Period.year(month.end().getYear())));
    }

    private static Period ofNextYear(Period month) {
        return Period.month(month.end().getYear() + 1, month.end().getMonthValue());
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
