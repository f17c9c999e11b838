package tongcang.support;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What a column of a released table holds, so that two programs that read it can be compared.
 *
 * @param filled values that are not null
 * @param sum of numbers and booleans (exact; dates as days since 1970), of texts the bytes of their UTF-8
 */
public record ColumnSum(long filled, BigDecimal sum) {

    public ColumnSum {
        Objects.requireNonNull(sum, "sum");
    }

    /** Whether both hold the same, whatever the scale of the sums. */
    public boolean matches(ColumnSum other) {
        return filled == other.filled && sum.compareTo(other.sum) == 0;
    }
}
