package tongcang.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.Measure;
import tongcang.Period;
import tongcang.Provenance;
import tongcang.Quantity;
import tongcang.Severity;
import tongcang.Status;
import tongcang.UnitSource;
import tongcang.quantity.PeriodWords;
import tongcang.quantity.Units;

/** Makes figures of a table's cells: what row, column and the words around the table say, the nearer before the farther. */
final class TableReader {
    /** Words that say how something is counted and not what: only the title names it. */
    private static final Pattern GENERIC = Pattern.compile(
            "(?:出生|死亡|迁入|迁出|自然增长|机械增长|年平均|期末|年末|年初|平均|本期|人数|人口|户数|面积|数量|金额|总量|个数|幢数|比重|增速|比例|占比|产量|产值|单位数|总额|婴儿|增加|减少|率|数|量|合计|总计|其他|城镇|农村|乡村|男|女)*");

    private final Grid grid;
    private final Table table;
    private final SheetContext context;
    private final Map<Integer, Axis> columns;
    private final Map<Integer, Axis> rows;
    private final List<Figure> figures;
    private final List<Finding> findings;

    TableReader(
            Grid grid, Table table, SheetContext context, Units units, List<Figure> figures, List<Finding> findings) {
        this.grid = grid;
        this.table = table;
        this.context = context;
        this.columns = new ColumnAxes(grid, table, units).axes();

        this.rows = new RowAxes(grid, table, units).axes();
        this.figures = figures;
        this.findings = findings;
    }

    void read() {
        for (int row : table.rows()) {
            for (int column : table.columns()) {
                grid.stored(row, column).ifPresent(this::cell);
            }
        }
    }

    private void cell(Cell cell) {
        if (cell.kind() == Cell.Kind.ERROR || cell.kind() == Cell.Kind.UNCALCULATED) {
            String found = cell.kind() == Cell.Kind.ERROR ? cell.text() : "公式没有存储结果";
            finding("workbook.error-cell", Severity.WARNING, cell, found, "单元格是错误值或未计算的公式，未采用；请改为数值后重新报送");
        } else if (cell.isNumber()) {
            if (!cell.isDate()) {
                figure(cell, java.util.Objects.requireNonNull(cell.number()), false);
            }
        } else if (TableFinder.isValue(cell)) {
            Numbers.Typed typed = Numbers.typed(cell.text()).orElseThrow();
            if (typed.slip()) {
                finding(
                        "workbook.slip",
                        Severity.WARNING,
                        cell,
                        typed.value().toPlainString(),
                        "“" + Texts.clean(cell.text()) + "”疑似误录，只有一种读法，已按 "
                                + typed.value().toPlainString() + " 采用；请核实");
            }
            figure(cell, typed.value(), typed.percent());
        } else if (!Numbers.isPlaceholder(cell.text()) && cell.text().chars().anyMatch(Character::isDigit)) {
            finding(
                    "workbook.not-a-number",
                    Severity.WARNING,
                    cell,
                    "",
                    "“" + Texts.clean(cell.text()) + "”不能读成数值，未采用；请改正后重新报送");
        }
    }

    private void finding(String rule, Severity severity, Cell cell, String expected, String message) {
        findings.add(new Finding(
                rule,
                severity,
                place(cell),
                Texts.clean(cell.text()),
                expected,
                place(cell).place() + "：" + message));
    }

    private Provenance.Cell place(Cell cell) {
        return new Provenance.Cell(grid.sheet(), cell.address(), cell.text().strip());
    }

    private void figure(Cell cell, BigDecimal stored, boolean percentSign) {
        Axis row = axis(rows, cell.row());
        Axis column = axis(columns, cell.column());
        String label = label(row, column);
        if (label.isEmpty()) {
            finding("workbook.no-label", Severity.WARNING, cell, "", "数值没有可读的指标名称，未采用；请补全行头或列头");
            return;
        }
        Measure measure = measure(row, column, label);
        Unit unit = unit(cell, row, column, measure, percentSign);
        BigDecimal value = cell.isPercent() && unit.text().equals("%") ? stored.movePointRight(2) : stored;
        figures.add(new Figure(
                place(cell),
                Quantity.of(value, unit.text()),
                label,
                measure,
                Status.ACTUAL,
                period(row, column, cell.column()),
                null,
                region(row, column),
                indexBase(row, column),
                unit.source(),
                new Figure.Context(context.title(), "", context.form())));
    }

    private static Axis axis(Map<Integer, Axis> axes, int at) {
        return axes.getOrDefault(at, Axis.none());
    }

    private String label(Axis row, Axis column) {
        List<String> path = new ArrayList<>(column.path());
        row.path().stream().filter(part -> !path.contains(part)).forEach(path::add);
        boolean unnamed = path.stream().allMatch(part -> GENERIC.matcher(part).matches());
        if ((unnamed || isMembersOnly(path)) && !context.label().isEmpty() && !path.contains(context.label())) {
            path.add(0, context.label());
        }
        return String.join(Figure.PATH, path);
    }

    /** Heads that are classes of something else: 8～10层, 18岁以下. */
    private static boolean isMembersOnly(List<String> path) {
        return path.stream().allMatch(p -> p.matches("(?:男|女|城镇|农村|乡村|城市|男性|女性|面积|幢|\\d.*(?:层|岁|元|人|年|米|以上|以下).*)"));
    }

    private Measure measure(Axis row, Axis column, String label) {
        if (column.measure() != null && column.measure() != Measure.LEVEL) {
            return column.measure();
        }
        if (row.measure() != null) {
            return row.measure();
        }
        if (!context.rateUnit().isEmpty() && isRate(row, column)) {
            return Measure.SHARE;
        }
        boolean share = "%".equals(column.unit()) || "%".equals(row.unit()) || "‰".equals(row.unit());
        return share ? label.contains("指数") ? Measure.INDEX : Measure.SHARE : Measure.LEVEL;
    }

    private record Unit(String text, UnitSource source) {}

    private Unit unit(Cell cell, Axis row, Axis column, Measure measure, boolean percentSign) {
        if (percentSign) {
            return new Unit("%", UnitSource.CELL);
        }
        boolean change = column.measure() == Measure.GROWTH_RATE
                || column.measure() == Measure.CHANGE
                || column.measure() == Measure.SHARE
                || column.measure() == Measure.RANK;
        Unit found = new Unit("", UnitSource.NONE);
        if (change && !column.unit().isEmpty()) {
            found = new Unit(column.unit(), UnitSource.COLUMN_HEAD);
        } else if (!row.unit().isEmpty() && !row.ownUnitColumn()) {
            found = new Unit(row.unit(), UnitSource.ROW_HEAD);
        } else if (!column.unit().isEmpty() && !column.ownUnitColumn()) {
            found = new Unit(column.unit(), UnitSource.COLUMN_HEAD);
        } else if (!row.unit().isEmpty() || !column.unit().isEmpty()) {
            found = new Unit(row.unit().isEmpty() ? column.unit() : row.unit(), UnitSource.UNIT_COLUMN);
        }
        if (found.text().isEmpty() && measure == Measure.GROWTH_RATE
                || found.text().isEmpty() && cell.isPercent()) {
            return new Unit("%", cell.isPercent() ? UnitSource.CELL : UnitSource.COLUMN_HEAD);
        }
        boolean none = measure == Measure.RANK || measure == Measure.INDEX;
        if (found.text().isEmpty() && !none && !context.unit().isEmpty()) {
            boolean rate = isRate(row, column) && !context.rateUnit().isEmpty();
            found = new Unit(rate ? context.rateUnit() : context.unit(), context.unitSource());
        }
        if (found.text().isEmpty() && measure == Measure.RANK) {
            found = new Unit("位", UnitSource.COLUMN_HEAD);
        }
        return found;
    }

    /** 迁出率 under 单位：人、‰ is in the latter. */
    private static boolean isRate(Axis row, Axis column) {
        List<String> path = column.path().isEmpty() ? row.path() : column.path();
        return path.stream().anyMatch(part -> part.endsWith("率"));
    }

    private static Map<String, String> indexBase(Axis row, Axis column) {
        String base = column.indexBase().isEmpty() ? row.indexBase() : column.indexBase();
        return base.isEmpty() ? Map.of() : Map.of("基期", base + "=100");
    }

    private String region(Axis row, Axis column) {
        if (!row.region().isEmpty()) {
            return row.region();
        }
        return column.region().isEmpty() ? context.region() : column.region();
    }

    private @Nullable Period period(Axis row, Axis column, int at) {
        Period base = context.period();
        Period own = column.period() != null ? column.period() : row.period();
        if (own != null
                && column.period() != null
                && row.period() != null
                && !row.period().equals(column.period())) {
            own = row.period().kind() == Period.Kind.YEAR ? column.period() : row.period();
        }
        @Nullable
        Integer year = own != null
                ? Integer.valueOf(own.start().getYear())
                : base == null ? null : Integer.valueOf(base.end().getYear());
        for (String monthly : new String[] {column.monthly(), row.monthly()}) {
            Optional<PeriodWords.Found> found = monthly.isEmpty() ? Optional.empty() : PeriodWords.in(monthly, year);
            if (found.isPresent()) {
                own = found.get().period();
            }
        }
        Head.Relative relative = column.relative() != Head.Relative.NONE ? column.relative() : row.relative();
        if (own == null && !column.isTimed() && !row.isTimed()) {
            own = leftPeriod(at).orElse(null);
        }
        return related(own != null ? own : base, relative, at, own != null);
    }

    private @Nullable Period related(@Nullable Period period, Head.Relative relative, int at, boolean own) {
        if (period == null) {
            return null;
        }
        int month = period.end().getMonthValue();
        return switch (relative) {
            case NONE -> period;
            case CURRENT ->
                period.kind() == Period.Kind.CUMULATIVE || period.kind() == Period.Kind.MONTH
                        ? current(period)
                        : period;
            case CUMULATIVE ->
                period.kind() == Period.Kind.YEAR && own
                        ? period
                        : Period.months(period.end().getYear(), 1, month);
            case YEAR_EARLIER ->
                isAfterCumulative(at) ? Period.months(period.end().getYear() - 1, 1, month) : period.yearEarlier();
            case LAST_YEAR -> Period.year(period.end().getYear() - 1);
            case THIS_YEAR ->
                own || period.kind() != Period.Kind.YEAR
                        ? period
                        : Period.year(period.end().getYear());
        };
    }

    /** 当期 of a quarterly series is its quarter, else the month. */
    private Period current(Period period) {
        int month = period.end().getMonthValue();
        boolean quarterly = grid.rowCount() > 0
                && table.heads().stream()
                        .anyMatch(h -> table.stubs().stream()
                                        .anyMatch(s -> grid.text(h, s).equals("频度"))
                                && isQuarterly(h));
        return quarterly && month % 3 == 0
                ? Period.quarter(period.end().getYear(), month / 3)
                : Period.month(period.end().getYear(), month);
    }

    private boolean isQuarterly(int head) {
        return table.columns().stream().anyMatch(c -> grid.text(head, c).equals("季"));
    }

    /** Whether the nearest column to the left with a time of its own is a cumulative one. */
    private boolean isAfterCumulative(int at) {
        for (int i = table.columns().indexOf(at) - 1; i >= 0; i--) {
            Axis left = axis(columns, table.columns().get(i));
            if (left.relative() == Head.Relative.CUMULATIVE || left.monthly().contains("1")) {
                return true;
            }
            if (left.relative() == Head.Relative.CURRENT) {
                return false;
            }
        }
        return false;
    }

    /** A column without a time, such as one of growth, is about that of the columns to its left, not the year before. */
    private Optional<Period> leftPeriod(int at) {
        List<Period> left = new ArrayList<>();
        for (int i = 0; i < table.columns().indexOf(at); i++) {
            Axis axis = axis(columns, table.columns().get(i));
            if (axis.relative() != Head.Relative.YEAR_EARLIER
                    && axis.relative() != Head.Relative.LAST_YEAR
                    && axis.isTimed()) {
                Period period = period(Axis.none(), axis, table.columns().get(i));
                if (period != null) {
                    left.add(period);
                }
            }
        }
        boolean dependent = axis(columns, at).measure() != null;
        return dependent && !left.isEmpty()
                ? left.stream()
                        .max(java.util.Comparator.comparing(Period::end)
                                .thenComparing(Period::start, java.util.Comparator.reverseOrder()))
                : Optional.empty();
    }
}
