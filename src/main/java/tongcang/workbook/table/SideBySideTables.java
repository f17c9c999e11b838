package tongcang.workbook.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tongcang.workbook.grid.Grid;

/** Tables side by side whose heads stand in different rows: each is found among its own columns, as if it stood alone. */
final class SideBySideTables {
    private final Grid grid;
    private final List<Integer> titles;
    private final List<Integer> heads;
    private final List<Integer> rows;
    private final List<Integer> notes;

    /** The rows are those of all the tables together. */
    SideBySideTables(Grid grid, List<Integer> titles, List<Integer> heads, List<Integer> rows, List<Integer> notes) {
        this.grid = grid;
        this.titles = titles;
        this.heads = heads;
        this.rows = rows;
        this.notes = notes;
    }

    /** The tables of the bands, in rows from {@code first} to before {@code end}; empty where all have the same rows. */
    List<Table> apart(List<List<ColumnKinds.Kind>> bands, int first, int end) {
        List<Table> tables = new ArrayList<>();
        boolean differ = false;
        for (int i = 0; i < bands.size(); i++) {
            int left = bands.get(i).get(0).column();
            int right = i + 1 < bands.size() ? bands.get(i + 1).get(0).column() - 1 : grid.columnCount();
            Grid part = grid.part(first, end, left, right);
            List<Table> own = new TableFinder(part).tables();
            if (own.isEmpty()) {
                return List.of();
            }
            differ |= own.size() > 1
                    || !own.get(0).heads().equals(within(part, heads))
                    || !own.get(0).rows().equals(within(part, rows));
            own.forEach(table -> tables.add(beside(table)));
        }
        return differ ? tables : List.of();
    }

    private static List<Integer> within(Grid part, List<Integer> rows) {
        return rows.stream().filter(row -> !part.row(row).isEmpty()).toList();
    }

    private Table beside(Table own) {
        List<Integer> above = Stream.concat(titles.stream().filter(row -> row < own.top()), own.titles().stream())
                .distinct()
                .sorted()
                .toList();
        return new Table(above, own.heads(), own.rows(), own.stubs(), own.columns(), notes, true);
    }
}
