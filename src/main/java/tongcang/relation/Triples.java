package tongcang.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Finds results of two parts that stand anywhere near. */
final class Triples {
    private static final int LINES = 16;
    private static final int BUDGET = 200_000;

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
            if (pattern.kind() == Kind.SUM && isFarOff(pattern, line)) {
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
        return lines.has(line, pattern.result())
                && lines.has(line, a)
                && lines.has(line, b)
                && Math.abs(lines.value(line, pattern.result()) - lines.value(line, a) - lines.value(line, b))
                        > 2 * lines.power(lines.scale());
    }
}
