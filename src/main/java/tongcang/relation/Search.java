package tongcang.relation;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import tongcang.relation.Accepted.Need;

/** Finds the patterns of one axis: totals next to their parts first, then totals of totals, then what stands apart. */
final class Search {
    private static final Need NEIGHBOURS = new Need(9, 20, false);
    private static final Need STEPS = new Need(20, 20, true);
    private static final Need SCATTERED = new Need(32, 20, true);
    private static final Need PAIRS = new Need(26, 20, true);
    private static final Need QUOTIENTS = new Need(16, 30, false);
    private static final Need AVERAGES = new Need(24, 30, true);
    /** How many numbers may stand between a total and its parts. */
    private static final int SKIP = 3;
    /** Every how many-th number may be a part: panels side by side. */
    private static final int WIDEST_STEP = 8;

    /** In a longer line only totals next to their parts are looked for. */
    private static final int LONG = 8192;

    private final Lines lines;
    private final Ranges ranges;
    private final Accepted accepted;
    /** Positions with numbers that are not yet the parts of a total. */
    private final boolean[] free;

    Search(Lines lines) {
        this.lines = lines;
        this.ranges = new Ranges(lines);
        this.accepted = new Accepted(lines);
        this.free = new boolean[lines.length()];
        for (int p = 0; p < free.length; p++) {
            free[p] = lines.isNumeric(p);
        }
    }

    List<Accepted.Found> find() {
        boolean[] numeric = free.clone();
        totals();
        if (lines.length() > LONG) {
            return accepted.all();
        }
        Triples triples = new Triples(lines);
        List<Pattern> quotients = new ArrayList<>(triples.find(Kind.RATIO));
        quotients.addAll(triples.find(Kind.GROWTH));
        accepted.takeNew(quotients, QUOTIENTS);
        for (int p = 0; p < free.length; p++) {
            free[p] &= !accepted.isResult(p, Kind.RATIO) && !accepted.isResult(p, Kind.GROWTH);
        }
        totals();
        accepted.take(ranges.find(Kind.SUM, results(), 1, SKIP), NEIGHBOURS, new boolean[0]);
        List<Pattern> steps = new ArrayList<>();
        for (int step = 2; step <= WIDEST_STEP; step++) {
            steps.addAll(ranges.find(Kind.SUM, numeric, step, 2 * step));
        }
        accepted.take(steps, STEPS, new boolean[0]);
        totals();
        accepted.takeNew(new Subsets(lines, free).find(), SCATTERED);
        accepted.takeNew(triples.find(Kind.SUM), PAIRS);
        accepted.take(ranges.find(Kind.AVERAGE, numeric, 1, SKIP), AVERAGES, free);
        accepted.take(ranges.find(Kind.AVERAGE, free, 1, SKIP), AVERAGES, free);
        accepted.repeatBeside();
        return accepted.all();
    }

    /** Totals of what stands next to them, and of such totals. */
    List<Accepted.Found> nearTotals() {
        totals();
        accepted.take(ranges.find(Kind.SUM, results(), 1, SKIP), NEIGHBOURS, new boolean[0]);
        return accepted.all();
    }

    /** Totals of what stands next to them, then of what is left when their parts are passed over, and so on. */
    private void totals() {
        int skip = 0;
        while (skip <= SKIP) {
            int before = accepted.size();
            accepted.take(ranges.find(Kind.SUM, free, 1, skip), NEIGHBOURS, free);
            for (Accepted.Found found : accepted.all()) {
                if (found.pattern().kind() == Kind.SUM) {
                    for (int part : found.pattern().parts()) {
                        free[part] = false;
                    }
                }
            }
            skip = accepted.size() > before ? 0 : skip == 0 && lines.length() <= LONG ? SKIP : SKIP + 1;
        }
    }

    private boolean[] results() {
        boolean[] results = new boolean[free.length];
        for (int p = 0; p < results.length; p++) {
            results[p] = accepted.isResult(p, Kind.SUM);
        }
        return results;
    }

    /** The parts as a person would mark them: with the empty places inside a range, and those with words up to the result. */
    int[] marked(Pattern pattern) {
        int[] parts = pattern.parts();
        if (parts.length < 3 || !pattern.isAdditive() || pattern.kind() == Kind.DIFFERENCE) {
            return parts;
        }
        int first = parts[0];
        int last = parts[parts.length - 1];
        if (IntStream.range(first, last + 1).filter(lines::isNumeric).count() > parts.length) {
            return parts;
        }
        TreeSet<Integer> all = new TreeSet<>();
        IntStream.of(parts).forEach(all::add);
        boolean fewBlanks =
                2 * IntStream.range(first, last).filter(this::isBlank).count() < parts.length;
        IntStream.range(first, last)
                .filter(p -> !lines.isNumeric(p) && (fewBlanks || lines.isWorded(p)))
                .forEach(all::add);
        int from = first > pattern.result() ? pattern.result() + 1 : last + 1;
        int to = first > pattern.result() ? first : pattern.result();
        if (lines.across() && IntStream.range(from, to).allMatch(lines::isWorded)) {
            IntStream.range(from, to).forEach(all::add);
        }
        return all.stream().mapToInt(p -> p).toArray();
    }

    private boolean isBlank(int position) {
        return !lines.isNumeric(position) && !lines.isWorded(position);
    }
}
