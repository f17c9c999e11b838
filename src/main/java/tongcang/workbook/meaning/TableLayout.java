package tongcang.workbook.meaning;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.label.LabelReader;
import tongcang.workbook.table.HeadWords;
import tongcang.workbook.table.StubColumns;
import tongcang.workbook.table.Table;

/**
 * How a table is understood: all that the reader decided about it, and nothing of its numbers. All rows and columns are
 * 0-based.
 *
 * @param table which rows and columns are titles, heads, labels, figures, notes
 * @param context what holds for all of it: title, caption unit, form number, place, time
 * @param heads the words over each column, from the outermost in, as forms name it
 * @param stubs what each column beside the figures holds
 * @param classified whether the rows are classes of something that only the title names
 * @param columns what each column of figures says, by its heads
 * @param rows what each row says, by its labels
 */
public record TableLayout(
        Table table,
        TableContext context,
        Map<Integer, String> heads,
        Map<Integer, StubColumns.Kind> stubs,
        boolean classified,
        Map<Integer, Axis> columns,
        Map<Integer, Axis> rows) {

    public TableLayout {
        heads = Map.copyOf(heads);
        stubs = Map.copyOf(stubs);
        columns = Map.copyOf(columns);
        rows = Map.copyOf(rows);
    }

    /** Understands a table in what stands around it. */
    public static TableLayout of(Grid grid, Table table, TableContext context, LabelReader labels) {
        StubColumns stubs = new StubColumns(grid, table, labels.units());
        Map<Integer, StubColumns.Kind> kinds = new LinkedHashMap<>();
        table.stubs().forEach(stub -> kinds.put(stub, stubs.of(stub)));
        Map<Integer, String> heads = new LinkedHashMap<>();
        Stream.concat(table.stubs().stream(), table.columns().stream())
                .forEach(column -> heads.put(column, HeadWords.head(grid, table, column)));
        return new TableLayout(
                table,
                context,
                heads,
                kinds,
                stubs.areClasses(),
                new BoxheadReader(grid, table, labels).axes(),
                new StubReader(grid, table, stubs, labels, context.period()).axes());
    }

    /** The same table where something else stands around it; only what a row of a month says may follow from that. */
    public TableLayout under(TableContext other, Grid grid, LabelReader labels) {
        if (other.equals(context)) {
            return this;
        }
        boolean months = rows.values().stream().anyMatch(row -> !row.monthly().isEmpty());
        Map<Integer, Axis> said = !months || Objects.equals(other.period(), context.period())
                ? rows
                : new StubReader(grid, table, new StubColumns(grid, table, labels.units()), labels, other.period())
                        .axes();
        return new TableLayout(table, other, heads, stubs, classified, columns, said);
    }

    /** The words over a column, labels and units as well as figures. */
    public String head(int column) {
        return heads.getOrDefault(column, "");
    }

    /** What a column of figures says; nothing where no head stands over it. */
    Axis column(int column) {
        return columns.getOrDefault(column, Axis.none());
    }

    /** What a row says; nothing where it has no label. */
    Axis row(int row) {
        return rows.getOrDefault(row, Axis.none());
    }
}
