package tongcang.quantity;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads numbers as Chinese texts write them: Arabic digits, Chinese numerals, and both mixed ({@code 1亿3千万}). */
public final class Numerals {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String MAGNITUDES = "十百千";
    private static final BigDecimal WAN = BigDecimal.valueOf(10_000);
    private static final BigDecimal YI = BigDecimal.valueOf(100_000_000);

    private Numerals() {}

    /** Whether a character can stand in a Chinese numeral. */
    public static boolean isChinese(char c) {
        return DIGITS.indexOf(c) >= 0 || MAGNITUDES.indexOf(c) >= 0 || c == '两' || c == '零' || c == '万' || c == '亿';
    }

    /** Whether a numeral is a magnitude alone: {@code 千亿}, {@code 百万}. */
    public static boolean isBareMagnitude(CharSequence text) {
        return text.length() > 0 && text.chars().allMatch(c -> MAGNITUDES.indexOf(c) >= 0 || c == '万' || c == '亿');
    }

    /**
     * Column behind the Arabic number that starts at {@code at}: digits, thousands separators before three digits, one
     * decimal point; {@code at} itself where none starts.
     */
    public static int arabicEnd(CharSequence text, int at) {
        int i = digitsEnd(text, at);
        while (i > at && i + 3 < text.length() && text.charAt(i) == ',' && digitsEnd(text, i + 1) == i + 4) {
            i += 4;
        }
        if (i > at && i + 1 < text.length() && text.charAt(i) == '.' && isDigit(text.charAt(i + 1))) {
            i = digitsEnd(text, i + 1);
        }
        return i;
    }

    /** Column behind the Chinese numeral that starts at {@code at}; {@code at} itself where none starts. */
    public static int chineseEnd(CharSequence text, int at) {
        int i = at;
        while (i < text.length() && isChinese(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** The value of a whole numeral; empty where it is none. */
    public static Optional<BigDecimal> value(String text) {
        String s = text.replace(",", "").replace('零', '〇').replace('两', '二');
        if (s.isEmpty()) {
            return Optional.empty();
        }
        if (arabicEnd(s, 0) == s.length()) {
            return Optional.of(new BigDecimal(s));
        }
        return chinese(s);
    }

    private static Optional<BigDecimal> chinese(String s) {
        BigDecimal total = BigDecimal.ZERO;
        BigDecimal section = BigDecimal.ZERO;
        BigDecimal digit = null;
        for (int i = 0; i < s.length(); ) {
            int end = arabicEnd(s, i);
            char c = s.charAt(i);
            if (end > i) {
                digit = new BigDecimal(s.substring(i, end));
                i = end;
                continue;
            }
            if (DIGITS.indexOf(c) >= 0) {
                BigDecimal value = BigDecimal.valueOf(DIGITS.indexOf(c));
                digit = digit == null ? value : digit.multiply(BigDecimal.TEN).add(value);
            } else if (MAGNITUDES.indexOf(c) >= 0) {
                section = section.add(orOne(digit).multiply(BigDecimal.TEN.pow(MAGNITUDES.indexOf(c) + 1)));
                digit = null;
            } else if (c == '万' || c == '亿') {
                total = scaled(total, section.add(digit == null ? BigDecimal.ZERO : digit), c == '万' ? WAN : YI);
                section = BigDecimal.ZERO;
                digit = null;
            } else {
                return Optional.empty();
            }
            i++;
        }
        return Optional.of(total.add(section).add(digit == null ? BigDecimal.ZERO : digit));
    }

    /** All that is less than a magnitude and stands before it is counted in it: 一万二千亿 is 12000亿, 一亿三千万 is not. */
    private static BigDecimal scaled(BigDecimal total, BigDecimal before, BigDecimal magnitude) {
        if (total.compareTo(magnitude) < 0) {
            return orOne(zeroAsNull(total.add(before))).multiply(magnitude);
        }
        return before.signum() == 0 ? total.multiply(magnitude) : total.add(before.multiply(magnitude));
    }

    private static BigDecimal orOne(@org.jspecify.annotations.Nullable BigDecimal value) {
        return value == null ? BigDecimal.ONE : value;
    }

    private static @org.jspecify.annotations.Nullable BigDecimal zeroAsNull(BigDecimal value) {
        return value.signum() == 0 ? null : value;
    }

    private static int digitsEnd(CharSequence text, int at) {
        int i = at;
        while (i < text.length() && isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
