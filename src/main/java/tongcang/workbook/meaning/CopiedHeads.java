package tongcang.workbook.meaning;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tongcang.Measure;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.CellNumbers;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.table.RowKinds;
import tongcang.workbook.table.Table;

/** Tables of rates whose heads were copied, with their units, from a table of levels: only the sheet's name or the title tells. */
final class CopiedHeads {
    private static final Pattern RATES = Pattern.compile(".{0,30}(?:率|占比|比重|构成)(?:[(（][^()（）]*[)）])?(?:表|情况)?");
    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private CopiedHeads() {}

    /** What the figures are, in percent; empty where a head says so itself, and where the heads are what they say. */
    static Optional<Measure> of(
            Grid grid, Table table, TableContext context, Map<Integer, Axis> columns, Map<Integer, Axis> rows) {
        if (Stream.of(columns, rows)
                .map(Map::values)
                .flatMap(Collection::stream)
                .anyMatch(CopiedHeads::tells)) {
            return Optional.empty();
        }
        if (context.growth() == TableContext.Growth.SHEET) {
            return Optional.of(Measure.GROWTH_RATE);
        }
        boolean levels = columns.values().stream().anyMatch(axis -> !axis.unit().isEmpty());
        boolean rates = RATES.matcher(grid.sheet()).matches() || isOfRates(context.title());
        return levels && rates && areRates(grid, table) ? Optional.of(Measure.SHARE) : Optional.empty();
    }

    private static boolean tells(Axis axis) {
        return axis.measure() == Measure.GROWTH_RATE
                || axis.measure() == Measure.SHARE
                || axis.unit().equals("%")
                || axis.unit().equals("‰");
    }

    private static boolean isOfRates(String title) {
        return !title.isEmpty()
                && Arrays.stream(title.split("[、和及与,，]"))
                        .allMatch(part -> RATES.matcher(part.strip()).matches());
    }

    private static boolean areRates(Grid grid, Table table) {
        return table.rows().stream()
                .flatMap(row -> table.columns().stream().map(column -> grid.stored(row, column)))
                .flatMap(Optional::stream)
                .filter(RowKinds::isValue)
                .map(Cell::text)
                .map(CellNumbers::typed)
                .flatMap(Optional::stream)
                .allMatch(n -> n.value().signum() >= 0 && n.value().compareTo(WHOLE) <= 0);
    }
}
