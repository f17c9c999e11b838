package tongcang.workbook.meaning;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.Measure;
import tongcang.Provenance;
import tongcang.Quantity;
import tongcang.Severity;
import tongcang.Status;
import tongcang.UnitSource;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.CellText;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.label.LabelReader;
import tongcang.workbook.table.CellValue;
import tongcang.workbook.table.DateCells;
import tongcang.workbook.table.RowKinds;
import tongcang.workbook.table.StubColumns;
import tongcang.workbook.table.Table;

/** Makes figures of a table's cells: what row, column and the words around the table say, the nearer before the farther. */
public final class TableReader {
    private static final Pattern NAMED_INDEX = Pattern.compile("指数(?!化|型|基金|成分)");

    private final Grid grid;
    private final Table table;
    private final TableContext context;
    private final Map<Integer, Axis> columns;
    private final Map<Integer, Axis> rows;
    private final LabelRule labels;
    private final UnitRule unitRule;
    private final PeriodRule periods;
    private final DateCells dates;
    private final UnfilledPeriods unfilled;
    private final MeantAsPercent fractions;
    /** What all figures are whose heads are those of levels; empty where the heads are their own. */
    private final Optional<Measure> copied;

    private final List<Figure> figures;
    private final List<Finding> findings;
    private final UnitFindings unitFindings;

    public TableReader(
            Grid grid,
            Table table,
            TableContext context,
            LabelReader heads,
            List<Figure> figures,
            List<Finding> findings) {
        this.grid = grid;
        this.table = table;
        this.context = context;
        this.columns = new BoxheadReader(grid, table, heads).axes();
        StubColumns stubs = new StubColumns(grid, table, heads.units());
        this.rows = new StubReader(grid, table, stubs, heads, context.period()).axes();
        this.labels = new LabelRule(context, stubs.areClasses());
        this.unitRule = new UnitRule(context, heads.units());
        this.periods = new PeriodRule(table, context, columns);
        this.dates = new DateCells(grid, table);
        this.copied = CopiedHeads.of(grid, table, context, columns, rows);
        this.fractions = new MeantAsPercent(grid, table, columns, rows);
        this.unfilled = new UnfilledPeriods(grid, table, columns, rows);
        this.figures = figures;
        this.findings = findings;
        this.unitFindings = new UnitFindings(context.unit(), heads.units());
    }

    public void read() {
        for (int row : table.rows()) {
            for (int column : table.columns()) {
                grid.stored(row, column).ifPresent(this::cell);
            }
        }
        findings.addAll(unitFindings.findings());
    }

    private void cell(Cell cell) {
        if (RowKinds.isValue(cell) && unfilled.is(cell)) {
            findings.add(finding(cell, UnfilledPeriods.remark()));
            return;
        }
        CellValue value = CellValue.of(cell, unitRule.units());
        value.finding().or(() -> dates.remark(cell)).ifPresent(f -> findings.add(finding(cell, f)));
        value.number().ifPresent(number -> figure(cell, number, value.unit()));
    }

    private Finding finding(Cell cell, CellValue.Remark remark) {
        Provenance.Cell place = place(cell);
        return new Finding(
                remark.rule(),
                Severity.WARNING,
                place,
                CellText.clean(cell.text()),
                remark.expected(),
                place.place() + "：" + remark.message());
    }

    private Provenance.Cell place(Cell cell) {
        return new Provenance.Cell(grid.sheet(), cell.address(), cell.text().strip());
    }

    private void figure(Cell cell, BigDecimal stored, String typedUnit) {
        Axis row = rows.getOrDefault(cell.row(), Axis.none());
        Axis column = columns.getOrDefault(cell.column(), Axis.none());
        Measure said = typedUnit.endsWith("百分点") ? Measure.CHANGE : said(row, column);
        String label = labels.of(row, column, said);
        if (label.isEmpty()) {
            findings.add(finding(cell, new CellValue.Remark("workbook.no-label", "", "数值没有可读的指标名称，未采用；请补全行头或列头")));
            return;
        }
        UnitRule.Found unit = unitRule.of(cell, row, column, said, typedUnit);
        boolean fraction = typedUnit.isEmpty() && !cell.isPercent() && fractions.is(cell);
        if (copied.equals(Optional.of(said))) {
            unit = new UnitRule.Found("%", UnitSource.NAME);
        }
        unit = fraction && unit.isEmpty() ? new UnitRule.Found("%", UnitSource.CELL) : unit;
        unitFindings.add(place(cell), unit, said);
        BigDecimal value =
                unit.text().equals("%") && (cell.isPercent() || fraction) ? stored.movePointRight(2) : stored;
        figures.add(new Figure(
                place(cell),
                Quantity.of(value, unit.text()),
                label,
                measure(said, unit, label),
                Status.ACTUAL,
                periods.of(row, column, cell.column()),
                null,
                region(row, column),
                base(row, column, said),
                unit.source(),
                new Figure.Context(context.title(), "", context.form())));
    }

    /** What the heads say of the numbers, the column's before the row's; of bare percents what the title says. */
    private Measure said(Axis row, Axis column) {
        boolean levels = column.measure() == null || column.measure() == Measure.LEVEL;
        Measure said = levels ? row.measure() : column.measure();
        if (said == null && isIndexed(row, column)) {
            return Measure.INDEX;
        }
        if (said == null) {
            said = context.unit().hasRate() && UnitRule.isRate(row, column) ? Measure.SHARE : Measure.LEVEL;
        }
        if (said == Measure.LEVEL && copied.isPresent()) {
            return copied.get();
        }
        String unit = column.unit() + row.unit();
        boolean percent = (said == Measure.SHARE || said == Measure.LEVEL) && unit.contains("%");
        boolean growth = switch (context.growth()) {
            case NONE -> false;
            case SOME -> percent;
            case ALL, SHEET ->
                percent
                        || said == Measure.LEVEL
                                && unit.isEmpty()
                                && context.unit().isOfRates();
        };
        return growth && !UnitRule.isShare(row, column) ? Measure.GROWTH_RATE : said;
    }

    /** Under the caption 上年=100, what has no unit of its own is an index number. */
    private boolean isIndexed(Axis row, Axis column) {
        return !context.base().isEmpty()
                && context.unit().isEmpty()
                && row.unit().isEmpty()
                && column.unit().isEmpty();
    }

    /** A level in percent is a share, or an index where its name says so. */
    private static Measure measure(Measure said, UnitRule.Found unit, String label) {
        boolean rate = unit.text().equals("%") || unit.text().equals("‰");
        boolean other = !unit.isEmpty() && !rate && !unit.text().contains("分之");
        if (said == Measure.SHARE && other) {
            return Measure.LEVEL; // 万车死亡率 in 人/万车
        }
        if (said == Measure.LEVEL
                && unit.isEmpty()
                && NAMED_INDEX.matcher(label).find()) {
            return Measure.INDEX; // 居民消费价格指数 is the sheet's name alone
        }
        if (said != Measure.LEVEL || !rate) {
            return said;
        }
        return label.contains("指数") ? Measure.INDEX : Measure.SHARE;
    }

    private Map<String, String> base(Axis row, Axis column, Measure said) {
        String base = column.base().isEmpty() ? row.base() : column.base();
        base = base.isEmpty() && said == Measure.INDEX ? context.base() : base;
        return base.isEmpty() ? Map.of() : Map.of("基期", base);
    }

    private String region(Axis row, Axis column) {
        if (!row.region().isEmpty()) {
            return row.region();
        }
        return column.region().isEmpty() ? context.region() : column.region();
    }
}
