package tongcang.relation;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Finds running totals: each is the one before it and what the same line adds, 本年累计 beside 本月. */
final class RunningTotals {
    private static final int NEAR = 4;
    private static final int BITS = 24;
    private static final int MOST_LENGTH = 512;

    private final Lines lines;
    private final int[] at;

    RunningTotals(Lines lines) {
        this.lines = lines;
        this.at = IntStream.range(0, lines.length()).filter(lines::isNumeric).toArray();
    }

    void find(Consumer<Relation> out) {
        for (int i = 0; i < at.length && at.length <= MOST_LENGTH; i++) {
            for (int j = Math.max(0, i - NEAR); j < Math.min(at.length, i + NEAR + 1); j++) {
                if (i != j && isRunning(at[i], at[j])) {
                    tell(at[i], at[j], out);
                }
            }
        }
    }

    private boolean isRunning(int total, int added) {
        int bits = 0;
        int holds = 0;
        int fails = 0;
        for (int line = 1; line < lines.count() && fails <= 1 + holds / 4; line++) {
            if (isStep(line, total, added)) {
                boolean fits = Math.abs(difference(line, total, added)) <= tolerance(line, total, added);
                holds += fits ? 1 : 0;
                fails += fits ? 0 : 1;
                bits += fits ? Evidence.log2(Math.abs(lines.value(line, added)) / lines.unit(line, total)) : 0;
            }
        }
        return bits >= BITS && holds > 1 && fails <= holds / 4;
    }

    private boolean isStep(int line, int total, int added) {
        return lines.has(line - 1, total)
                && lines.has(line, total)
                && lines.has(line, added)
                && lines.value(line - 1, total) != 0
                && lines.value(line, added) != 0;
    }

    private long difference(int line, int total, int added) {
        return lines.value(line, total) - lines.value(line - 1, total) - lines.value(line, added);
    }

    private long tolerance(int line, int total, int added) {
        return Rounding.ofSum(
                lines.unit(line, total), Math.max(lines.unit(line - 1, total), lines.unit(line, added)), 2);
    }

    private void tell(int total, int added, Consumer<Relation> out) {
        for (int line = 1; line < lines.count(); line++) {
            long difference = difference(line, total, added);
            long tolerance = tolerance(line, total, added);
            if (isStep(line, total, added) && Math.abs(difference) <= tolerance) {
                out.accept(new Relation(
                        Kind.CUMULATIVE,
                        lines.place(line, total),
                        List.of(lines.place(line - 1, total), lines.place(line, added)),
                        true,
                        BigDecimal.valueOf(difference, lines.scale()),
                        BigDecimal.valueOf(tolerance, lines.scale())));
            }
        }
    }
}
