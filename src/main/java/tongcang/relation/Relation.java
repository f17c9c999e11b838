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

        /** The place of an A1 style name. */
        public static Place of(String address) {
            int column = 0;
            int at = 0;
            for (; address.charAt(at) >= 'A'; at++) {
                column = column * 26 + address.charAt(at) - 'A' + 1;
            }
            return new Place(Integer.parseInt(address.substring(at)) - 1, column - 1);
        }

        /** A1 style. */
        public String address() {
            return Provenance.Cell.columnName(column) + (row + 1);
        }
    }

    public Relation {
        parts = List.copyOf(parts);
    }
}
