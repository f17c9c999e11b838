package tongcang.relation;

import java.util.Arrays;
import java.util.Objects;

/**
 * A relation as it may hold in many parallel lines: positions in a line, not cells.
 */
final class Pattern {
    private final Kind kind;
    private final int result;
    private final int[] parts;

    Pattern(Kind kind, int result, int... parts) {
        this.kind = kind;
        this.result = result;
        this.parts = parts;
    }

    Kind kind() {
        return kind;
    }

    /** Position of the result. */
    int result() {
        return result;
    }

    /** Positions of the parts, in the order that the kind gives them; never changed. */
    int[] parts() {
        return parts;
    }

    boolean isAdditive() {
        return kind == Kind.SUM || kind == Kind.DIFFERENCE || kind == Kind.AVERAGE;
    }

    boolean hasPart(int position) {
        return Arrays.stream(parts).anyMatch(p -> p == position);
    }

    /** All positions, sorted: two patterns over the same ones say the same in other words. */
    int[] positions() {
        int[] all = Arrays.copyOf(parts, parts.length + 1);
        all[parts.length] = result;
        Arrays.sort(all);
        return all;
    }

    /** The same sum or average with one part more. */
    Pattern with(int part) {
        int[] more = Arrays.copyOf(parts, parts.length + 1);
        more[parts.length] = part;
        Arrays.sort(more);
        return new Pattern(kind, result, more);
    }

    /** How far the parts lie from the result, all together. */
    long reach() {
        return Arrays.stream(parts).mapToLong(p -> Math.abs(p - result)).sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Pattern p && p.kind == kind && p.result == result && Arrays.equals(p.parts, parts);
    }

    @Override
    public int hashCode() {
        return Objects.hash(kind, result, Arrays.hashCode(parts));
    }
}
