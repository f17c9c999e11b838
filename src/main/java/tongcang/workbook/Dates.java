package tongcang.workbook;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/** Days that Excel counts: what a date stands for, in words that the grammar of times reads. */
final class Dates {
    /** Day 0 of the calendar that begins in 1900, which holds a 29 February 1900 that never was. */
    private static final LocalDate FROM_1900 = LocalDate.of(1899, 12, 30);

    private static final LocalDate FROM_1904 = LocalDate.of(1904, 1, 1);
    /** Days up to the end of the year 9999. */
    private static final long LAST = 2_958_465;

    /** What a format says besides its codes: colours, locales, words in quotes. */
    private static final Pattern ASIDE = Pattern.compile("\\[[^\\]]*\\]|\"[^\"]*\"|\\\\.");

    private Dates() {}

    /**
     * A stored day as 2022年, 2022年3月 or 2022年3月31日, as finely as the format shows it; the number's digits where it is
     * a time of day alone.
     *
     * @param cell with a number and the format of a date
     * @param from1904 whether the workbook counts from 1904
     */
    static String text(Cell cell, boolean from1904) {
        long days = Objects.requireNonNull(cell.number()).longValue();
        String shown = ASIDE.matcher(cell.format()).replaceAll("").toLowerCase(Locale.ROOT);
        boolean year = shown.contains("y") || shown.contains("e");
        if (!year && !shown.contains("d") || days < 1 || days > LAST) {
            return cell.text();
        }
        LocalDate date = (from1904 ? FROM_1904 : FROM_1900).plusDays(days);
        String text = date.getYear() + "年";
        if (shown.contains("m")) {
            text += date.getMonthValue() + "月";
        }
        return shown.contains("d") ? text + date.getDayOfMonth() + "日" : text;
    }
}
