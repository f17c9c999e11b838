package tongcang.workbook.grid;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The cells of a sheet as stored, and the areas that are merged: the content of an area stands for all of it. */
public final class Grid {

    /** A merged area; all bounds are 0-based and belong to it. */
    public record Area(int firstRow, int lastRow, int firstColumn, int lastColumn) {
        public boolean contains(int row, int column) {
            return row >= firstRow && row <= lastRow && column >= firstColumn && column <= lastColumn;
        }
    }

    /** Excel itself allows 31 characters; files of text have their own names. */
    private static final int LONGEST_NAME = 255;

    private final String sheet;
    private final CellRows cells;
    private final List<Area> areas;
    private final MergedAreas index;
    private final Hidden hidden;
    private final boolean from1904;

    public Grid(String sheet, List<Cell> cells, List<Area> areas, Hidden hidden) {
        this(sheet, new CellRows(cells), areas, hidden);
    }

    public Grid(String sheet, CellRows cells, List<Area> areas, Hidden hidden) {
        this(sheet, cells, List.copyOf(areas), new MergedAreas(areas, cells.rowCount()), hidden, false);
    }

    private Grid(String sheet, CellRows cells, List<Area> areas, MergedAreas index, Hidden hidden, boolean from1904) {
        this.sheet = sheet.length() <= LONGEST_NAME ? sheet : sheet.substring(0, LONGEST_NAME) + "…";
        this.cells = cells;
        this.areas = areas;
        this.index = index;
        this.hidden = hidden;
        this.from1904 = from1904;
    }

    /** The same sheet of a workbook whose days are counted from 1904, if {@code from1904}. */
    public Grid countedFrom1904(boolean from1904) {
        return new Grid(sheet, cells, areas, index, hidden, from1904);
    }

    /** Whether its days are counted from 1904. */
    public boolean isCountedFrom1904() {
        return from1904;
    }

    public String sheet() {
        return sheet;
    }

    /** What of the sheet nobody sees who opens the file. */
    public Hidden hidden() {
        return hidden;
    }

    /** The sheet as a person sees it, without hidden rows and columns. */
    public Grid visible() {
        return hidden.isNothing()
                ? this
                : with(cells().filter(cell -> !isUnseen(cell)).toList());
    }

    /** What of the sheet lies in some of its rows and columns, at the same places; {@code end} is behind the last row. */
    public Grid part(int first, int end, int left, int right) {
        return with(IntStream.range(first, end)
                .boxed()
                .flatMap(row -> row(row).stream())
                .filter(cell -> cell.column() >= left && cell.column() <= right)
                .toList());
    }

    private Grid with(List<Cell> some) {
        return new Grid(sheet, new CellRows(some), areas, index, hidden, from1904);
    }

    private boolean isUnseen(Cell cell) {
        return area(cell.row(), cell.column())
                .map(hidden::hides)
                .orElseGet(() -> hidden.hides(cell.row(), cell.column()));
    }

    public List<Area> areas() {
        return areas;
    }

    /** How many cells are stored. */
    public long cellCount() {
        return cells.size();
    }

    /** Behind the last row with a cell. */
    public int rowCount() {
        return cells.rowCount();
    }

    /** Behind the last column with a cell. */
    public int columnCount() {
        return cells.columnCount();
    }

    /** The cell that is stored at a place; of a merged area only its first place has one. */
    public Optional<Cell> stored(int row, int column) {
        return cells.at(row, column);
    }

    /** All stored cells, row by row. */
    public Stream<Cell> cells() {
        return cells.all();
    }

    /** All stored cells of a row. */
    public List<Cell> row(int row) {
        return cells.row(row);
    }

    /** The merged area that a place belongs to. */
    public Optional<Area> area(int row, int column) {
        return index.at(row, column);
    }

    /** The content of a place: that of the merged area it belongs to, whose other cells nobody sees, or its own; empty where there is none. */
    public String text(int row, int column) {
        return area(row, column)
                .map(a -> stored(a.firstRow(), a.firstColumn()))
                .orElseGet(() -> stored(row, column))
                .map(this::words)
                .orElse("");
    }

    /** What a cell says: its text in one spelling, a date as 2022年3月. */
    public String words(Cell cell) {
        return cell.isDate() ? SerialDates.text(cell, from1904) : CellText.clean(cell.text());
    }

    /** What a person sees in a cell whose format shows a date or a time. */
    public String seen(Cell cell) {
        return SerialDates.seen(cell, from1904);
    }
}
