package tongcang.relation;

/** Tells whether a pattern holds in a line. What it last found out can be asked for; all in units of the grid's scale. */
final class Judge {

    /** What a line says to a pattern. */
    enum Verdict {
        /** The result or the parts are missing. */
        SILENT,
        /** It holds, but zeros or equal numbers would hold anyway. */
        TRIVIAL,
        HOLDS,
        FAILS
    }

    private final Lines lines;
    /** Whether quotients are promised in percent; then the decimals that are shown are all that rounding did. */
    private final boolean percentOnly;

    private long difference;
    private long tolerance;
    private long choices;
    private long unit;

    /** Quotients may be fractions or in percent. */
    Judge(Lines lines) {
        this(lines, false);
    }

    /** {@code percentOnly}: quotients are in percent. */
    Judge(Lines lines, boolean percentOnly) {
        this.lines = lines;
        this.percentOnly = percentOnly;
    }

    /** The result less what it should be. */
    long difference() {
        return difference;
    }

    /** How far off it may be by rounding alone. */
    long tolerance() {
        return tolerance;
    }

    /** Among how many results of the shown decimals it could have been. */
    long choices() {
        return choices;
    }

    /** What the last decimal of the result counts, as it was taken. */
    long unit() {
        return unit;
    }

    Verdict judge(Pattern pattern, int line) {
        if (!lines.has(line, pattern.result())) {
            return Verdict.SILENT;
        }
        return switch (pattern.kind()) {
            case SUM, DIFFERENCE, AVERAGE -> additive(pattern, line);
            case RATIO -> quotient(pattern.result(), pattern.parts()[0], pattern.parts()[1], 0, line);
            case GROWTH -> quotient(pattern.result(), pattern.parts()[1], pattern.parts()[0], 1, line);
            case CUMULATIVE -> throw new IllegalArgumentException("a running total lies in more than one line");
        };
    }

    private Verdict additive(Pattern pattern, int line) {
        boolean less = pattern.kind() == Kind.DIFFERENCE;
        long total = 0;
        long units = 0;
        int present = 0;
        int nonzero = 0;
        long low = Long.MAX_VALUE;
        long high = Long.MIN_VALUE;
        for (int i = 0; i < pattern.parts().length; i++) {
            int part = pattern.parts()[i];
            if (lines.has(line, part)) {
                long value = lines.value(line, part);
                total += less && i > 0 ? -value : value;
                units = Math.max(units, lines.unit(line, part));
                present++;
                nonzero += value == 0 ? 0 : 1;
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        long value = lines.value(line, pattern.result());
        unit = lines.unit(line, pattern.result());
        if (pattern.kind() == Kind.AVERAGE) {
            return present < 2 ? Verdict.SILENT : average(value, total, present, high - low);
        }
        difference = value - total;
        tolerance = Rounding.ofSum(unit, units, present);
        choices = Math.max(Math.abs(value), less ? high : 0) / Math.max(unit, units);
        return present == 0 || less && !lines.has(line, pattern.parts()[0]) ? Verdict.SILENT : verdict(nonzero > 1);
    }

    private Verdict average(long value, long total, int count, long spread) {
        difference = value - Math.floorDiv(2 * total + count, 2L * count);
        tolerance = (unit + 1) / 2;
        choices = spread / unit;
        return verdict(spread > 0);
    }

    /** {@code value} against {@code top / bottom - less}, in percent or as a fraction. */
    private Verdict quotient(int result, int top, int bottom, int less, int line) {
        if (!lines.has(line, top) || !lines.has(line, bottom)) {
            return Verdict.SILENT;
        }
        long a = lines.value(line, top);
        long b = lines.value(line, bottom);
        long value = lines.value(line, result);
        unit = Math.max(lines.unit(line, result), less * grain(result));
        if (b == 0) {
            difference = value;
            return value == 0 ? Verdict.TRIVIAL : Verdict.FAILS;
        }
        long one = lines.power(lines.scale());
        long percent = value - Rounding.divide(a - less * b, 100 * one, b);
        long fraction = value - Rounding.divide(a - less * b, one, b);
        boolean isPercent = percentOnly || Math.abs(percent) <= Math.abs(fraction);
        difference = isPercent ? percent : fraction;
        tolerance = (unit + less * byLevels(line, top, bottom, value, isPercent ? 100 * one : one)) / 2 + 1;
        choices = Math.abs(value) / Math.max(unit, tolerance);
        if (less == 1 && 2 * tolerance > (isPercent ? 100 * one : one)) {
            return Verdict.SILENT; // too coarse to tell growth from a ratio
        }
        return verdict(a != 0 && a != b && value != 0);
    }

    /** What the rounding of two levels does to their quotient; a share's are mostly counts, which are exact. */
    private long byLevels(int line, int top, int bottom, long value, long whole) {
        long b = lines.value(line, bottom);
        long byTop = Rounding.divide(Math.max(lines.unit(line, top), grain(top)), whole, b);
        long byBottom = Rounding.divide(Math.max(lines.unit(line, bottom), grain(bottom)), value + whole, b);
        return Math.abs(byTop) + Math.abs(byBottom);
    }

    private long grain(int position) {
        return percentOnly ? 0 : lines.grain(position);
    }

    private Verdict verdict(boolean telling) {
        return Math.abs(difference) > tolerance ? Verdict.FAILS : telling ? Verdict.HOLDS : Verdict.TRIVIAL;
    }
}
