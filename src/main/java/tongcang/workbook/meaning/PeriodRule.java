package tongcang.workbook.meaning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tongcang.Origin;
import tongcang.Period;
import tongcang.quantity.PeriodWords;
import tongcang.quantity.RelativeTime;
import tongcang.quantity.RelativeTime.Shift;
import tongcang.quantity.RelativeTime.Span;
import tongcang.workbook.table.Table;

/** The time of a figure: what its column and its row say, else the column before it, else what holds for the table. */
final class PeriodRule {
    /** What is planned for a year is not what a share of it is about. */
    private static final Pattern PLANNED = Pattern.compile("计划|预算|目标|任务");

    private final Table table;
    private final TableContext context;
    private final Map<Integer, Axis> columns;
    /** Whether a column is of this year: then one of last year is of the same months, else of all the year. */
    private final boolean pairsYears;
    /** By column, for rows that say nothing of time, or by what they say and column. */
    private final Map<Object, Found> found = new HashMap<>();

    private record Said(@Nullable Period period, String monthly, RelativeTime relative, String frequency, int at) {}

    PeriodRule(Table table, TableContext context, Map<Integer, Axis> columns) {
        this.table = table;
        this.context = context;
        this.columns = columns;
        this.pairsYears = columns.values().stream().anyMatch(a -> a.relative().shift() == Shift.THIS_YEAR);
    }

    /**
     * A time with what it rests on.
     *
     * @param period null where nothing says
     * @param rival another time that the row says, in words; else empty
     */
    record Found(@Nullable Period period, Origin origin, String rival) {}

    /** The time of the figures at a column, in a row. */
    Found of(Axis row, Axis column, int at) {
        Object key = row.isTimed() || !row.frequency().isEmpty()
                ? new Said(row.period(), row.monthly(), row.relative(), row.frequency(), at)
                : Integer.valueOf(at);
        @Nullable Found known = found.get(key);
        if (known == null) {
            Period period = period(row, column, at);
            known = new Found(period, period == null ? Origin.NONE : origin(row, column, at), rival(row, column));
            found.put(key, known);
        }
        return known;
    }

    /** Where the parts of a time are said, the farthest of them: the year of 1—6月 is that of the title. */
    private Origin origin(Axis row, Axis column, int at) {
        boolean whole = row.period() != null || column.period() != null;
        Origin near = column.isTimed() ? Origin.COLUMN : Origin.ROW;
        if (whole) {
            return near;
        }
        if (!column.isTimed() && !row.isTimed()) {
            return leftPeriod(at).isPresent()
                    ? Origin.NEIGHBOUR
                    : context.origins().period();
        }
        return near.farther(context.origins().period());
    }

    /** A row's own time beside another one of its column: 2021年 under 2020年. */
    private static String rival(Axis row, Axis column) {
        Period a = row.period();
        Period b = column.period();
        return a == null
                        || b == null
                        || a.equals(b)
                        || a.kind() == Period.Kind.YEAR
                                && a.start().getYear() == b.start().getYear()
                        || b.kind() == Period.Kind.YEAR
                                && a.start().getYear() == b.start().getYear()
                ? ""
                : "行头为" + a.chinese() + "，列头为" + b.chinese();
    }

    private @Nullable Period period(Axis row, Axis column, int at) {
        Period own = own(row, column);
        if (own == null && !column.isTimed() && !row.isTimed()) {
            own = leftPeriod(at).orElse(null);
        }
        RelativeTime relative = row.relative().with(column.relative());
        Period period = own != null ? own : context.period();
        if (period == null) {
            return null;
        }
        if (own == null && relative.span() == Span.CURRENT && period.kind() == Period.Kind.YEAR) {
            period = monthOfYear(period);
        }
        Period spanned = spanned(
                period, relative, column.frequency().isEmpty() ? row.frequency() : column.frequency(), own != null);
        boolean partOfYear = !column.monthly().isEmpty() || !row.monthly().isEmpty();
        return shifted(spanned, relative, at, partOfYear);
    }

    private @Nullable Period own(Axis row, Axis column) {
        Period own = column.period() != null ? column.period() : row.period();
        if (own != null
                && column.period() != null
                && row.period() != null
                && !row.period().equals(own)) {
            own = row.period().kind() == Period.Kind.YEAR ? column.period() : row.period();
        }
        Integer year = own != null ? Integer.valueOf(own.start().getYear()) : year(context.period());
        for (String monthly : List.of(column.monthly(), row.monthly())) {
            Optional<PeriodWords.Found> found = monthly.isEmpty() ? Optional.empty() : PeriodWords.in(monthly, year);
            own = found.map(PeriodWords.Found::period).orElse(own);
        }
        return own;
    }

    /** 本月 beside 1—12月 is the last of those months, where the title names the year alone. */
    private Period monthOfYear(Period year) {
        Integer in = year(year);
        return columns.values().stream()
                .map(Axis::monthly)
                .filter(m -> !m.isEmpty())
                .map(m -> PeriodWords.in(m, in))
                .flatMap(Optional::stream)
                .map(PeriodWords.Found::period)
                .filter(p -> p.kind() == Period.Kind.CUMULATIVE || p.kind() == Period.Kind.YEAR)
                .reduce((a, b) -> b)
                .map(p -> Period.month(p.end().getYear(), p.end().getMonthValue()))
                .orElse(year);
    }

    private static @Nullable Integer year(@Nullable Period period) {
        return period == null ? null : Integer.valueOf(period.end().getYear());
    }

    private Period spanned(Period period, RelativeTime relative, String frequency, boolean own) {
        int year = period.end().getYear();
        int month = period.end().getMonthValue();
        if (relative.span() == Span.YEAR) {
            return Period.year(year);
        }
        boolean inYear = period.kind() == Period.Kind.MONTH || period.kind() == Period.Kind.QUARTER;
        if (relative.span() == Span.CUMULATIVE
                || context.cumulative() && own && inYear && relative.span() == Span.NONE) {
            return period.kind() == Period.Kind.YEAR && own ? period : Period.months(year, 1, month);
        }
        boolean single = relative.span() == Span.CURRENT && period.kind() == Period.Kind.CUMULATIVE
                || period.kind() == Period.Kind.MONTH;
        if (!single) {
            return period;
        }
        return switch (frequency) {
            case "季", "季度" -> month % 3 == 0 ? Period.quarter(year, month / 3) : Period.month(year, month);
            case "年", "年度" -> Period.year(year);
            default -> Period.month(year, month);
        };
    }

    private Period shifted(Period period, RelativeTime relative, int at, boolean partOfYear) {
        int year = period.end().getYear();
        return switch (relative.shift()) {
            case NONE, THIS_YEAR -> period;
            case YEAR_EARLIER ->
                relative.span() == Span.NONE && isAfterCumulative(at)
                        ? Period.months(year - 1, 1, period.end().getMonthValue())
                        : period.yearEarlier();
            case LAST_YEAR ->
                relative.span() != Span.NONE || pairsYears || partOfYear ? period.yearEarlier() : Period.year(year - 1);
            case PREVIOUS -> previous(period);
        };
    }

    private static Period previous(Period period) {
        int year = period.start().getYear();
        int before = period.start().getMonthValue() - 1;
        return switch (period.kind()) {
            case MONTH, CUMULATIVE -> before == 0 ? Period.month(year - 1, 12) : Period.month(year, before);
            case QUARTER -> before == 0 ? Period.quarter(year - 1, 4) : Period.quarter(year, before / 3);
            case HALF -> before == 0 ? Period.half(year - 1, 2) : Period.half(year, 1);
            case YEAR, SPAN, SCHOOL_YEAR, POINT -> period.yearEarlier();
        };
    }

    /** Whether the nearest column to the left with a time of its own is a cumulative one. */
    private boolean isAfterCumulative(int at) {
        for (int i = table.columns().indexOf(at) - 1; i >= 0; i--) {
            Axis left = columns.getOrDefault(table.columns().get(i), Axis.none());
            if (left.relative().span() == Span.CUMULATIVE || left.monthly().contains("1")) {
                return true;
            }
            if (left.relative().span() == Span.CURRENT) {
                return false;
            }
        }
        return false;
    }

    /** A column without a time, such as one of growth, is about that of the columns to its left, not the year before. */
    private Optional<Period> leftPeriod(int at) {
        if (columns.getOrDefault(at, Axis.none()).measure() == null) {
            return Optional.empty();
        }
        List<Period> left = new ArrayList<>();
        for (int i = 0; i < table.columns().indexOf(at); i++) {
            Axis axis = columns.getOrDefault(table.columns().get(i), Axis.none());
            boolean other =
                    axis.relative().shift() != Shift.NONE && axis.relative().shift() != Shift.THIS_YEAR
                            || axis.path().stream()
                                    .anyMatch(label -> PLANNED.matcher(label).find());
            Period period = other || !axis.isTimed()
                    ? null
                    : of(Axis.none(), axis, table.columns().get(i)).period();
            if (period != null) {
                left.add(period);
            }
        }
        return left.stream()
                .max(Comparator.comparing(Period::end).thenComparing(Period::start, Comparator.reverseOrder()));
    }
}
