package tongcang.workbook.grid;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * What of a sheet nobody sees who opens the file. It is always reported; whether it is read is a setting.
 *
 * @param sheet whether the whole sheet is hidden
 * @param rows hidden rows, 0-based
 * @param columns hidden columns, 0-based
 */
public record Hidden(boolean sheet, BitSet rows, BitSet columns) {

    /** Of a sheet that hides neither rows nor columns, as yet. */
    public static Hidden of(boolean sheet) {
        return new Hidden(sheet, new BitSet(), new BitSet());
    }

    boolean isNothing() {
        return !sheet && rows.isEmpty() && columns.isEmpty();
    }

    /** What is hidden and holds something, in Chinese. */
    public List<String> notes(Grid grid) {
        List<String> notes = new ArrayList<>();
        String name = "工作表“" + grid.sheet() + "”";
        if (sheet) {
            notes.add(name + "是隐藏的");
        }
        if (rows.isEmpty() && columns.isEmpty()) {
            return notes;
        }
        BitSet filledRows = new BitSet();
        BitSet filledColumns = new BitSet();
        grid.cells().forEach(cell -> {
            filledRows.set(cell.row());
            filledColumns.set(cell.column());
        });
        filledRows.and(rows);
        filledColumns.and(columns);
        if (!filledRows.isEmpty()) {
            notes.add(name + "有 " + filledRows.cardinality() + " 行是隐藏的（首个是第 " + (filledRows.nextSetBit(0) + 1) + " 行）");
        }
        if (!filledColumns.isEmpty()) {
            notes.add(name + "有 " + filledColumns.cardinality() + " 列是隐藏的（首个是 "
                    + Cell.columnName(filledColumns.nextSetBit(0)) + " 列）");
        }
        return notes;
    }

    /** Whether a place is in a hidden row or column. */
    boolean hides(int row, int column) {
        return rows.get(row) || columns.get(column);
    }

    /** Whether a merged area is hidden wholly: what can be seen of it shows its content. */
    boolean hides(Grid.Area area) {
        return rows.nextClearBit(area.firstRow()) > area.lastRow()
                || columns.nextClearBit(area.firstColumn()) > area.lastColumn();
    }
}
