package tongcang.relation;

import java.util.Arrays;

/**
 * A relation as it may hold in many parallel lines: positions in a line, not cells.
 *
 * @param result position of the result
 * @param parts positions of the parts, in the order that the kind gives them
 */
record Pattern(Kind kind, int result, int[] parts) {

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
        return (kind.ordinal() * 31 + result) * 31 + Arrays.hashCode(parts);
    }
}
