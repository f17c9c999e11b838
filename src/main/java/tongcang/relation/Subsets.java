package tongcang.relation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds totals whose parts stand on one side of them with other numbers between: each half of the nearest positions is
 * added up in all ways, and the two halves are held against what the total leaves.
 */
final class Subsets {
    private static final int HALF = 6;
    private static final int MOST_LENGTH = 512;
    private static final int MOST_PER_RESULT = 32;
    private static final int WITNESSES = 4;

    private final Lines lines;
    private final boolean[] free;
    private final Judge judge;
    private final int[] sample;
    private final List<Pattern> found = new ArrayList<>();

    /** {@code free}: positions that can be parts. */
    Subsets(Lines lines, boolean[] free) {
        this.lines = lines;
        this.free = free;
        this.judge = new Judge(lines);
        this.sample = lines.some(64);
    }

    List<Pattern> find() {
        for (int p = 0; p < free.length && free.length <= MOST_LENGTH; p++) {
            if (lines.isNumeric(p)) {
                int[] witnesses = witnesses(p);
                if (witnesses.length > 1) {
                    search(p, nearest(p, -1), witnesses);
                    search(p, nearest(p, 1), witnesses);
                }
            }
        }
        return found;
    }

    /** The lines in which the result has the most digits, which say most of what it is the sum of. */
    private int[] witnesses(int result) {
        return Arrays.stream(sample)
                .filter(l -> lines.has(l, result) && lines.value(l, result) != 0)
                .boxed()
                .sorted(Comparator.comparing((Integer l) -> -Math.abs(lines.value(l, result))))
                .limit(WITNESSES)
                .mapToInt(l -> l)
                .toArray();
    }

    private int[] nearest(int result, int away) {
        return IntStream.iterate(result + away, p -> p >= 0 && p < free.length, p -> p + away)
                .filter(p -> free[p])
                .limit(2 * HALF)
                .toArray();
    }

    private void search(int result, int[] near, int[] witnesses) {
        int half = near.length / 2;
        long[] low = sums(near, 0, half, witnesses[0]);
        Integer[] order = IntStream.range(0, low.length)
                .boxed()
                .sorted(Comparator.comparing(i -> low[i]))
                .toArray(Integer[]::new);
        long[] sorted = Arrays.stream(order).mapToLong(i -> low[i]).toArray();
        long[] high = sums(near, half, near.length, witnesses[0]);
        long slack = slack(result, near, witnesses[0]);
        int before = found.size();
        for (int h = 0; h < high.length; h++) {
            long rest = lines.value(witnesses[0], result) - high[h];
            for (int i = from(sorted, rest - slack); i < sorted.length && sorted[i] <= rest + slack; i++) {
                int chosen = order[i] | h << half;
                if (Integer.bitCount(chosen) > 2 && found.size() - before < MOST_PER_RESULT) {
                    take(result, near, chosen, witnesses);
                }
            }
        }
    }

    private long slack(int result, int[] near, int line) {
        long unit = lines.unit(line, result);
        for (int p : near) {
            unit = lines.has(line, p) ? Math.max(unit, lines.unit(line, p)) : unit;
        }
        return Rounding.ofSum(lines.unit(line, result), unit, near.length);
    }

    private static int from(long[] sorted, long least) {
        int at = Arrays.binarySearch(sorted, least);
        at = at < 0 ? -at - 1 : at;
        while (at > 0 && sorted[at - 1] == least) {
            at--;
        }
        return at;
    }

    private void take(int result, int[] near, int chosen, int[] witnesses) {
        int[] parts = IntStream.range(0, near.length)
                .filter(i -> (chosen >> i & 1) == 1)
                .map(i -> near[i])
                .sorted()
                .toArray();
        Pattern pattern = new Pattern(Kind.SUM, result, parts);
        if (Arrays.stream(witnesses).allMatch(l -> judge.judge(pattern, l) != Judge.Verdict.FAILS)) {
            found.add(pattern);
        }
    }

    /** The sums of all choices among some positions; which, say the bits of the index. Zeros and blanks are chosen never. */
    private long[] sums(int[] near, int from, int to, int line) {
        long[] sums = new long[1 << to - from];
        for (int choice = 1; choice < sums.length; choice++) {
            int last = Integer.numberOfTrailingZeros(choice);
            int position = near[from + last];
            sums[choice] = sums[choice & choice - 1] + (lines.has(line, position) ? lines.value(line, position) : 0);
        }
        return sums;
    }
}
