package tongcang.workbook.meaning;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tongcang.Evidence;
import tongcang.Measure;
import tongcang.Origin;
import tongcang.quantity.Units;

/**
 * What a layout says of each place of its table: the column's word, the row's, and that of the words around, the nearer
 * before the farther. Each place is thought of once; safe for several threads.
 */
public final class TableMeaning {
    /** Places of a form that a person fills in; the meaning of a larger table is thought of as it is read. */
    private static final int MOST = 20_000;

    private final TableLayout layout;
    private final TableContext context;
    private final LabelRule labels;
    private final UnitRule unitRule;
    private final PeriodRule periods;
    private final int top;
    private final int left;
    private final int width;
    /** Whether a column of the table has a label of its own, and one a unit. */
    private final boolean headed;

    private final boolean stated;

    /** Row by row from the table's first; empty where the table is larger than is worth keeping. */
    private final @Nullable CellMeaning[] known;

    /** {@code units} are those that heads, captions and number formats may name. */
    public TableMeaning(TableLayout layout, Units units) {
        this(layout, units, new LabelRule(layout.context(), layout.classified()));
    }

    private TableMeaning(TableLayout layout, Units units, LabelRule labels) {
        this.layout = layout;
        this.context = layout.context();
        this.labels = labels;
        this.unitRule = new UnitRule(context, units);
        this.periods = new PeriodRule(layout.table(), context, layout.columns());
        this.headed = layout.columns().values().stream().anyMatch(c -> !c.path().isEmpty());
        this.stated = !context.unit().isEmpty()
                || Stream.concat(layout.columns().values().stream(), layout.rows().values().stream())
                        .anyMatch(axis -> !axis.unit().isEmpty() && !axis.unit().equals("%"));
        List<Integer> columns = layout.table().columns();
        List<Integer> rows = layout.table().rows();
        this.top = rows.isEmpty() ? 0 : rows.get(0);
        this.left = columns.get(0);
        int height = rows.isEmpty() ? 0 : rows.get(rows.size() - 1) - top + 1;
        this.width = columns.get(columns.size() - 1) - left + 1;
        this.known = new @Nullable CellMeaning[(long) height * width <= MOST ? height * width : 0];
    }

    /** What the same heads and labels mean where something else stands around them; what does not change is not thought of again. */
    public TableMeaning under(TableLayout other, Units units) {
        boolean same = labels.fits(other.context(), other.classified());
        return same ? new TableMeaning(other, units, labels) : new TableMeaning(other, units);
    }

    /** The layout that it is the meaning of. */
    public TableLayout layout() {
        return layout;
    }

    /** Whether words name what is measured, as 货运量 does and 铁路 does not. */
    public static boolean isNamed(String words) {
        return LabelRule.isNamed(words);
    }

    /** Whether anything in or around the table states a unit. */
    boolean hasUnits() {
        return stated;
    }

    UnitRule units() {
        return unitRule;
    }

    /** What is said of the figures at a place of the table; 0-based. */
    CellMeaning at(int row, int column) {
        CellMeaning place = known.length == 0 ? null : known[(row - top) * width + column - left];
        return place == null ? found(row, column) : place;
    }

    private synchronized CellMeaning found(int row, int column) {
        CellMeaning place = of(layout.row(row), layout.column(column), column, null, Optional.empty());
        if (known.length > 0) {
            known[(row - top) * width + column - left] = place;
        }
        return place;
    }

    /** What is said of a figure that says its measure by itself, as 3个百分点 does. */
    synchronized CellMeaning at(int row, int column, Measure own) {
        return of(layout.row(row), layout.column(column), column, own, Optional.empty());
    }

    /** What is said of a figure whose heads are those of levels, copied: it is something else. */
    synchronized CellMeaning at(int row, int column, Optional<Measure> copied) {
        return of(layout.row(row), layout.column(column), column, null, copied);
    }

    private CellMeaning of(Axis row, Axis column, int at, @Nullable Measure own, Optional<Measure> copied) {
        Measure said = own == null ? said(row, column, copied) : own;
        PeriodRule.Found time = periods.of(row, column, at);
        Origin measured =
                copied.isPresent() ? Origin.SHEET_NAME : own != null ? Origin.CELL : measured(row, column, said);
        return new CellMeaning(
                labels.of(row, column, said),
                said,
                UnitRule.headed(row, column),
                unitRule.stated(row, column, said),
                time.period(),
                region(row, column),
                base(row, column, said),
                evidence(row, column, time, measured, said));
    }

    private Evidence evidence(Axis row, Axis column, PeriodRule.Found time, Origin measured, Measure said) {
        Origin place = !row.region().isEmpty()
                ? Origin.ROW
                : column.region().isEmpty() ? context.origins().region() : Origin.COLUMN;
        Evidence found = new Evidence(
                Origin.NONE, time.origin(), place, measured, labels.origin(row, column, said, context), List.of());
        found = time.rival().isEmpty() ? found : found.with("period.rival", time.rival());
        if (row.path().isEmpty() && column.path().isEmpty()) {
            found = headed ? found.with("label.unheaded", "") : found;
            Origin named = context.origins().label();
            boolean nameAlone = named == Origin.FILE_NAME || named == Origin.SHEET_NAME;
            found = nameAlone && !labels.isMeasured() ? found.with("label.unmeasured", "") : found;
        }
        String rival = UnitRule.rival(row, column);
        return rival.isEmpty() ? found : found.with("unit.rival", rival);
    }

    /** Where it is said what the numbers say; that a number without such a word is a level goes without saying. */
    private Origin measured(Axis row, Axis column, Measure said) {
        if (said == column.measure()) {
            return Origin.COLUMN;
        }
        if (said == row.measure()) {
            return Origin.ROW;
        }
        return switch (said) {
            case LEVEL, SHARE -> Origin.MEANING;
            case GROWTH_RATE -> context.growth() == TableContext.Growth.SHEET ? Origin.SHEET_NAME : Origin.TITLE;
            default -> Origin.CAPTION;
        };
    }

    /** What the heads say of the numbers, the column's before the row's; of bare percents what the title says. */
    private Measure said(Axis row, Axis column, Optional<Measure> copied) {
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
        if (said == Measure.CHANGE && unit.isEmpty() && context.isOfGrowthRates()) {
            return Measure.GROWTH_RATE;
        }
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
