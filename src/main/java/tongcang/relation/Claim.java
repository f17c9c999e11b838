package tongcang.relation;

/**
 * A relation that words promise: that a column is the growth of another over a third, or a row the total of others.
 *
 * @param across whether result and parts are columns, and each row is to keep the promise; else they are rows
 * @param kind any but a running total
 * @param result 0-based column or row
 * @param parts 0-based columns or rows, in the order that the kind gives them
 */
public record Claim(boolean across, Kind kind, int result, int... parts) {
    public Claim {
        if (kind == Kind.CUMULATIVE || parts.length == 0) {
            throw new IllegalArgumentException("no claim: " + kind + " of " + parts.length + " parts");
        }
        parts = parts.clone();
    }
}
