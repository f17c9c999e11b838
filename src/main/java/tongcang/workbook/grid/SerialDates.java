package tongcang.workbook.grid;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** Days that Excel counts: what a date stands for, in words that the grammar of times reads. */
final class SerialDates {
    /** Day 0 of the calendar that begins in 1900, which holds a 29 February 1900 that never was. */
    private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 30);

    private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);
    /** Days up to the end of the year 9999. */
    private static final long LAST = 2_958_465;

    /** What a format says besides its codes: colours, locales, words in quotes. */
    private static final Pattern ASIDE = Pattern.compile("\\[[^\\]]*\\]|\"[^\"]*\"|\\\\.");

    /** The day that never was. */
    private static final long LEAP_DAY = 60;

    private static final BigDecimal FROM_1940 = BigDecimal.valueOf(14_611);
    private static final BigDecimal TO_2070 = BigDecimal.valueOf(62_459);

    private SerialDates() {}

    /** Whether the day is of the years that tables speak of, or the time of a day; else some number lost its format. */
    static boolean isPossible(Cell cell) {
        BigDecimal number = Objects.requireNonNull(cell.number());
        boolean clock = isClock(shown(cell));
        BigDecimal low = clock ? BigDecimal.ZERO : FROM_1940;
        return number.compareTo(low) >= 0 && number.compareTo(clock ? BigDecimal.ONE : TO_2070) < 0;
    }

    private static String shown(Cell cell) {
        return ASIDE.matcher(cell.format()).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** A format of hours alone. */
    private static boolean isClock(String shown) {
        return shown.contains("h") && !shown.matches(".*(?:[yd年月]|m/).*");
    }

    /** What a person sees in the cell: a day as {@link #text} has it, or hours and minutes. */
    static String seen(Cell cell, boolean from1904) {
        if (!isClock(shown(cell))) {
            return text(cell, from1904);
        }
        BigDecimal number = Objects.requireNonNull(cell.number());
        int minutes = number.remainder(BigDecimal.ONE)
                .abs()
                .multiply(BigDecimal.valueOf(1440))
                .intValue();
        return minutes / 60 + (minutes % 60 < 10 ? ":0" : ":") + minutes % 60;
    }

    /**
     * A stored day as 2022年, 2022年3月 or 2022年3月31日, as finely as the format shows it; the number's digits where it is
     * a time of day alone.
     *
     * @param cell with a number and the format of a date
     * @param from1904 whether the workbook counts from 1904
     */
    static String text(Cell cell, boolean from1904) {
        long days = Objects.requireNonNull(cell.number()).longValue();
        String shown = shown(cell);
        boolean year = shown.contains("y") || shown.contains("e");
        if (!year && !shown.contains("d") || days < 1 || days > LAST) {
            return cell.text();
        }
        boolean before = !from1904 && days < LEAP_DAY;
        LocalDate date = (from1904 ? FROM_1904 : FROM_1900).plusDays(before ? days + 1 : days);
        String text = date.getYear() + "年";
        if (shown.contains("m")) {
            text += date.getMonthValue() + "月";
        }
        return shown.contains("d") ? text + date.getDayOfMonth() + "日" : text;
    }
}
