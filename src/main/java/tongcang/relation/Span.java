package tongcang.relation;

import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/** All that follows from some sums by adding and subtracting them: equations reduced by each other, in whole numbers modulo a prime. */
final class Span {
    private static final long PRIME = Integer.MAX_VALUE;

    /** The reduced equations by their leading position, whose factor is 1. */
    private final Map<Integer, NavigableMap<Integer, Long>> rows = new HashMap<>();

    void add(Pattern sum) {
        NavigableMap<Integer, Long> rest = reduced(sum);
        if (!rest.isEmpty()) {
            long inverse = power(rest.firstEntry().getValue(), PRIME - 2);
            rest.replaceAll((p, f) -> f * inverse % PRIME);
            rows.put(rest.firstKey(), rest);
        }
    }

    boolean follows(Pattern sum) {
        return reduced(sum).isEmpty();
    }

    private NavigableMap<Integer, Long> reduced(Pattern sum) {
        TreeMap<Integer, Long> row = new TreeMap<>();
        row.put(sum.result(), PRIME - 1);
        for (int i = 0; i < sum.parts().length; i++) {
            row.put(sum.parts()[i], sum.kind() == Kind.DIFFERENCE && i > 0 ? PRIME - 1 : 1);
        }
        for (Integer p = row.firstKey(); p != null; p = row.higherKey(p)) {
            NavigableMap<Integer, Long> by = rows.get(p);
            if (by != null) {
                long factor = Objects.requireNonNull(row.get(p));
                by.forEach((q, f) -> row.merge(q, (PRIME - factor) * f % PRIME, (a, b) -> (a + b) % PRIME));
                row.values().removeIf(f -> f == 0);
            }
        }
        return row;
    }

    private static long power(long base, long exponent) {
        long result = 1;
        for (long b = base % PRIME, e = exponent; e > 0; e >>= 1, b = b * b % PRIME) {
            result = (e & 1) == 1 ? result * b % PRIME : result;
        }
        return result;
    }
}
