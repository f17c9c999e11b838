package tongcang.workbook.meaning;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tongcang.Evidence;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.Measure;
import tongcang.Origin;
import tongcang.Provenance;
import tongcang.Quantity;
import tongcang.Severity;
import tongcang.Status;
import tongcang.UnitSource;
import tongcang.quantity.Units;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.CellText;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.table.CellValue;
import tongcang.workbook.table.DateCells;
import tongcang.workbook.table.RowKinds;
import tongcang.workbook.table.Table;

/** Makes figures of a table's cells: what row, column and the words around the table say, the nearer before the farther. */
public final class TableReader {
    private static final Pattern NAMED_INDEX = Pattern.compile("指数(?!化|型|基金|成分)");

    private static final Pattern WITHOUT_UNIT = Pattern.compile(
            "(?:指数|系数|比|倍数|[个家户人件次台套项件辆艘架条座所处]数|(?:单位|机构|企业|学校|医院|公司|项目|用户)数量?|人口|人员)(?:[(（][^()（）]*[)）])?$");

    private final Grid grid;
    private final TableMeaning meaning;
    private final Table table;
    private final Units units;
    private final DateCells dates;
    /** Whether a cell of the table marks a fall with △. */
    private final boolean marksFalls;

    private final UnfilledPeriods unfilled;
    private final MeantAsPercent fractions;
    /** What all figures are whose heads are those of levels; empty where the heads are their own. */
    private final Optional<Measure> copied;

    private final List<Figure> figures;
    private final List<Finding> findings;
    private final UnitFindings unitFindings;
    private final Figure.Context context;

    /**
     * Reads by what a layout means, into {@code figures} and {@code findings}.
     *
     * @param fingerprint of the whole sheet's layout, which its figures keep
     */
    public TableReader(
            Grid grid,
            TableMeaning meaning,
            Units units,
            String fingerprint,
            List<Figure> figures,
            List<Finding> findings) {
        this.grid = grid;
        this.meaning = meaning;
        this.table = meaning.layout().table();
        this.units = units;
        this.dates = new DateCells(grid, table);
        this.copied = CopiedHeads.of(
                grid,
                table,
                meaning.layout().context(),
                meaning.layout().columns(),
                meaning.layout().rows());
        this.marksFalls = marksFalls(grid, table);
        this.fractions = new MeantAsPercent(
                grid, table, meaning.layout().columns(), meaning.layout().rows());
        this.unfilled = new UnfilledPeriods(
                grid, table, meaning.layout().columns(), meaning.layout().rows());
        this.figures = figures;
        this.findings = findings;
        TableContext around = meaning.layout().context();
        this.unitFindings = new UnitFindings(around.unit(), units);
        this.context = new Figure.Context(around.title(), "", around.form(), fingerprint);
    }

    /** Makes a figure, a finding or nothing of each stored cell among the figures. */
    public void read() {
        for (int row : table.rows()) {
            for (int column : table.columns()) {
                grid.stored(row, column).ifPresent(this::cell);
            }
        }
        findings.addAll(unitFindings.findings());
    }

    private static boolean marksFalls(Grid grid, Table table) {
        return table.rows().stream()
                .flatMap(row -> grid.row(row).stream())
                .anyMatch(cell -> cell.kind() == Cell.Kind.TEXT && cell.text().startsWith("△"));
    }

    private void cell(Cell cell) {
        if (unfilled.is(cell) && RowKinds.isValue(cell)) {
            findings.add(finding(cell, UnfilledPeriods.remark()));
            return;
        }
        CellValue value = CellValue.of(cell, units, marksFalls);
        value.finding().or(() -> dates.remark(cell)).ifPresent(f -> findings.add(finding(cell, f)));
        value.number().ifPresent(number -> figure(cell, number, value));
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

    private void figure(Cell cell, BigDecimal stored, CellValue typed) {
        String typedUnit = typed.unit();
        CellMeaning said = typedUnit.endsWith("百分点")
                ? meaning.at(cell.row(), cell.column(), Measure.CHANGE)
                : copied.isPresent()
                        ? meaning.at(cell.row(), cell.column(), copied)
                        : meaning.at(cell.row(), cell.column());
        if (said.label().isEmpty()) {
            findings.add(finding(cell, new CellValue.Remark("workbook.no-label", "", "数值没有可读的指标名称，未采用；请补全行头或列头")));
            return;
        }
        Provenance.Cell place = place(cell);
        UnitRule.Found unit = meaning.units().of(cell, said, typedUnit);
        boolean fraction = typedUnit.isEmpty() && !cell.isPercent() && fractions.is(cell);
        if (copied.equals(Optional.of(said.measure()))) {
            unit = new UnitRule.Found("%", UnitSource.NAME);
        }
        unit = fraction && unit.isEmpty() ? new UnitRule.Found("%", UnitSource.CELL) : unit;
        if (typed.written().isPresent() && !unit.isEmpty()) {
            unit = new UnitRule.Found(typed.written().get().unit(unit.text()), UnitSource.CELL);
        }
        Optional<BigDecimal> value = unit.text().equals("%") && (cell.isPercent() || fraction)
                ? Optional.of(stored.movePointRight(2))
                : meant(cell, stored, unit.text());
        if (value.isEmpty()) {
            return;
        }
        unitFindings.add(place, unit, said.measure());
        figures.add(new Figure(
                place,
                Quantity.of(value.get(), unit.text()),
                said.label(),
                measure(said.measure(), unit, said.label()),
                Status.ACTUAL,
                said.period(),
                null,
                said.region(),
                said.breakdown(),
                unit.source(),
                context,
                evidence(said, unit)));
    }

    /** Of a unit that follows from the words for the measure, those are its evidence: growth is in percent, a count has none. */
    private Evidence evidence(CellMeaning said, UnitRule.Found unit) {
        boolean implied = said.headed().isEmpty()
                && unit.source() == UnitSource.COLUMN_HEAD
                && (said.measure() == Measure.GROWTH_RATE || said.measure() == Measure.RANK);
        if (implied || copied.equals(Optional.of(said.measure())) || unit.isEmpty() && isWithoutUnit(said)) {
            return said.evidence().withUnit(Origin.MEANING);
        }
        boolean around = unit.source() == UnitSource.CAPTION || unit.source() == UnitSource.NAME;
        Evidence found = said.evidence()
                .withUnit(around ? meaning.layout().context().origins().unit() : Origin.of(unit.source()));
        return unit.isEmpty() && meaning.hasUnits() ? found.with("unit.beside", "") : found;
    }

    /** That a count, an index or a ratio has no unit is a claim of its own. */
    private static boolean isWithoutUnit(CellMeaning said) {
        return switch (said.measure()) {
            case INDEX, MULTIPLE, RANK -> true;
            case LEVEL, INCREMENT -> WITHOUT_UNIT.matcher(said.label()).find();
            default -> false;
        };
    }

    /** The number in its unit, where the format shows it on another scale; that is told, and where they disagree none is taken. */
    private Optional<BigDecimal> meant(Cell cell, BigDecimal stored, String unit) {
        Optional<ShownScale> scale = cell.isNumber() ? ShownScale.of(cell.format()) : Optional.empty();
        if (scale.isEmpty()) {
            return Optional.of(stored);
        }
        Optional<BigDecimal> meant = scale.get().meant(stored, unit);
        String seen = "存储的 " + cell.text() + " 按数字格式显示为 " + scale.get().shown(stored) + "，单位是“" + unit + "”，";
        findings.add(finding(
                cell,
                new CellValue.Remark(
                        "workbook.scaled-format",
                        meant.map(BigDecimal::toPlainString).orElse(""),
                        seen
                                + meant.map(value -> "二者相符，已按 " + value.toPlainString() + " 采用；请核实")
                                        .orElse("不能确定是哪一个，未采用；请取消缩放的数字格式后重新报送"))));
        return meant;
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
}
