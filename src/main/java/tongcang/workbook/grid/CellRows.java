package tongcang.workbook.grid;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The cells of a sheet by row and column. A row that was loaded packed is unpacked when it is first asked for. */
public final class CellRows {
    private final int[] numbers;
    private final @Nullable PackedCells packed;
    private final List<@Nullable List<Cell>> rows;
    private final int columns;

    /** Cells as one finds them; of two at one place the later counts. */
    public CellRows(List<Cell> cells) {
        Map<Integer, TreeMap<Integer, Cell>> sorted = new TreeMap<>();
        int widest = 0;
        for (Cell cell : cells) {
            sorted.computeIfAbsent(cell.row(), r -> new TreeMap<>()).put(cell.column(), cell);
            widest = Math.max(widest, cell.column() + 1);
        }
        this.numbers = sorted.keySet().stream().mapToInt(Integer::intValue).toArray();
        this.packed = null;
        this.rows = new ArrayList<>(sorted.size());
        sorted.values().forEach(row -> rows.add(List.copyOf(row.values())));
        this.columns = widest;
    }

    public CellRows(PackedCells packed) {
        this.numbers = packed.numbers();
        this.packed = packed;
        this.rows = new ArrayList<>(Collections.nCopies(numbers.length, null));
        this.columns = packed.columnCount();
    }

    /** Behind the last row with a cell. */
    int rowCount() {
        return numbers.length == 0 ? 0 : numbers[numbers.length - 1] + 1;
    }

    /** Behind the last column with a cell. */
    int columnCount() {
        return columns;
    }

    long size() {
        return packed != null
                ? packed.size()
                : rows.stream().mapToLong(r -> r == null ? 0 : r.size()).sum();
    }

    /** The cells of a row, by column. */
    List<Cell> row(int row) {
        int index = row < numbers.length && row >= 0 && numbers[row] == row ? row : Arrays.binarySearch(numbers, row);
        if (index < 0) {
            return List.of();
        }
        List<Cell> cells = rows.get(index);
        if (cells == null && packed != null) {
            cells = packed.unpack(index);
            rows.set(index, cells);
        }
        return cells == null ? List.of() : cells;
    }

    /** All cells, row by row. */
    Stream<Cell> all() {
        return Arrays.stream(numbers).boxed().flatMap(row -> row(row).stream());
    }

    Optional<Cell> at(int row, int column) {
        List<Cell> cells = row(row);
        int low = 0;
        int high = cells.size() - 1;
        if (column >= 0 && column <= high && cells.get(column).column() == column) {
            return Optional.of(cells.get(column));
        }
        while (low <= high) {
            int middle = (low + high) >>> 1;
            Cell cell = cells.get(middle);
            if (cell.column() == column) {
                return Optional.of(cell);
            }
            if (cell.column() < column) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }
}
