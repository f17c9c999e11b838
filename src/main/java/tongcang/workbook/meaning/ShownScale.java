package tongcang.workbook.meaning;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tongcang.workbook.grid.CellNumbers;

/**
 * A number format that shows a number smaller than it is stored: {@code #,##0.0,,} by thousands (ECMA-376 part 1, 18.8.31),
 * {@code 0!.0,} and {@code 0"."0,} with a point that is a mere sign.
 *
 * @param places powers of ten between what is stored and what is shown
 * @param magnitude that the format writes behind the number, as powers of ten; 0 where none
 */
record ShownScale(int places, int magnitude) {
    private static final Pattern THOUSANDS = Pattern.compile("[0#?](,+)(?![0#?,])");
    /** Digits behind a point that is text. */
    private static final Pattern DRAWN_POINT = Pattern.compile("[0#?](?:!\\.|\\\\\\.|\"\\.\")([0#?]+)");

    private static final Map<String, Integer> MAGNITUDES =
            Map.of("十", 1, "百", 2, "千", 3, "万", 4, "十万", 5, "百万", 6, "千万", 7, "亿", 8, "十亿", 9, "万亿", 12);
    private static final Pattern MAGNITUDE = Pattern.compile("(万亿|十亿|亿|千万|百万|十万|万|千(?![瓦克米伏安卡焦])|百(?!分))");

    /** What a format does; empty where it shows numbers as they are stored. */
    static Optional<ShownScale> of(String format) {
        // most formats have neither a comma nor a point that is text
        if (format.indexOf(',') < 0 && !format.contains("!.") && !format.contains("\\.") && !format.contains("\".\"")) {
            return Optional.empty();
        }
        String first = format.split(";", 2)[0];
        Matcher thousands = THOUSANDS.matcher(first);
        Matcher point = DRAWN_POINT.matcher(first);
        int places = (thousands.find() ? 3 * thousands.group(1).length() : 0)
                + (point.find() ? point.group(1).length() : 0);
        return places == 0 ? Optional.empty() : Optional.of(new ShownScale(places, magnitude(first)));
    }

    private static int magnitude(String text) {
        Matcher magnitude = MAGNITUDE.matcher(text);
        return magnitude.find() ? MAGNITUDES.getOrDefault(magnitude.group(1), 0) : 0;
    }

    /**
     * The value in its unit where format and unit agree: what is shown under a unit of that magnitude, what is stored under
     * one without; empty where they contradict each other.
     */
    Optional<BigDecimal> meant(BigDecimal stored, String unit) {
        int counted = magnitude(unit);
        if (unit.isEmpty()) {
            return Optional.of(stored); // no fact without a unit
        }
        if (counted == places) {
            return Optional.of(CellNumbers.bare(stored.movePointLeft(places)));
        }
        return counted == 0 && magnitude == places ? Optional.of(stored) : Optional.empty();
    }

    /** The number as the format shows it. */
    String shown(BigDecimal stored) {
        return CellNumbers.bare(stored.movePointLeft(places)).toPlainString();
    }
}
