package tongcang.workbook;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The cells of a sheet as stored, and the areas that are merged: the content of an area stands for all of it. */
final class Grid {

    /** A merged area; all bounds are 0-based and belong to it. */
    record Area(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        boolean contains(int row, int column) {
            return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
        }

        /** Its rows up to the last one that counts. */
        int rowsUpTo(int last) {
            return Math.max(0, Math.min(lastRow, last) - firstRow + 1);
        }
    }

    /** Rows of all merged areas together: more than any sheet has whose areas do not overlap. */
    private static final long MERGED_ROWS = 10_000_000;

    private final String sheet;
    private final NavigableMap<Integer, NavigableMap<Integer, Cell>> rows;
    private final Map<Integer, List<Area>> areasByRow = new TreeMap<>();
    private final List<Area> areas;
    private final Hidden hidden;
    private final int columns;

    Grid(String sheet, List<Cell> cells, List<Area> areas, Hidden hidden) {
        this.sheet = sheet;
        this.areas = List.copyOf(areas);
        this.hidden = hidden;
        this.rows = new TreeMap<>();
        int widest = 0;
        for (Cell cell : cells) {
            rows.computeIfAbsent(cell.row(), r -> new TreeMap<>()).put(cell.column(), cell);
            widest = Math.max(widest, cell.column() + 1);
        }
        this.columns = widest;
        int last = rows.isEmpty() ? -1 : rows.lastKey();
        if (areas.stream().mapToLong(a -> a.rowsUpTo(last)).sum() > MERGED_ROWS) {
            throw new Bounded.TooMuch();
        }
        for (Area area : areas) {
            for (int row = area.firstRow(); row < area.firstRow() + area.rowsUpTo(last); row++) {
                areasByRow
                        .computeIfAbsent(row, r -> new java.util.ArrayList<>())
                        .add(area);
            }
        }
    }

    String sheet() {
        return sheet;
    }

    /** What of the sheet nobody sees who opens the file. */
    Hidden hidden() {
        return hidden;
    }

    /** The sheet as a person sees it, without hidden rows and columns. */
    Grid visible() {
        List<Cell> seen = cells().filter(cell -> !isUnseen(cell)).toList();
        return new Grid(sheet, seen, areas, hidden);
    }

    private boolean isUnseen(Cell cell) {
        return area(cell.row(), cell.column())
                .map(hidden::hides)
                .orElseGet(() -> hidden.hides(cell.row(), cell.column()));
    }

    List<Area> areas() {
        return areas;
    }

    /** Behind the last row with a cell. */
    int rowCount() {
        return rows.isEmpty() ? 0 : rows.lastKey() + 1;
    }

    /** Behind the last column with a cell. */
    int columnCount() {
        return columns;
    }

    /** The cell that is stored at a place; of a merged area only its first place has one. */
    Optional<Cell> stored(int row, int column) {
        return Optional.ofNullable(rows.getOrDefault(row, java.util.Collections.emptyNavigableMap())
                .get(column));
    }

    /** All stored cells, row by row. */
    java.util.stream.Stream<Cell> cells() {
        return rows.values().stream().flatMap(row -> row.values().stream());
    }

    /** All stored cells of a row. */
    List<Cell> row(int row) {
        return List.copyOf(rows.getOrDefault(row, java.util.Collections.emptyNavigableMap())
                .values());
    }

    /** The merged area that a place belongs to. */
    Optional<Area> area(int row, int column) {
        return areasByRow.getOrDefault(row, List.of()).stream()
                .filter(a -> a.contains(row, column))
                .findFirst();
    }

    /** The content of a place: that of the merged area it belongs to, whose other cells nobody sees, or its own; empty where there is none. */
    String text(int row, int column) {
        return area(row, column)
                .map(a -> stored(a.firstRow(), a.firstColumn()))
                .orElseGet(() -> stored(row, column))
                .map(c -> Texts.clean(c.text()))
                .orElse("");
    }
}
