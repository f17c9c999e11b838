package tongcang.relation;

import java.math.BigInteger;

/** What rounding does to numbers that once fitted exactly. */
final class Rounding {
    private static final long BEYOND = Long.MAX_VALUE / 4;

    private Rounding() {}

    /**
     * How far a sum may be off: by half a unit of the result and of each part; of many parts not all err the same way.
     *
     * @param unit what the last shown decimal of the result counts
     * @param units of the parts
     * @param parts how many
     */
    static long ofSum(long unit, long units, int parts) {
        if (parts == 0) {
            return 0;
        }
        long finest = Math.min(unit, units);
        long worst = (unit + parts * units) / 2;
        return Math.min(worst, Math.max(unit, units) * root(parts)) / finest * finest;
    }

    /** The square root, rounded up. */
    private static long root(int n) {
        long root = 1;
        while (root * root < n) {
            root++;
        }
        return root;
    }

    /** {@code a * times / b}, towards zero; far beyond any number of a sheet where it does not fit. */
    static long divide(long a, long times, long b) {
        long low = a * times;
        if (Math.multiplyHigh(a, times) == low >> 63) {
            return low / b;
        }
        BigInteger quotient =
                BigInteger.valueOf(a).multiply(BigInteger.valueOf(times)).divide(BigInteger.valueOf(b));
        return quotient.bitLength() < 62 ? quotient.longValue() : BEYOND;
    }
}
