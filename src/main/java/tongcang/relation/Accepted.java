package tongcang.relation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The patterns of an axis that are believed so far, none of which says what another says already. */
final class Accepted {

    /** A pattern and what speaks for it. */
    record Found(Pattern pattern, Evidence evidence) {}

    /** How far off a total's copy may stand. */
    private static final int NEAR = 2;

    /**
     * How sure a pattern must be: the less it stands where such patterns stand, the surer.
     *
     * @param bits as a power of 2, how unlikely it must be
     * @param percent of the lines in which it may fail: sheets have slips, and rows of another kind
     * @param apart whether lines that are multiples of each other count once
     */
    record Need(int bits, int percent, boolean apart) {}

    private final Lines lines;
    private final List<Found> all = new ArrayList<>();
    private final Map<Integer, List<Pattern>> byResult = new HashMap<>();
    private final Set<Equation> equations = new HashSet<>();
    private final Span span = new Span();
    private final Map<Integer, Integer> copyOf = new HashMap<>();

    Accepted(Lines lines) {
        this.lines = lines;
        copies();
    }

    List<Found> all() {
        return all;
    }

    int size() {
        return all.size();
    }

    boolean isResult(int position, Kind kind) {
        return byResult.getOrDefault(position, List.of()).stream().anyMatch(p -> p.kind() == kind);
    }

    /**
     * Takes those candidates that tell more than chance, the surest first.
     *
     * @param free what the parts of the surest may be widened by
     */
    void take(Collection<Pattern> candidates, Need need, boolean[] free) {
        sure(candidates, need)
                .sorted(SUREST.thenComparing(f -> f.pattern.reach()))
                .forEach(f -> add(f, free));
    }

    /** As {@link #take}, but nothing that follows from what is known, and of a quotient's three forms that with the smallest result. */
    void takeNew(Collection<Pattern> candidates, Need need) {
        sure(candidates, need)
                .sorted(Comparator.comparingLong((Found f) -> f.pattern.isAdditive() ? 0 : size(f.pattern.result()))
                        .thenComparing(SUREST)
                        .thenComparing(f -> f.pattern.reach()))
                .filter(f -> !f.pattern.isAdditive() || !span.follows(f.pattern))
                .forEach(f -> add(f, new boolean[0]));
    }

    private Stream<Found> sure(Collection<Pattern> candidates, Need need) {
        int bits = need.bits + Evidence.log2(lines.length());
        return candidates.stream()
                .map(p -> new Found(p, Evidence.of(p, lines, need.apart)))
                .filter(f -> f.evidence.bits() >= bits && f.evidence.failsAtMost(need.percent));
    }

    private static final Comparator<Found> SUREST = Comparator.comparingInt((Found f) -> -f.evidence.bits())
            .thenComparing(f -> -f.evidence.trivial() - f.evidence.holds())
            .thenComparing(f -> f.pattern.parts().length);

    private void add(Found found, boolean[] free) {
        if (isSaid(found.pattern)) {
            return;
        }
        Found whole = free.length > 0 ? widened(found, free) : found;
        all.add(whole);
        byResult.computeIfAbsent(whole.pattern.result(), r -> new ArrayList<>()).add(whole.pattern);
        equations.add(equation(found.pattern));
        equations.add(equation(whole.pattern));
        if (whole.pattern.kind() == Kind.SUM) {
            span.add(whole.pattern);
        }
    }

    private boolean isSaid(Pattern pattern) {
        return equations.contains(equation(pattern))
                || byResult.getOrDefault(pattern.result(), List.of()).stream().anyMatch(p -> rivals(p, pattern))
                || pattern.isAdditive()
                        && Arrays.stream(pattern.parts())
                                .anyMatch(q -> byResult.getOrDefault(q, List.of()).stream()
                                        .anyMatch(p -> p.isAdditive() && p.hasPart(pattern.result())));
    }

    /** Two patterns of one result are rivals unless both are sums of different parts, a total broken down twice. */
    private static boolean rivals(Pattern a, Pattern b) {
        return a.kind() != Kind.SUM
                || b.kind() != Kind.SUM
                || Arrays.stream(a.parts()).anyMatch(b::hasPart);
    }

    /** What sums, differences and averages of the same positions say in other words is one. */
    private record Equation(Kind kind, List<Integer> positions) {}

    private static Equation equation(Pattern pattern) {
        return new Equation(
                pattern.isAdditive() ? Kind.SUM : pattern.kind(),
                Arrays.stream(pattern.positions()).boxed().toList());
    }

    /** The same range up to the result and beyond its far end, as long as the lines do not speak against it. */
    private Found widened(Found found, boolean[] free) {
        int[] parts = found.pattern.parts();
        int result = found.pattern.result();
        int away = parts[0] > result ? 1 : -1;
        int near = away > 0 ? parts[0] : parts[parts.length - 1];
        int far = away > 0 ? parts[parts.length - 1] : parts[0];
        Found whole = found;
        for (int p = near - away; p != result && free[p]; p -= away) {
            whole = wider(whole, p);
        }
        for (int p = far + away; p >= 0 && p < free.length && free[p]; p += away) {
            Found more = wider(whole, p);
            boolean better = more.evidence.bits() > whole.evidence.bits();
            if (more.equals(whole) || !better && 4 * lines.filled(p) <= lines.count()) {
                break;
            }
            whole = more;
        }
        return whole;
    }

    private Found wider(Found found, int part) {
        Pattern pattern = found.pattern.with(part);
        Evidence evidence = Evidence.of(pattern, lines, false);
        boolean worse = evidence.bits() < found.evidence.bits() || evidence.fails() > found.evidence.fails();
        return worse ? found : new Found(pattern, evidence);
    }

    private long size(int position) {
        long size = 0;
        for (int line : lines.some(64)) {
            size += Math.abs(lines.value(line, position)) / 64;
        }
        return size;
    }

    /** A total that is written once more beside itself has the same parts. */
    void repeatBeside() {
        for (Found found : List.copyOf(all)) {
            int result = found.pattern.result();
            for (int p = Math.max(0, result - NEAR); p <= result + NEAR; p++) {
                if (found.pattern.kind() == Kind.SUM && p != result && isCopy(p, result)) {
                    add(new Found(new Pattern(Kind.SUM, p, found.pattern.parts()), found.evidence), new boolean[0]);
                }
            }
        }
    }

    private boolean isCopy(int a, int b) {
        return copyOf.getOrDefault(a, a).equals(copyOf.getOrDefault(b, b));
    }

    /** Positions that say the same in all lines: what holds for one holds for the other, and need not be told again. */
    private void copies() {
        Map<List<Long>, Integer> first = new HashMap<>();
        int[] some = lines.some(64);
        for (int p = 0; p < lines.length(); p++) {
            int position = p;
            if (lines.filled(p) > 2) {
                List<Long> said = Arrays.stream(some)
                        .mapToObj(l -> lines.value(l, position))
                        .toList();
                Integer before = first.putIfAbsent(said, p);
                if (before != null) {
                    copyOf.put(p, before);
                    span.add(new Pattern(Kind.SUM, p, new int[] {before}));
                }
            }
        }
    }
}
