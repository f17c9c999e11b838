package tongcang.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Finds results of two parts that stand anywhere near. */
final class Triples {
    private static final int LINES = 16;
    private static final int BUDGET = 200_000;
    /* Digits are binary here: a hundred has seven, and two factors and their rounding leave three open. */
    private static final int HUNDRED = 7;
    private static final int SLACK = 3;
    /** What is smaller than so many of the last decimal may be anything by rounding. */
    private static final int FEW = 16;

    private final Lines lines;
    private final int[] at;
    private final int[] sample;
    private final int window;

    Triples(Lines lines) {
        this.lines = lines;
        this.at = IntStream.range(0, lines.length()).filter(lines::isNumeric).toArray();
        this.sample = lines.some(LINES);
        int w = 3;
        while (w < 24 && (long) w * w * at.length < BUDGET) {
            w++;
        }
        this.window = w;
    }

    List<Pattern> find(Kind kind) {
        List<Pattern> found = new ArrayList<>();
        Judge judge = new Judge(lines);
        for (int i = 0; i < at.length; i++) {
            int from = Math.max(0, i - window);
            int end = Math.min(at.length, i + window + 1);
            for (int a = from; a < end; a++) {
                for (int b = kind == Kind.SUM ? a + 1 : from; b < end; b++) {
                    if (a != i && b != i && a != b) {
                        Pattern pattern = new Pattern(kind, at[i], new int[] {at[a], at[b]});
                        if (isLikely(pattern, judge)) {
                            found.add(pattern);
                        }
                    }
                }
            }
        }
        return found;
    }

    private boolean isLikely(Pattern pattern, Judge judge) {
        int holds = 0;
        int fails = 0;
        for (int line : sample) {
            if (isFarOff(pattern, line)) {
                fails++;
            } else {
                switch (judge.judge(pattern, line)) {
                    case HOLDS -> holds++;
                    case FAILS -> fails++;
                    default -> {}
                }
            }
            if (fails > 1 + holds) {
                return false;
            }
        }
        return holds > 0 && holds >= fails;
    }

    /** Whether no rounding explains the difference; most are, and this is quick. */
    private boolean isFarOff(Pattern pattern, int line) {
        int a = pattern.parts()[0];
        int b = pattern.parts()[1];
        if (!lines.has(line, pattern.result()) || !lines.has(line, a) || !lines.has(line, b)) {
            return false;
        }
        long value = lines.value(line, pattern.result());
        long one = lines.power(lines.scale());
        return switch (pattern.kind()) {
            case SUM -> Math.abs(value - lines.value(line, a) - lines.value(line, b)) > 2 * one;
            case RATIO -> isFarOff(value, lines.value(line, b), lines.value(line, a), one);
            case GROWTH -> isFarOff(value, lines.value(line, a), lines.value(line, b) - lines.value(line, a), one);
            default -> false;
        };
    }

    /** Whether {@code value × bottom} is neither near {@code top} nor near a hundred times it, by the number of their digits. */
    private static boolean isFarOff(long value, long bottom, long top, long one) {
        int times = bits(value) + bits(bottom) - bits(one);
        int over = times - bits(top);
        return Math.abs(value) > FEW
                && Math.abs(top) > FEW
                && (over < -SLACK || over > SLACK)
                && (over < HUNDRED - SLACK || over > HUNDRED + SLACK);
    }

    private static int bits(long value) {
        return 64 - Long.numberOfLeadingZeros(Math.abs(value));
    }
}
