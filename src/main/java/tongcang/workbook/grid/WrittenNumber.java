package tongcang.workbook.grid;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tongcang.quantity.Numerals;

/**
 * A number that a person wrote as words where a program expects digits: 三十二万, 456.7亿.
 *
 * @param value before its magnitude: 32 of 三十二万
 * @param magnitude 万, 亿 …, or empty; it counts the table's unit without that unit's own magnitude
 */
public record WrittenNumber(BigDecimal value, String magnitude) {
    private static final Pattern COUNTED =
            Pattern.compile("([+-]?(?:\\d{1,3}(?:,\\d{3})+|\\d{1,15})(?:\\.\\d{1,15})?) ?(万亿|[千百十]亿|亿|[千百十]万|万)");
    /** Begins with a digit and has a magnitude: 一、 and 十二 may number heads. */
    private static final Pattern NUMERAL =
            Pattern.compile("[一二两三四五六七八九][〇零一二两三四五六七八九十百千万亿]*[百千万亿][〇零一二两三四五六七八九十百千万亿]*");
    /** A rise or a fall that only the table's own convention tells apart. */
    private static final Pattern RISE = Pattern.compile("▲ ?(\\d[\\d,.]*%?)");

    private static final Pattern PREFIX = Pattern.compile("^(?:万亿|[千百十]?亿|[千百十]?万|[百千](?![瓦克米伏安卡焦分]))(?=.)");
    private static final int LONGEST = 24;

    /** What such a number begins with; most texts begin otherwise. */
    private static final String BEGINS = "0123456789+-一二两三四五六七八九";

    /** The number that a text is; empty where it is none. */
    public static Optional<WrittenNumber> of(String raw) {
        String text = CellText.clean(raw);
        if (text.isEmpty() || text.length() > LONGEST || BEGINS.indexOf(text.charAt(0)) < 0) {
            return Optional.empty();
        }
        Matcher counted = COUNTED.matcher(text);
        if (counted.matches()) {
            return CellNumbers.typed(counted.group(1)).map(typed -> new WrittenNumber(typed.value(), counted.group(2)));
        }
        return NUMERAL.matcher(text).matches() ? numeral(text) : Optional.empty();
    }

    private static Optional<WrittenNumber> numeral(String text) {
        char last = text.charAt(text.length() - 1);
        boolean counts = (last == '万' || last == '亿')
                && Numerals.value(text.substring(0, text.length() - 1)).isPresent();
        return counts
                ? Numerals.value(text.substring(0, text.length() - 1))
                        .map(value -> new WrittenNumber(value, String.valueOf(last)))
                : Numerals.value(text).map(value -> new WrittenNumber(value, ""));
    }

    /** Whether a text marks a rise with ▲: a number, but up or down only by the table's convention. */
    public static boolean isMarkedRise(String raw) {
        return RISE.matcher(CellText.clean(raw)).matches();
    }

    /** The number behind the ▲. */
    public static Optional<CellNumbers.Typed> rise(String raw) {
        Matcher rise = RISE.matcher(CellText.clean(raw));
        return rise.matches() ? CellNumbers.typed(rise.group(1)) : Optional.empty();
    }

    /** The unit of the value, where the table's is {@code stated}: 亿 under 万元 is 亿元; empty where none is stated. */
    public String unit(String stated) {
        return stated.isEmpty() || magnitude.isEmpty()
                ? stated
                : magnitude + PREFIX.matcher(stated).replaceFirst("");
    }
}
