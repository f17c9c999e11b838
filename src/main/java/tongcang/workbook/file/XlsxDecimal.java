package tongcang.workbook.file;

/**
 * A number as stored. Up to 15 digits it is the very decimal that its double stands for; a longer one is rounded to
 * them, but for those that lie so near the middle that only the double can tell, and such with an exponent.
 */
final class XlsxDecimal extends XlsxDecoders.Buffered {
    private static final int DIGITS = 15;
    /** What a long holds in any case. */
    private static final int LONGEST = 18;

    private static final long[] POWERS = {1, 10, 100, 1000};
    /** How far from the middle a double may stray, by the number of digits to drop. */
    private static final long[] STRAY = {0, 2, 12, 120};

    private boolean decimal;
    private long unscaled;
    private int significant;
    private int scale;
    private String digits = "";

    /** Whether {@link #unscaled} and {@link #scale} hold it; else {@link #digits} does. */
    boolean isDecimal() {
        return decimal;
    }

    long unscaled() {
        return unscaled;
    }

    /** Digits behind the point, without trailing zeros. */
    int scale() {
        return scale;
    }

    /** As stored; empty where there is nothing. */
    String digits() {
        return digits;
    }

    @Override
    public void decode(char[] buffer, int start, int end) {
        boolean negative = buffer[start] == '-';
        decimal = read(buffer, negative ? start + 1 : start, end) && round();
        digits = decimal ? "" : new String(buffer, start, end - start);
        normalize(negative);
    }

    private boolean read(char[] buffer, int start, int end) {
        int point = -1;
        long value = 0;
        significant = 0;
        for (int i = start; i < end; i++) {
            char c = buffer[i];
            if (XlsxDecoders.isDigit(c)) {
                value = value * 10 + c - '0';
                significant += value == 0 ? 0 : 1;
            } else if (c == '.' && point < 0) {
                point = i;
            } else {
                return false;
            }
            if (significant > LONGEST) {
                return false;
            }
        }
        unscaled = value;
        scale = point < 0 ? 0 : end - point - 1;
        return end - start > (point < 0 ? 0 : 1);
    }

    private boolean round() {
        int drop = significant - DIGITS;
        if (drop <= 0) {
            return true;
        }
        long middle = POWERS[drop] / 2;
        long rest = unscaled % POWERS[drop];
        if (drop > scale || Math.abs(rest - middle) <= STRAY[drop]) {
            return false;
        }
        unscaled = unscaled / POWERS[drop] + (rest > middle ? 1 : 0);
        scale -= drop;
        return true;
    }

    private void normalize(boolean negative) {
        unscaled = negative ? -unscaled : unscaled;
        scale = unscaled == 0 ? 0 : scale;
        while (scale > 0 && unscaled % 10 == 0) {
            unscaled /= 10;
            scale--;
        }
    }

    @Override
    public void handleEmptyValue() {
        decimal = false;
        digits = "";
    }
}
