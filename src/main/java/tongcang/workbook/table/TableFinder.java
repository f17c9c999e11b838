package tongcang.workbook.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.CellNumbers;
import tongcang.workbook.grid.CellText;
import tongcang.workbook.grid.Grid;

/**
 * Finds the tables of a sheet as a person does: rows of figures, the heads above them, the labels beside them, and the
 * titles on top. A new row of heads below figures begins another table; labels right of figures begin one beside it.
 */
public final class TableFinder {
    /** More than stand side by side on any sheet that a person made. */
    private static final int MOST_BESIDE = 8;

    private final Grid grid;
    private final RowKinds kinds;

    public TableFinder(Grid grid) {
        this.grid = grid;
        this.kinds = new RowKinds(grid);
    }

    public List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        int free = 0;
        for (int row = 0; row < grid.rowCount(); ) {
            if (!kinds.isFigures(row)) {
                row++;
                continue;
            }
            int end = blockEnd(row);
            tables.addAll(tables(free, row, end));
            free = end;
            row = end;
        }
        return tables;
    }

    /** Behind the last row of figures before the next heads. */
    private int blockEnd(int first) {
        int end = first + 1;
        for (int row = first + 1; row < grid.rowCount(); row++) {
            if (kinds.isFigures(row)) {
                end = row + 1;
            } else if (beginsAnother(row, end)) {
                break;
            }
        }
        return end;
    }

    /**
     * A row of several texts, or a title, below figures: not one of placeholders, and not a label that groups rows; behind
     * an empty row two texts are enough.
     */
    private boolean beginsAnother(int row, int lastEnd) {
        List<Cell> texts = grid.row(row).stream()
                .filter(c -> !RowKinds.isValue(c)
                        && !CellNumbers.isPlaceholder(c.text())
                        && !c.text().isBlank())
                .toList();
        if (texts.isEmpty() || kinds.isFoot(row)) {
            return false;
        }
        boolean yearsOrIndex = kinds.isYearRow(row) || kinds.isIndexRow(row);
        if (texts.size() == 1 && !yearsOrIndex) {
            boolean wide = grid.area(row, texts.get(0).column())
                    .map(a -> a.lastColumn() - a.firstColumn() >= 2)
                    .orElse(false);
            return wide && row > lastEnd;
        }
        long spread = texts.stream()
                .filter(c -> c.column() > grid.row(lastEnd - 1).get(0).column())
                .count();
        if (row > lastEnd && texts.size() >= 2 && texts.size() == grid.row(row).size()) {
            return true;
        }
        boolean missing = grid.row(row).stream().anyMatch(c -> CellNumbers.isPlaceholder(c.text()));
        return (spread >= 2 || yearsOrIndex) && !missing;
    }

    private List<Table> tables(int free, int first, int end) {
        List<Integer> heads = heads(free, first);
        int body = withoutGroups(heads, first, end);
        int top = heads.isEmpty() ? body : heads.get(0);
        List<Integer> titles = new ArrayList<>();
        for (int row = free; row < top; row++) {
            if (!grid.row(row).isEmpty() && !(free > 0 && kinds.isFoot(row))) {
                titles.add(row);
            }
        }
        List<Integer> rows = new ArrayList<>();
        for (int row = body; row < end; row++) {
            if (!kinds.isIndexRow(row)
                    && !kinds.isFoot(row)
                    && !kinds.isSeriesMeta(row)
                    && !grid.row(row).isEmpty()) {
                rows.add(row);
            }
        }
        List<Table> tables = new ArrayList<>();
        List<List<ColumnKinds.Kind>> bands =
                new RepeatedStubs(grid, heads, rows).split(new ColumnKinds(grid, heads, rows).kinds());
        if (bands.size() > 1 && bands.size() <= MOST_BESIDE) {
            List<Table> apart = new SideBySideTables(grid, titles, heads, rows, notes(end)).apart(bands, free, end);
            if (!apart.isEmpty()) {
                return apart;
            }
        }
        for (List<ColumnKinds.Kind> band : bands) {
            List<Integer> columns = withoutAside(columns(band, false), heads);
            if (!columns.isEmpty()) {
                tables.add(new Table(titles, heads, rows, columns(band, true), columns, notes(end), bands.size() > 1));
            }
        }
        return tables;
    }

    private static List<Integer> columns(List<ColumnKinds.Kind> band, boolean names) {
        return band.stream()
                .filter(k -> k.names() == names)
                .map(ColumnKinds.Kind::column)
                .toList();
    }

    /** Without what somebody reckoned beside the table: columns behind an empty one, all without a head where others have one. */
    private List<Integer> withoutAside(List<Integer> columns, List<Integer> heads) {
        int end = columns.size();
        while (end > 1 && isUnheaded(columns.get(end - 1), heads)) {
            end--;
        }
        boolean apart = end < columns.size()
                && columns.get(end) > columns.get(end - 1) + 1
                && isUnheaded(columns.get(end) - 1, heads);
        return apart && !isUnheaded(columns.get(end - 1), heads) ? columns.subList(0, end) : columns;
    }

    private boolean isUnheaded(int column, List<Integer> heads) {
        return heads.stream().allMatch(head -> grid.text(head, column).isEmpty());
    }

    /** The rows right above the figures that name columns, from the first with several texts; a caption stands over them. */
    private List<Integer> heads(int free, int first) {
        List<Integer> heads = new ArrayList<>();
        for (int row = free; row < first; row++) {
            if (kinds.isCaption(row)) {
                heads.clear();
            }
            if (!grid.row(row).isEmpty() && (!heads.isEmpty() || kinds.isHead(row))) {
                heads.add(row);
            }
        }
        return heads;
    }

    /** Takes labels that group the first rows from the heads; gives the first row of the table's body. */
    private int withoutGroups(List<Integer> heads, int first, int end) {
        int body = first;
        while (heads.size() > 1 && isGroup(heads.get(heads.size() - 1), heads, first, end)) {
            body = heads.remove(heads.size() - 1);
        }
        return body;
    }

    /** A label alone, below the head of its column: 一、规模以上工业 below 指标名称. */
    private boolean isGroup(int row, List<Integer> heads, int first, int end) {
        List<Cell> cells = grid.row(row);
        String text = CellText.clean(cells.get(0).text());
        int column = cells.get(0).column();
        return cells.size() == 1
                && column <= grid.row(heads.get(0)).get(0).column()
                && CellText.hasIdeograph(text)
                && !text.startsWith("(")
                && !kinds.isCaption(row)
                && (heads.stream()
                                .anyMatch(h -> h < row && !grid.text(h, column).isEmpty())
                        || row == first - 1 && isPanel(column, first, end));
    }

    /** Whether a word alone stands in the column between rows of figures too, as the first one stood above them. */
    private boolean isPanel(int column, int first, int end) {
        return IntStream.range(first + 1, end - 1)
                .anyMatch(row -> grid.row(row).size() == 1
                        && grid.row(row).get(0).column() == column
                        && CellText.hasIdeograph(grid.row(row).get(0).text())
                        && !kinds.isFoot(row)
                        && kinds.isFigures(row + 1));
    }

    /** The notes right below. */
    private List<Integer> notes(int end) {
        List<Integer> notes = new ArrayList<>();
        for (int row = end; row < grid.rowCount() && (grid.row(row).isEmpty() || kinds.isFoot(row)); row++) {
            if (!grid.row(row).isEmpty()) {
                notes.add(row);
            }
        }
        return notes;
    }
}
