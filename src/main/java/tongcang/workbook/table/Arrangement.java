package tongcang.workbook.table;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.CellNumbers;
import tongcang.workbook.grid.CellText;
import tongcang.workbook.grid.Grid;

/**
 * What of a sheet decides its tables and what their heads and labels say: all words where they stand, and of the numbers
 * where they stand, not which they are. A sheet with the same arrangement has the same tables with the same heads and labels;
 * only the lines above them may say something else.
 */
public final class Arrangement {
    /** More cells than a form has that a person fills in. */
    private static final int MOST = 5_000;
    /** A number so long is no year, month, code or position. */
    private static final int LONG = 5;
    /** 2022.01 */
    private static final int MONTH = 7;

    private final Grid grid;
    private final List<Row> rows;
    /** Each column of figures of each table has a number that is no year, or it would name its rows. */
    private final List<Table> tables;

    /** What a cell is; of {@link Kind#WORDS} the cell itself must be the same. */
    private enum Kind {
        WORDS,
        VALUE,
        DATE,
        MISSING
    }

    private record Place(Cell cell, Kind kind) {}

    /** A row; of a title only what kind of row it is must be the same. */
    private record Row(List<Place> places, boolean title, List<Boolean> kinds) {}

    private Arrangement(Grid grid, List<Row> rows, List<Table> tables) {
        this.grid = grid;
        this.rows = rows;
        this.tables = List.copyOf(tables);
    }

    /** The arrangement of a sheet with these tables; empty where more than it decides them. */
    public static Optional<Arrangement> of(Grid grid, List<Table> tables) {
        boolean decided = tables.stream().allMatch(t -> !t.beside() && isDecidedByWords(grid, t));
        if (grid.cellCount() > MOST || tables.isEmpty() || !decided) {
            return Optional.empty();
        }
        boolean titlesMayDiffer = tables.stream().noneMatch(t -> isDivided(grid, t));
        int top = titlesMayDiffer ? tables.get(0).top() : 0;
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < grid.rowCount(); row++) {
            rows.add(row(grid, tables, row, row < top));
        }
        return hasNumbers(grid, rows, tables) ? Optional.of(new Arrangement(grid, rows, tables)) : Optional.empty();
    }

    private static Row row(Grid grid, List<Table> tables, int row, boolean title) {
        Set<Integer> figures = new HashSet<>();
        tables.stream().filter(t -> t.rows().contains(row)).forEach(t -> figures.addAll(t.columns()));
        List<Place> places = new ArrayList<>();
        for (Cell cell : grid.row(row)) {
            places.add(new Place(cell, figures.contains(cell.column()) ? kind(cell) : Kind.WORDS));
        }
        return new Row(places, title, title ? titleKinds(grid, row) : kinds(grid, row));
    }

    private static Kind kind(Cell cell) {
        return RowKinds.isValue(cell)
                ? Kind.VALUE
                : cell.isDate() ? Kind.DATE : CellNumbers.isPlaceholder(cell.text()) ? Kind.MISSING : Kind.WORDS;
    }

    /** Not where a column of figures has no head, or one of a time: its numbers may then name the rows. */
    private static boolean isDecidedByWords(Grid grid, Table table) {
        return table.columns().stream()
                        .allMatch(column -> heads(grid, table, column).anyMatch(head -> !head.isEmpty()))
                && table.columns().stream()
                        .flatMap(column -> heads(grid, table, column))
                        .noneMatch(head -> ColumnKinds.TIME_HEAD
                                .matcher(head.replace(" ", ""))
                                .matches());
    }

    /** Whether a head may go on in the row below where the title says so. */
    private static boolean isDivided(Grid grid, Table table) {
        return table.heads().stream()
                .flatMap(row -> grid.row(row).stream())
                .anyMatch(cell -> BoxheadRows.SECOND_HALF
                        .matcher(CellText.clean(cell.text()))
                        .matches());
    }

    private static Stream<String> heads(Grid grid, Table table, int column) {
        return table.heads().stream().map(row -> grid.text(row, column));
    }

    /** Whether a sheet is arranged in the same way. */
    public boolean fits(Grid other) {
        if (!other.sheet().equals(grid.sheet())
                || other.rowCount() != grid.rowCount()
                || other.columnCount() != grid.columnCount()
                || other.isCountedFrom1904() != grid.isCountedFrom1904()
                || !other.areas().equals(grid.areas())) {
            return false;
        }
        for (int row = 0; row < rows.size(); row++) {
            if (!isSame(rows.get(row), other, row)) {
                return false;
            }
        }
        return hasNumbers(other, rows, tables);
    }

    private static boolean isSame(Row known, Grid other, int row) {
        List<Cell> cells = other.row(row);
        if (cells.size() != known.places().size()) {
            return false;
        }
        boolean plain = false;
        for (int i = 0; i < cells.size(); i++) {
            Cell cell = cells.get(i);
            Place place = known.places().get(i);
            boolean same = cell.column() == place.cell().column()
                    && (known.title()
                            || (place.kind() == Kind.WORDS ? cell.equals(place.cell()) : kind(cell) == place.kind()));
            if (!same) {
                return false;
            }
            plain = plain || place.kind() == Kind.VALUE && isPlain(cell);
        }
        return known.title()
                ? titleKinds(other, row).equals(known.kinds())
                : plain ? known.kinds().equals(PLAIN) : kinds(other, row).equals(known.kinds());
    }

    /** Neither an index row nor one of years. */
    private static final List<Boolean> PLAIN = List.of(false, false);

    private static boolean isPlain(Cell cell) {
        return cell.isNumber()
                && cell.text().length() >= LONG
                && (cell.text().length() > MONTH || !RowKinds.isMonthOfYear(cell));
    }

    /** Which numbers decide: whether they count the columns, or are years. */
    private static List<Boolean> kinds(Grid grid, int row) {
        RowKinds kinds = new RowKinds(grid);
        return List.of(kinds.isIndexRow(row), kinds.isYearRow(row));
    }

    /** All that is asked of a row above the first heads. */
    private static List<Boolean> titleKinds(Grid grid, int row) {
        RowKinds kinds = new RowKinds(grid);
        return List.of(
                kinds.isIndexRow(row),
                kinds.isYearRow(row),
                kinds.isFigures(row),
                kinds.isHead(row),
                kinds.isCaption(row));
    }

    private static boolean hasNumbers(Grid grid, List<Row> rows, List<Table> tables) {
        return tables.stream().allMatch(table -> hasNumbers(grid, rows, table));
    }

    private static boolean hasNumbers(Grid grid, List<Row> rows, Table table) {
        Set<Integer> open = new HashSet<>(table.columns());
        for (int row : table.rows()) {
            List<Place> places = open.isEmpty() ? List.of() : rows.get(row).places();
            for (int i = 0; i < places.size(); i++) {
                if (places.get(i).kind() == Kind.VALUE) {
                    Cell cell = grid.row(row).get(i);
                    if (!RowKinds.isYear(cell)) {
                        open.remove(cell.column());
                    }
                }
            }
        }
        return open.isEmpty();
    }
}
