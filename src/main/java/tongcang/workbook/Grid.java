package tongcang.workbook;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The cells of a sheet as stored, and the areas that are merged: the content of an area stands for all of it. */
final class Grid {

    /** A merged area; all bounds are 0-based and belong to it. */
    record Area(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        boolean contains(int row, int column) {
            return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
        }
    }

    /** Excel itself allows 31 characters; files of text have their own names. */
    private static final int LONGEST_NAME = 255;

    private final String sheet;
    private final Cells cells;
    private final List<Area> areas;
    private final AreaIndex index;
    private final Hidden hidden;
    private final boolean from1904;

    Grid(String sheet, List<Cell> cells, List<Area> areas, Hidden hidden) {
        this(sheet, new Cells(cells), areas, hidden);
    }

    Grid(String sheet, Cells cells, List<Area> areas, Hidden hidden) {
        this(sheet, cells, List.copyOf(areas), new AreaIndex(areas, cells.rowCount()), hidden, false);
    }

    private Grid(String sheet, Cells cells, List<Area> areas, AreaIndex index, Hidden hidden, boolean from1904) {
        this.sheet = sheet.length() <= LONGEST_NAME ? sheet : sheet.substring(0, LONGEST_NAME) + "…";
        this.cells = cells;
        this.areas = areas;
        this.index = index;
        this.hidden = hidden;
        this.from1904 = from1904;
    }

    /** The same sheet of a workbook whose days are counted from 1904, if {@code from1904}. */
    Grid countedFrom1904(boolean from1904) {
        return new Grid(sheet, cells, areas, index, hidden, from1904);
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
        return hidden.isNothing()
                ? this
                : with(cells().filter(cell -> !isUnseen(cell)).toList());
    }

    /** What of the sheet lies in some of its rows and columns, at the same places; {@code end} is behind the last row. */
    Grid part(int first, int end, int left, int right) {
        return with(IntStream.range(first, end)
                .boxed()
                .flatMap(row -> row(row).stream())
                .filter(cell -> cell.column() >= left && cell.column() <= right)
                .toList());
    }

    private Grid with(List<Cell> some) {
        return new Grid(sheet, new Cells(some), areas, index, hidden, from1904);
    }

    private boolean isUnseen(Cell cell) {
        return area(cell.row(), cell.column())
                .map(hidden::hides)
                .orElseGet(() -> hidden.hides(cell.row(), cell.column()));
    }

    List<Area> areas() {
        return areas;
    }

    /** How many cells are stored. */
    long cellCount() {
        return cells.size();
    }

    /** Behind the last row with a cell. */
    int rowCount() {
        return cells.rowCount();
    }

    /** Behind the last column with a cell. */
    int columnCount() {
        return cells.columnCount();
    }

    /** The cell that is stored at a place; of a merged area only its first place has one. */
    Optional<Cell> stored(int row, int column) {
        return cells.at(row, column);
    }

    /** All stored cells, row by row. */
    Stream<Cell> cells() {
        return cells.all();
    }

    /** All stored cells of a row. */
    List<Cell> row(int row) {
        return cells.row(row);
    }

    /** The merged area that a place belongs to. */
    Optional<Area> area(int row, int column) {
        return index.at(row, column);
    }

    /** The content of a place: that of the merged area it belongs to, whose other cells nobody sees, or its own; empty where there is none. */
    String text(int row, int column) {
        return area(row, column)
                .map(a -> stored(a.firstRow(), a.firstColumn()))
                .orElseGet(() -> stored(row, column))
                .map(this::words)
                .orElse("");
    }

    /** What a cell says: its text in one spelling, a date as 2022年3月. */
    String words(Cell cell) {
        return cell.isDate() ? Dates.text(cell, from1904) : Texts.clean(cell.text());
    }

    /** What a person sees in a cell whose format shows a date or a time. */
    String seen(Cell cell) {
        return Dates.seen(cell, from1904);
    }
}
