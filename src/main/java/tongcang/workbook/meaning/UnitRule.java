package tongcang.workbook.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tongcang.Measure;
import tongcang.UnitSource;
import tongcang.quantity.Units;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.label.MeasureWords;

/** The unit of a figure: the nearest that is stated, from the cell to the caption; never guessed. */
final class UnitRule {
    private static final Pattern LITERAL = Pattern.compile("\"([^\"]{1,8})\"");

    /**
     * A unit with where it stands.
     *
     * @param text as written, empty where none is stated
     */
    record Found(String text, UnitSource source) {
        static final Found NONE = new Found("", UnitSource.NONE);

        boolean isEmpty() {
            return text.isEmpty();
        }
    }

    private final TableContext context;
    private final Units units;

    UnitRule(TableContext context, Units units) {
        this.context = context;
        this.units = units;
    }

    /** The unit of a cell; {@code typed} is one behind a number typed as text, or empty. */
    Found of(Cell cell, CellMeaning said, String typed) {
        if (!typed.isEmpty()) {
            return new Found(typed, UnitSource.CELL);
        }
        if (!said.headed().isEmpty()) {
            return said.headed();
        }
        if (cell.isPercent()) {
            return new Found("%", UnitSource.CELL);
        }
        String shown = said.stated().isEmpty() ? shown(cell.format()) : "";
        return shown.isEmpty() ? said.stated() : new Found(shown, UnitSource.CELL);
    }

    /** That of the table, as far as the measure leaves one open. */
    Found stated(Axis row, Axis column, Measure measure) {
        return switch (measure) {
            case GROWTH_RATE -> new Found("%", UnitSource.COLUMN_HEAD);
            case RANK -> new Found("位", UnitSource.COLUMN_HEAD);
            case INDEX -> Found.NONE;
            default -> captioned(row, column, measure);
        };
    }

    /** That of the row or column head. */
    static Found headed(Axis row, Axis column) {
        boolean differs = column.measure() == Measure.GROWTH_RATE
                || column.measure() == Measure.CHANGE
                || column.measure() == Measure.SHARE
                || column.measure() == Measure.INDEX
                || column.measure() == Measure.RANK;
        if (differs && !column.unit().isEmpty()) {
            return new Found(column.unit(), UnitSource.COLUMN_HEAD);
        }
        if (differs && column.measure() != Measure.CHANGE || isBareIndex(column)) {
            return Found.NONE;
        }
        if (!row.unit().isEmpty() && !row.ownUnitColumn()) {
            return new Found(row.unit(), UnitSource.ROW_HEAD);
        }
        if (!column.unit().isEmpty() && !column.ownUnitColumn()) {
            return new Found(column.unit(), UnitSource.COLUMN_HEAD);
        }
        String unit = row.unit().isEmpty() ? column.unit() : row.unit();
        return unit.isEmpty() ? Found.NONE : new Found(unit, UnitSource.UNIT_COLUMN);
    }

    /** The unit of the other head, where both state one and no rate is among them; else empty. */
    static String rival(Axis row, Axis column) {
        boolean both =
                !row.unit().isEmpty() && !column.unit().isEmpty() && !row.unit().equals(column.unit());
        boolean rate = (row.unit() + column.unit()).matches(".*[%％‰].*")
                || column.measure() != null && column.measure() != Measure.LEVEL;
        return both && !rate ? "行头单位为" + row.unit() + "，列头单位为" + column.unit() : "";
    }

    /** 上年=100 beside a column of units: they are those of the levels. */
    private static boolean isBareIndex(Axis column) {
        return column.measure() == Measure.INDEX && column.unit().isEmpty();
    }

    /** The unit that a number format writes behind the stored number, unless it shows the number on another scale. */
    private String shown(String format) {
        boolean scaled = format.contains("!.") || format.matches(".*[0#],+(?![0#]).*");
        Matcher literal = LITERAL.matcher(format);
        while (!scaled && literal.find()) {
            String text = literal.group(1).strip();
            if (text.equals("%") || text.length() > 1 && units.parse(text).isPresent()) {
                return text;
            }
        }
        return "";
    }

    private Found captioned(Axis row, Axis column, Measure measure) {
        List<String> path = new ArrayList<>(row.path());
        path.addAll(column.path());
        boolean rate = measure == Measure.SHARE || context.unit().hasRate() && isRate(row, column);
        return context.unit()
                .of(path, rate ? Measure.SHARE : measure)
                .map(u -> new Found(u, context.unit().source()))
                .orElse(Found.NONE);
    }

    /** Whether a label itself says that it is a share: 占比, 城镇化率. */
    static boolean isShare(Axis row, Axis column) {
        return row.path().stream().anyMatch(MeasureWords::isShare)
                || column.path().stream().anyMatch(MeasureWords::isShare);
    }

    /** 迁出率 under 单位：人、‰ is in the latter. */
    static boolean isRate(Axis row, Axis column) {
        List<String> path = column.path().isEmpty() ? row.path() : column.path();
        return path.stream().anyMatch(part -> part.endsWith("率"));
    }
}
