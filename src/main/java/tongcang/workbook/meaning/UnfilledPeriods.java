package tongcang.workbook.meaning;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.CellNumbers;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.table.CellValue;
import tongcang.workbook.table.RowKinds;
import tongcang.workbook.table.Table;

/**
 * Noughts that formulas show where nobody has filled in anything yet: a year, a quarter or a month all of whose figures
 * are 0 beside others that are full, and a row of nothing but a 0 among gaps where the other rows are full.
 */
final class UnfilledPeriods {
    /** Fewer figures tell nothing. */
    private static final int FEWEST = 3;

    private final Grid grid;
    private final Table table;
    private final Set<Integer> columns = new HashSet<>();
    private final Set<Integer> rows = new HashSet<>();

    /** {@code columnAxes} and {@code rowAxes} tell which of them are times. */
    UnfilledPeriods(Grid grid, Table table, Map<Integer, Axis> columnAxes, Map<Integer, Axis> rowAxes) {
        this.grid = grid;
        this.table = table;
        find(table.columns(), columnAxes, this::column, columns);
        find(table.rows(), rowAxes, this::row, rows);
    }

    /** Whether a cell is one of them. */
    boolean is(Cell cell) {
        return !columns.isEmpty() && columns.contains(cell.column()) || !rows.isEmpty() && rows.contains(cell.row());
    }

    /** What is told of each. */
    static CellValue.Remark remark() {
        return new CellValue.Remark("workbook.unfilled", "", "整期都是 0，而相邻各期不为 0，疑为尚未填报，未采用；如确为 0，请注明后重新报送");
    }

    private void find(
            List<Integer> lines, Map<Integer, Axis> axes, IntFunction<List<Cell>> cells, Set<Integer> unfilled) {
        List<Integer> times = lines.stream()
                .filter(line -> isTime(axes.getOrDefault(line, Axis.none())))
                .toList();
        if (times.size() < 2) {
            return;
        }
        for (int i = 0; i < times.size(); i++) {
            List<Cell> own = Objects.requireNonNull(cells.apply(times.get(i)));
            if (!own.isEmpty() && own.stream().allMatch(UnfilledPeriods::isNought)) {
                int beside = i == 0 ? 1 : i - 1;
                if (unfilled.contains(times.get(beside)) || isFull(cells.apply(times.get(beside)))) {
                    unfilled.add(times.get(i));
                }
            }
        }
    }

    private static boolean isFull(List<Cell> cells) {
        return cells.stream().filter(c -> !isNought(c)).count() >= FEWEST;
    }

    /** A time, and nothing else that its figures could all be 0 for. */
    private static boolean isTime(Axis axis) {
        return axis.period() != null && axis.path().isEmpty() && axis.measure() == null;
    }

    private List<Cell> column(int column) {
        return cells(table.rows(), row -> grid.stored(row, column));
    }

    private List<Cell> row(int row) {
        return cells(table.columns(), column -> grid.stored(row, column));
    }

    private static List<Cell> cells(List<Integer> lines, IntFunction<Optional<Cell>> at) {
        List<Cell> cells = new ArrayList<>();
        for (int line : lines) {
            Objects.requireNonNull(at.apply(line)).filter(RowKinds::isValue).ifPresent(cells::add);
        }
        return cells;
    }

    private static boolean isNought(Cell cell) {
        return CellNumbers.typed(cell.text())
                .map(typed -> typed.value().compareTo(BigDecimal.ZERO) == 0)
                .orElse(false);
    }
}
