package tongcang.relation;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds totals and averages of positions in a row: those next to each other, or every so many-th. */
final class Ranges {
    private static final int LINES = 64;
    private static final int MANY = 200_000;

    private final Lines lines;
    private final int[] sample;
    private final int[] present;
    private final int widest;

    Ranges(Lines lines) {
        this.lines = lines;
        this.sample = lines.some(LINES);
        this.present = IntStream.range(0, lines.length())
                .map(p ->
                        (int) Arrays.stream(sample).filter(l -> lines.has(l, p)).count())
                .toArray();
        this.widest =
                (int) Math.max(16, Math.min(400, 20_000_000L / Math.max(1, (long) lines.length() * sample.length)));
    }

    /**
     * Finds candidates.
     *
     * @param free positions that can be parts
     * @param step 1 for positions next to each other among the free ones
     * @param skip how many free positions may lie between the result and its first part
     */
    Collection<Pattern> find(Kind kind, boolean[] free, int step, int skip) {
        int[] at = IntStream.range(0, free.length).filter(p -> free[p]).toArray();
        Map<Pattern, Integer> found = new LinkedHashMap<>();
        for (int line : sample) {
            int behind = 0;
            for (int result = 0; result < lines.length(); result++) {
                while (behind < at.length && at[behind] <= result) {
                    behind++;
                }
                if (lines.has(line, result) && found.size() < MANY) {
                    int before = behind - 1 - (behind > 0 && at[behind - 1] == result ? 1 : 0);
                    for (int s = 0; s <= skip; s++) {
                        scan(new Scan(kind, line, result, behind + s, step), at, found);
                        scan(new Scan(kind, line, result, before - s, -step), at, found);
                    }
                }
            }
        }
        found.entrySet().removeIf(e -> 5 * e.getValue() < present[e.getKey().result()]);
        return found.keySet();
    }

    /** From which of the free positions on, and in which steps, parts are added up. */
    private record Scan(Kind kind, int line, int result, int start, int step) {
        Pattern pattern(int[] at, int parts) {
            return new Pattern(
                    kind,
                    result,
                    IntStream.range(0, parts)
                            .map(i -> at[start + i * step])
                            .sorted()
                            .toArray());
        }
    }

    private void scan(Scan scan, int[] at, Map<Pattern, Integer> found) {
        int second = scan.start + scan.step;
        if (second < 0 || second >= at.length) {
            return;
        }
        long value = lines.value(scan.line, scan.result);
        long unit = lines.unit(scan.line, scan.result);
        boolean average = scan.kind == Kind.AVERAGE;
        boolean mixed = value < 0 || average;
        long sum = 0;
        long units = unit;
        int present = 0;
        int steps = 0;
        for (int i = scan.start; i >= 0 && i < at.length && (!mixed || steps < widest); i += scan.step) {
            steps++;
            if (!lines.has(scan.line, at[i])) {
                continue;
            }
            long part = lines.value(scan.line, at[i]);
            mixed |= part < 0;
            sum += part;
            present++;
            units = Math.max(units, lines.unit(scan.line, at[i]));
            long should = average ? value * present : value;
            long most = (average ? unit : units) * present;
            if (present > (average ? 1 : 0) && steps > 1 && Math.abs(should - sum) <= most) {
                if (average || Math.abs(value - sum) <= Rounding.ofSum(unit, units, present)) {
                    found.merge(scan.pattern(at, steps), 1, Integer::sum);
                }
            } else if (!mixed && sum > value + most) {
                break;
            }
        }
    }
}
