package tongcang.relation;

import java.math.BigDecimal;
import java.util.List;
import tongcang.Provenance;

/**
 * An arithmetical tie between cells.
 *
 * @param result the cell that the others explain
 * @param parts in the order that the kind gives them; places without a number count as nothing
 * @param holds whether it is true within the tolerance
 * @param difference the result less what it should be
 * @param tolerance what rounding to the shown decimals may have done
 */
public record Relation(
        Kind kind, Place result, List<Place> parts, boolean holds, BigDecimal difference, BigDecimal tolerance) {

    /**
     * Where a number stands.
     *
     * @param row 0-based
     * @param column 0-based
     */
    public record Place(int row, int column) {

        /** A1 style. */
        public String address() {
            return Provenance.Cell.columnName(column) + (row + 1);
        }
    }

    public Relation {
        parts = List.copyOf(parts);
    }
}
