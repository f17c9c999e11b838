package tongcang.workbook.layout;

import java.math.BigDecimal;

/** Slips of whoever typed or scanned a number: a digit too many or too few, two in the wrong order, the point misplaced. */
final class Slips {
    private static final int SHORTEST = 3;

    private Slips() {}

    /** Whether one slip makes {@code written} of {@code meant}. */
    static boolean explain(BigDecimal written, BigDecimal meant) {
        if (written.signum() <= 0 || meant.signum() <= 0 || written.compareTo(meant) == 0) {
            return false;
        }
        String a = digits(written);
        String b = digits(meant);
        return a.equals(b)
                || a.length() >= SHORTEST
                        && b.length() >= SHORTEST
                        && (isOneLess(written.toPlainString(), meant.toPlainString())
                                || isOneLess(meant.toPlainString(), written.toPlainString())
                                || isTurned(written.toPlainString(), meant.toPlainString()));
    }

    /** The significant digits: they are the same where only the point is misplaced. */
    private static String digits(BigDecimal number) {
        return number.stripTrailingZeros().unscaledValue().toString();
    }

    /** Whether {@code shorter} is {@code longer} without one digit. */
    private static boolean isOneLess(String shorter, String longer) {
        if (shorter.length() + 1 != longer.length()) {
            return false;
        }
        int at = 0;
        while (at < shorter.length() && shorter.charAt(at) == longer.charAt(at)) {
            at++;
        }
        return shorter.substring(at).equals(longer.substring(at + 1));
    }

    private static boolean isTurned(String a, String b) {
        if (a.length() != b.length()) {
            return false;
        }
        int at = 0;
        while (at < a.length() - 1 && a.charAt(at) == b.charAt(at)) {
            at++;
        }
        return at < a.length() - 1
                && a.charAt(at) == b.charAt(at + 1)
                && a.charAt(at + 1) == b.charAt(at)
                && a.substring(at + 2).equals(b.substring(at + 2));
    }
}
