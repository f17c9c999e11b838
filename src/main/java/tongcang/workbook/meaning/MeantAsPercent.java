package tongcang.workbook.meaning;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tongcang.Measure;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.CellNumbers;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.table.RowKinds;
import tongcang.workbook.table.Table;

/**
 * Columns, or rows, of growth and of shares that are written as fractions: 0.266 beside levels that grew by 26.6 %. Only
 * the sheet's own arithmetic tells; where it does not, a number stays what it says.
 */
final class MeantAsPercent {
    /** More levels, or more figures of each, are not tried. */
    private static final int MOST_LEVELS = 12;

    private static final int MOST_FIGURES = 40;
    private static final BigDecimal LARGEST = BigDecimal.valueOf(3);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Set<Integer> columns = new HashSet<>();
    private final Set<Integer> rows = new HashSet<>();

    /** The axes tell levels, growth and shares apart. */
    MeantAsPercent(Grid grid, Table table, Map<Integer, Axis> columnAxes, Map<Integer, Axis> rowAxes) {
        find(table.columns(), table.rows(), columnAxes, (column, row) -> number(grid, row, column), columns);
        find(table.rows(), table.columns(), rowAxes, (row, column) -> number(grid, row, column), rows);
    }

    /** Whether the number of a cell is a hundredth of what is meant. */
    boolean is(Cell cell) {
        return columns.contains(cell.column()) || rows.contains(cell.row());
    }

    /** The number at a place of a line. */
    private interface Numbered {
        Optional<BigDecimal> at(int line, int place);
    }

    private static Optional<BigDecimal> number(Grid grid, int row, int column) {
        return grid.stored(row, column)
                .filter(cell -> RowKinds.isValue(cell) && !cell.isPercent())
                .flatMap(cell -> CellNumbers.typed(cell.text()))
                .filter(typed -> !typed.percent())
                .map(CellNumbers.Typed::value);
    }

    private static void find(
            List<Integer> lines, List<Integer> places, Map<Integer, Axis> axes, Numbered numbers, Set<Integer> found) {
        List<Integer> rates = lines.stream()
                .filter(line -> isRate(axes.getOrDefault(line, Axis.none())))
                .toList();
        if (rates.isEmpty()) {
            return;
        }
        List<Integer> levels = lines.stream()
                .filter(line -> isLevel(axes.getOrDefault(line, Axis.none())))
                .limit(MOST_LEVELS)
                .toList();
        List<Integer> some = places.subList(0, Math.min(MOST_FIGURES, places.size()));
        for (int rate : rates) {
            if (isSmall(rate, some, numbers) && isFraction(rate, levels, some, numbers)) {
                found.add(rate);
            }
        }
    }

    private static boolean isRate(Axis axis) {
        boolean rate = axis.measure() == Measure.GROWTH_RATE || axis.measure() == Measure.SHARE;
        return rate && (axis.unit().isEmpty() || axis.unit().equals("%"));
    }

    private static boolean isLevel(Axis axis) {
        return (axis.measure() == null || axis.measure() == Measure.LEVEL)
                && !axis.unit().equals("%");
    }

    private static boolean isSmall(int rate, List<Integer> places, Numbered numbers) {
        List<BigDecimal> all = places.stream()
                .map(place -> numbers.at(rate, place))
                .flatMap(Optional::stream)
                .toList();
        return !all.isEmpty()
                && all.stream().allMatch(n -> n.abs().compareTo(LARGEST) <= 0)
                && all.stream().anyMatch(n -> n.signum() != 0 && n.abs().compareTo(BigDecimal.ONE) < 0);
    }

    /** Whether, of two levels beside it or of one level and the one before it, the ratio is what the rate says. */
    private static boolean isFraction(int rate, List<Integer> levels, List<Integer> places, Numbered numbers) {
        for (int part : levels) {
            if (holds(rate, places, numbers, (k, n) -> before(part, places, k, -1, numbers), part, BigDecimal.ONE)
                    || holds(
                            rate,
                            places,
                            numbers,
                            (k, n) -> before(part, places, k, 1, numbers),
                            part,
                            BigDecimal.ONE)) {
                return true;
            }
            for (int whole : levels) {
                if (part != whole
                        && (holds(rate, places, numbers, (k, n) -> n.at(whole, places.get(k)), part, BigDecimal.ONE)
                                || holds(
                                        rate,
                                        places,
                                        numbers,
                                        (k, n) -> n.at(whole, places.get(k)),
                                        part,
                                        BigDecimal.ZERO))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Optional<BigDecimal> before(int level, List<Integer> places, int at, int step, Numbered numbers) {
        int other = at + step;
        return other < 0 || other >= places.size() ? Optional.empty() : numbers.at(level, places.get(other));
    }

    /** What a level is divided by, at the place with that index. */
    private interface Base {
        Optional<BigDecimal> at(int index, Numbered numbers);
    }

    /** Whether level / base - {@code less} is the rate at nearly all places, with the rounding of what is written. */
    private static boolean holds(
            int rate, List<Integer> places, Numbered numbers, Base base, int level, BigDecimal less) {
        int tried = 0;
        int held = 0;
        for (int k = 0; k < places.size(); k++) {
            Optional<BigDecimal> said = numbers.at(rate, places.get(k)).filter(n -> n.signum() != 0);
            Optional<BigDecimal> above = numbers.at(level, places.get(k));
            Optional<BigDecimal> below = base.at(k, numbers).filter(n -> n.signum() != 0);
            if (said.isPresent() && above.isPresent() && below.isPresent()) {
                tried++;
                held += isRatio(said.get(), above.get(), below.get(), less) ? 1 : 0;
            }
        }
        return held * 10 >= tried * 9 && (held >= 2 || held == 1 && places.size() == 1);
    }

    private static boolean isRatio(BigDecimal said, BigDecimal above, BigDecimal below, BigDecimal less) {
        BigDecimal ratio = above.divide(below, MathContext.DECIMAL64).subtract(less);
        BigDecimal rounding = half(said)
                .add(half(above)
                        .add(half(below).multiply(ratio.add(less).abs()))
                        .divide(below.abs(), MathContext.DECIMAL64));
        boolean fraction = said.subtract(ratio).abs().compareTo(rounding) <= 0;
        boolean percent = said.subtract(ratio.multiply(HUNDRED)).abs().compareTo(rounding.multiply(HUNDRED)) <= 0;
        return fraction && !percent;
    }

    /** Half of the last place that is written. */
    private static BigDecimal half(BigDecimal written) {
        return new BigDecimal(BigInteger.valueOf(5), Math.max(0, written.scale()) + 1);
    }
}
