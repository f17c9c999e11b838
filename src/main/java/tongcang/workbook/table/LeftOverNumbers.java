package tongcang.workbook.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import tongcang.Finding;
import tongcang.Provenance;
import tongcang.Severity;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.CellText;
import tongcang.workbook.grid.Grid;

/** Numbers of a sheet that stand in no table found on it, nor in its titles, heads and notes: told, so that none is lost. */
public final class LeftOverNumbers {
    private final Grid grid;
    /** From top to bottom, as the tables are found. */
    private final List<Table> tables;

    private final RowKinds kinds;
    /** Rows of titles, heads and notes. */
    private final BitSet words = new BitSet();

    private int passed;

    public LeftOverNumbers(Grid grid, List<Table> tables) {
        this.grid = grid;
        this.tables = tables;
        this.kinds = new RowKinds(grid);
        for (Table table : tables) {
            table.titles().forEach(words::set);
            table.heads().forEach(words::set);
            table.notes().forEach(words::set);
        }
    }

    /** One finding for the whole sheet, at the first of them; empty where there is none. */
    public Optional<Finding> finding() {
        List<Cell> left = new ArrayList<>();
        for (int row = 0; row < grid.rowCount(); row++) {
            if (!words.get(row)) {
                left.addAll(ofRow(row));
            }
        }
        return left.isEmpty() ? Optional.empty() : Optional.of(finding(left.get(0), left.size()));
    }

    private List<Cell> ofRow(int row) {
        List<Cell> left = grid.row(row).stream()
                .filter(cell -> !isInTable(cell) && RowKinds.isValue(cell))
                .toList();
        return left.isEmpty() || onlyCounts(row) ? List.of() : left;
    }

    private boolean isInTable(Cell cell) {
        while (passed < tables.size() && tables.get(passed).bottom() < cell.row()) {
            passed++;
        }
        for (int i = passed; i < tables.size() && tables.get(i).top() <= cell.row(); i++) {
            Table table = tables.get(i);
            boolean own = Collections.binarySearch(table.columns(), cell.column()) >= 0
                    || table.stubs().contains(cell.column());
            // a row or column that it passes over, as a note in the column of its labels, is not its own
            if (own && Collections.binarySearch(table.rows(), cell.row()) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** 甲 乙 1 2 3, years, a source: numbers that are no figures. */
    private boolean onlyCounts(int row) {
        return kinds.isIndexRow(row) || kinds.isYearRow(row) || kinds.isFoot(row) || kinds.isSeriesMeta(row);
    }

    private Finding finding(Cell first, int count) {
        Provenance.Cell place =
                new Provenance.Cell(grid.sheet(), first.address(), first.text().strip());
        return new Finding(
                "workbook.left-over",
                Severity.WARNING,
                place,
                CellText.clean(first.text()),
                "",
                place.place() + "：工作表有 " + count + " 个数字在识别出的表格之外（这是首个），未采用；如应读取，请补全其行头或列头");
    }
}
