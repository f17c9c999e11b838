package tongcang.workbook;

import java.util.Locale;
import java.util.regex.Pattern;

/** What number formats tell of the numbers they show. */
final class Formats {
    private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"|\\\\.");
    private static final Pattern ASIDE = Pattern.compile("\\[[^\\]]*\\]|" + QUOTED);
    private static final Pattern TIME = Pattern.compile("[yd年]|m+月|h:|mm?/");
    private static final Pattern MAYBE_TIME = Pattern.compile("[yYdDmMhH年]");

    private Formats() {}

    static boolean isDate(String format) {
        return MAYBE_TIME.matcher(format).find()
                && TIME.matcher(ASIDE.matcher(format).replaceAll("").toLowerCase(Locale.ROOT))
                        .find();
    }

    static boolean isPercent(String format) {
        return QUOTED.matcher(format).replaceAll("").contains("%");
    }
}
