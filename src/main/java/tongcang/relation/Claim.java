package tongcang.relation;

import java.util.Arrays;
import java.util.List;

/**
 * A relation that words promise: that a column is the growth of another over a third, or a row the total of others.
 *
 * @param across whether result and parts are columns, and each row is to keep the promise; else they are rows
 * @param kind any but a running total
 * @param result 0-based column or row
 * @param parts 0-based columns or rows, in the order that the kind gives them
 * @param percent whether a quotient is promised in percent; else it may be a fraction as well
 */
public record Claim(boolean across, Kind kind, int result, List<Integer> parts, boolean percent) {
    public Claim {
        if (kind == Kind.CUMULATIVE || parts.isEmpty()) {
            throw new IllegalArgumentException("no claim: " + kind + " of " + parts.size() + " parts");
        }
        parts = List.copyOf(parts);
    }

    /** One whose quotient may be a fraction as well. */
    public Claim(boolean across, Kind kind, int result, List<Integer> parts) {
        this(across, kind, result, parts, false);
    }

    /** The same with its parts one by one. */
    public Claim(boolean across, Kind kind, int result, int... parts) {
        this(across, kind, result, Arrays.stream(parts).boxed().toList());
    }

    /** The same in percent. */
    public Claim inPercent() {
        return new Claim(across, kind, result, parts, true);
    }
}
