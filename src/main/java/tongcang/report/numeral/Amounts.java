package tongcang.report.numeral;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tongcang.quantity.Numerals;
import tongcang.quantity.Units;
import tongcang.report.text.Characters;

/** A number with its magnitude, its unit and the words that qualify it. */
final class Amounts {
    private static final List<String> BELOW = List.of("立方米", "平方米", "平方公里", "公顷", "亩", "吨", "升", "千瓦时", "公里");

    private static final Pattern PERSONS =
            Pattern.compile("[^，,。；;、\\d]{0,6}?(?:人口|群众|市民|居民|农民|村民|职工|学生|老人|劳动力|儿童|患者|毕业生|旅客|游客|干部)");
    /** What has no unit: a ratio to a hundred or to one. */
    private static final Pattern INDEX = Pattern.compile("(?:性别比|系数|指数)(?:分别)?(?:为|是|达到|达|升至|降至)$");
    /** How far back its name is looked for. */
    private static final int REACH = 10;

    private final Units units;

    Amounts(Units units) {
        this.units = units;
    }

    /** A number, 余 or 多, and a unit. */
    Optional<Mention> of(String text, int start, int end) {
        String digits = text.substring(start, end);
        boolean chinese = Numerals.isChinese(digits.charAt(0));
        int tail = chinese ? magnitudeStart(digits) : digits.length();
        BigDecimal value = tail == 0
                ? BigDecimal.ONE
                : Numerals.value(digits.substring(0, tail)).orElse(BigDecimal.ONE);
        int magnitude = start + tail;
        int more = Qualifiers.skipMore(text, magnitude);
        int magnitudeEnd = chinese && more == magnitude ? end : ownMagnitudeEnd(text, more);
        int unitStart = Qualifiers.skipMore(text, magnitudeEnd);
        boolean much = more > magnitude || unitStart > magnitudeEnd;
        int unitEnd = unitStart + unitLength(text, unitStart);
        unitEnd = otherEnd(text, unitStart, unitEnd);
        String unit = text.substring(more, magnitudeEnd)
                + text.substring(unitStart, unitEnd).strip();
        if (unitEnd == unitStart && magnitudeEnd == more) {
            return Optional.empty();
        }
        if (unitEnd == unitStart && !isCountedBare(text, magnitudeEnd) && !isWhole(text, start, magnitudeEnd)) {
            return Optional.empty();
        }
        String whole = unit.replace(" ", "") + persons(text, unit, unitEnd) + perUnit(text, start, unit);
        boolean minus = isMinus(text, start - 1);
        return Optional.of(mention(
                text,
                minus ? start - 1 : start,
                Math.max(unitEnd, unitStart),
                minus ? value.negate() : value,
                whole,
                much));
    }

    /** 性别比为105.2, 恩格尔系数为0.31: a pure number that ends its clause. */
    Optional<Mention> index(String text, int start, int end) {
        boolean ends = end == text.length() || "，,。;；、！)）".indexOf(text.charAt(end)) >= 0;
        boolean named =
                INDEX.matcher(text.substring(Math.max(0, start - REACH), start)).find();
        return ends && named && Characters.isDigit(text.charAt(start))
                ? Numerals.value(text.substring(start, end)).map(value -> mention(text, start, end, value, "", false))
                : Optional.empty();
    }

    /** 万套（间）, 台（套）: behind another unit in brackets, where both are listed as one. */
    private int otherEnd(String text, int start, int end) {
        if (end == start || end + 2 >= text.length() || "（(".indexOf(text.charAt(end)) < 0) {
            return end;
        }
        int close = Math.max(text.indexOf('）', end), text.indexOf(')', end));
        boolean both = close > end
                && close <= end + 3
                && units.parse(text.substring(start, close + 1).strip()).isPresent();
        return both ? close + 1 : end;
    }

    /** 1.65万贫困人口: persons, though only a magnitude stands in front of them. */
    private static String persons(String text, String unit, int end) {
        return Numerals.isBareMagnitude(unit)
                        && PERSONS.matcher(text).region(end, text.length()).lookingAt()
                ? "人"
                : "";
    }

    /** Whether a sign stands at a column, and no dash between two numbers or within a name: 为-3.19‰. */
    static boolean isMinus(String text, int at) {
        return at > 0 && "-−﹣".indexOf(text.charAt(at)) >= 0 && "为达是到至了长降率幅速、，,：:（( ".indexOf(text.charAt(at - 1)) >= 0;
    }

    /** The same where a unit stands behind: 亿千瓦时 is 亿 of 千瓦时, no 亿千 of a unit 瓦. */
    private int ownMagnitudeEnd(String text, int at) {
        int end = magnitudeEnd(text, at);
        return end > at && at + unitLength(text, at) > end + unitLength(text, end) ? end - 1 : end;
    }

    /** Behind the magnitudes at a column: 3千万 has some, 3五年 has none. */
    static int magnitudeEnd(String text, int at) {
        int end = Numerals.chineseEnd(text, at);
        return Numerals.isBareMagnitude(text.subSequence(at, end)) ? end : at;
    }

    /** {@code 每立方米19微克}: what a value is divided by may stand in front of it. */
    private static String perUnit(String text, int start, String unit) {
        String before = text.substring(Math.max(0, start - 6), start);
        for (String below : BELOW) {
            if (before.endsWith("每" + below) && unit.indexOf('/') < 0 && !unit.isEmpty()) {
                return "/" + below;
            }
        }
        return "";
    }

    /** {@code 71.3万监测对象}: a magnitude and at once the thing that is counted. */
    private static boolean isCountedBare(String text, int at) {
        return at < text.length() && Character.isIdeographic(text.charAt(at));
    }

    /** {@code 减少25万。}: digits with 万 or 亿 that end a clause; what is counted stands before them. */
    private static boolean isWhole(String text, int start, int at) {
        return Characters.isDigit(text.charAt(start))
                && "万亿".indexOf(text.charAt(at - 1)) >= 0
                && start > 0
                && Character.isIdeographic(text.charAt(start - 1))
                && (at == text.length() || "，,。；;、".indexOf(text.charAt(at)) >= 0);
    }

    private static Mention mention(String text, int start, int end, BigDecimal value, String unit, boolean more) {
        Qualifiers.Found found = Qualifiers.of(text, start, end, more);
        return new Mention(start, end, found.behind(), value, null, List.of(), unit, found.comparator(), false);
    }

    /** Where the trailing magnitude 万, 亿 … of a Chinese numeral starts: it belongs to the unit. */
    private static int magnitudeStart(String digits) {
        if (Numerals.isBareMagnitude(digits)) {
            return 0;
        }
        int i = digits.length();
        while (i > 0 && (digits.charAt(i - 1) == '万' || digits.charAt(i - 1) == '亿')) {
            i--;
        }
        return i;
    }

    /** The length of the unit that stands at a column, with the spaces before it; 0 where none does. */
    int unitLength(String text, int at) {
        int space = at;
        while (space < text.length() && text.charAt(space) == ' ') {
            space++;
        }
        int length = units.lengthAt(text, space);
        return length == 0 ? 0 : space - at + length;
    }
}
