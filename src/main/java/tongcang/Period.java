package tongcang;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The time a value is about (所属期), both ends included. Never to be confused with the time it became known (vintage).
 *
 * <p>Codes follow SDMX and ISO 8601: {@code 2022}, {@code 2022-S1}, {@code 2022-Q3}, {@code 2022-06}, cumulative
 * {@code 2022-01/2022-06}, span of years {@code 2017/2022}.
 *
 * @param code as above; equal periods have equal codes
 * @param start first day
 * @param end last day
 * @param kind how the time is counted
 */
public record Period(String code, LocalDate start, LocalDate end, Kind kind) {

    /** How the time of a period is counted. */
    public enum Kind {
        /** A calendar year. */
        YEAR,
        /** A half, {@code S1} or {@code S2}. */
        HALF,
        /** A quarter. */
        QUARTER,
        /** A month. */
        MONTH,
        /** Some months of one year counted together, mostly from January (1—6月, 累计). */
        CUMULATIVE,
        /** Several years (2017年以来, 五年). */
        SPAN,
        /** A school year (学年): September to August. */
        SCHOOL_YEAR,
        /** A day at which a stock is counted (2022年初). A year-end is its year: a stock of a year is that at its end. */
        POINT
    }

    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("uuuu-MM", Locale.ROOT);

    public Period {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(start, "start");
        Objects.requireNonNull(end, "end");
        Objects.requireNonNull(kind, "kind");
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("period ends before it starts: " + code);
        }
    }

    /** A calendar year. */
    public static Period year(int year) {
        return new Period(padded(year, 4), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), Kind.YEAR);
    }

    /** A half year: {@code half} is 1 or 2. */
    public static Period half(int year, int half) {
        return part(year, "S" + half, half * 6 - 5, half * 6, Kind.HALF);
    }

    /** A quarter: {@code quarter} is 1 to 4. */
    public static Period quarter(int year, int quarter) {
        return part(year, "Q" + quarter, quarter * 3 - 2, quarter * 3, Kind.QUARTER);
    }

    /** A month: {@code month} is 1 to 12. */
    public static Period month(int year, int month) {
        return part(year, padded(month, 2), month, month, Kind.MONTH);
    }

    /**
     * Months of one year counted together, {@code first} to {@code last}, each 1 to 12; one month alone is that
     * month, and all twelve are the year.
     */
    public static Period months(int year, int first, int last) {
        if (first == last) {
            return month(year, first);
        }
        if (first == 1 && last == 12) {
            return year(year);
        }
        YearMonth from = YearMonth.of(year, first);
        YearMonth to = YearMonth.of(year, last);
        return new Period(
                MONTH.format(from) + "/" + MONTH.format(to), from.atDay(1), to.atEndOfMonth(), Kind.CUMULATIVE);
    }

    /** Several years together; one year alone is that year. */
    public static Period span(int first, int last) {
        if (first == last) {
            return year(first);
        }
        String code = padded(first, 4) + "/" + padded(last, 4);
        return new Period(code, LocalDate.of(first, 1, 1), LocalDate.of(last, 12, 31), Kind.SPAN);
    }

    /** The school year that begins in September of {@code year}. */
    public static Period schoolYear(int year) {
        LocalDate from = LocalDate.of(year, 9, 1);
        LocalDate to = LocalDate.of(year + 1, 8, 31);
        return new Period(MONTH.format(from) + "/" + MONTH.format(to), from, to, Kind.SCHOOL_YEAR);
    }

    /** A day. */
    public static Period day(LocalDate day) {
        return new Period(day.toString(), day, day, Kind.POINT);
    }

    /** Reads a code; empty where it is none. */
    public static Optional<Period> of(String code) {
        return PeriodCode.read(code);
    }

    /** The same time one year before (上年同期). */
    public Period yearEarlier() {
        return yearsLater(-1);
    }

    /** The same time {@code years} later. */
    public Period yearsLater(int years) {
        int from = start.getYear() + years;
        return switch (kind) {
            case YEAR -> year(from);
            case SPAN -> span(from, end.getYear() + years);
            case HALF -> half(from, (start.getMonthValue() + 5) / 6);
            case QUARTER -> quarter(from, (start.getMonthValue() + 2) / 3);
            case MONTH -> month(from, start.getMonthValue());
            case CUMULATIVE -> months(from, start.getMonthValue(), end.getMonthValue());
            case SCHOOL_YEAR -> schoolYear(from);
            case POINT -> day(start.plusYears(years));
        };
    }

    /** As a statistician says it: {@code 2022年三季度}, {@code 2022年1—6月}, {@code 2017—2022年}. */
    public String chinese() {
        int year = start.getYear();
        int first = start.getMonthValue();
        int last = end.getMonthValue();
        return switch (kind) {
            case YEAR -> year + "年";
            case SPAN -> year + "—" + end.getYear() + "年";
            case HALF -> year + (first == 1 ? "年上半年" : "年下半年");
            case QUARTER -> year + "年" + "一二三四".charAt(last / 3 - 1) + "季度";
            case MONTH -> year + "年" + first + "月";
            case CUMULATIVE -> year + "年" + first + "—" + last + "月";
            case SCHOOL_YEAR -> year + "—" + (year + 1) + "学年";
            case POINT -> year + "年" + first + "月" + start.getDayOfMonth() + "日";
        };
    }

    /** How often such a period comes (SDMX CL_FREQ): A, S, Q, M or D; cumulative months come monthly. */
    public String frequency() {
        return switch (kind) {
            case YEAR, SPAN, SCHOOL_YEAR -> "A";
            case HALF -> "S";
            case QUARTER -> "Q";
            case MONTH, CUMULATIVE -> "M";
            case POINT -> "D";
        };
    }

    /** How its time is counted: {@code period}, {@code cumulative}, {@code span} or {@code point}. */
    public String counting() {
        return switch (kind) {
            case YEAR, HALF, QUARTER, MONTH, SCHOOL_YEAR -> "period";
            case CUMULATIVE -> "cumulative";
            case SPAN -> "span";
            case POINT -> "point";
        };
    }

    @Override
    public String toString() {
        return code;
    }

    private static String padded(int number, int digits) {
        String text = Integer.toString(number);
        return "0".repeat(Math.max(0, digits - text.length())) + text;
    }

    private static Period part(int year, String code, int first, int last, Kind kind) {
        LocalDate from = LocalDate.of(year, first, 1);
        return new Period(
                padded(year, 4) + "-" + code, from, YearMonth.of(year, last).atEndOfMonth(), kind);
    }
}
