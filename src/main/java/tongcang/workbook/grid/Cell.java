package tongcang.workbook.grid;

import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tongcang.Provenance;

/**
 * A stored cell.
 *
 * @param row 0-based
 * @param column 0-based
 * @param text what is stored: a text, cut behind {@link #LONGEST} characters, or a number's decimal digits; for an error
 *     its code
 * @param number the stored number, a double read to 15 significant digits; null for a text
 * @param format the number format's code, empty where it is General
 * @param kind what is stored
 */
public record Cell(
        int row, int column, String text, @Nullable BigDecimal number, String format, Kind kind) {

    /** What a cell stores. */
    public enum Kind {
        TEXT,
        NUMBER,
        /** An error such as #DIV/0!. */
        ERROR,
        /** A formula that was never calculated. */
        UNCALCULATED,
        /** Several cells that the file stores at one address: which of them is meant, nobody can know. */
        REPEATED
    }

    /** A longer text names nothing; many figures may share it, so that not the file but what is read of it would be huge. */
    static final int LONGEST = 500;

    public Cell {
        text = text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
        Objects.requireNonNull(format, "format");
    }

    /** A1 style. */
    public String address() {
        return columnName(column) + (row + 1);
    }

    /** A, B … Z, AA …; {@code column} is 0-based. */
    public static String columnName(int column) {
        return Provenance.Cell.columnName(column);
    }

    public boolean isNumber() {
        return kind == Kind.NUMBER;
    }

    /** Whether the format shows a date or a time, be the number one or not. */
    public boolean showsDate() {
        return isNumber() && !format.isEmpty() && NumberFormats.isDate(format);
    }

    /** Whether it is a date or a time: shown as one, and one that a table may speak of; 298.5 as 1900/10/24 is none. */
    public boolean isDate() {
        return showsDate() && SerialDates.isPossible(this);
    }

    /** Whether the format shows the number as a percentage. */
    public boolean isPercent() {
        return format.indexOf('%') >= 0 && NumberFormats.isPercent(format);
    }
}
