package tongcang.workbook.layout;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.label.LabelReader;
import tongcang.workbook.meaning.TableContext;
import tongcang.workbook.meaning.TableLayout;
import tongcang.workbook.table.Table;
import tongcang.workbook.table.TableFinder;

/**
 * How a sheet is understood, apart from its numbers; figures are what comes of applying it to the grid.
 *
 * @param sheet name of the sheet
 * @param tables from top to bottom, those beside each other from left to right
 */
public record Layout(String sheet, List<TableLayout> tables) {

    public Layout {
        tables = List.copyOf(tables);
    }

    /**
     * Understands a sheet from its top; a table without a title goes on with that of the table above.
     *
     * @param before the context of the last table of the sheet before, which goes on where this one says so (续表); or null
     */
    public static Layout of(Grid grid, String fileName, LabelReader labels, @Nullable TableContext before) {
        List<TableLayout> tables = new ArrayList<>();
        TableContext context = before;
        for (Table table : new TableFinder(grid).tables()) {
            context = TableContext.of(grid, table, fileName, labels, context, tables.isEmpty());
            tables.add(TableLayout.of(grid, table, context, labels));
        }
        return new Layout(grid.sheet(), tables);
    }

    /** What a table on the next sheet may go on with; null where no table is on this one. */
    @Nullable
    TableContext last() {
        return tables.isEmpty() ? null : tables.get(tables.size() - 1).context();
    }
}
