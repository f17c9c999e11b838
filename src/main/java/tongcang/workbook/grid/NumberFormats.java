package tongcang.workbook.grid;

import java.util.Locale;
import java.util.regex.Pattern;

/** What number formats tell of the numbers they show. */
public final class NumberFormats {
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.");
    private static final Pattern ASIDE = Pattern.compile("\\[[^\\]]*\\]|" + QUOTED);
    private static final Pattern TIME = Pattern.compile("[yd年]|m+月|h:|mm?/");

    private NumberFormats() {}

    static boolean isDate(String format) {
        return mayShowTime(format)
                && TIME.matcher(ASIDE.matcher(format).replaceAll("").toLowerCase(Locale.ROOT))
                        .find();
    }

    /** Most formats have none of the letters of a time; a character costs one look, since every cell is asked. */
    private static boolean mayShowTime(String format) {
        for (int i = 0; i < format.length(); i++) {
            switch (format.charAt(i)) {
                case 'y', 'Y', 'd', 'D', 'm', 'M', 'h', 'H', '年' -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    static boolean isPercent(String format) {
        return QUOTED.matcher(format).replaceAll("").contains("%");
    }
}
