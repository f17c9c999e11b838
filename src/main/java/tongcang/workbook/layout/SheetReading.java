package tongcang.workbook.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.workbook.form.FormReading;
import tongcang.workbook.form.Forms;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.label.LabelReader;
import tongcang.workbook.meaning.TableContext;
import tongcang.workbook.meaning.TableInContext;
import tongcang.workbook.meaning.TableReader;
import tongcang.workbook.table.LeftOverNumbers;
import tongcang.workbook.table.Table;
import tongcang.workbook.table.TableFinder;

/**
 * A sheet as it was understood.
 *
 * @param grid what is stored
 * @param parts its tables with what stands around them, from top to bottom
 * @param figures of all tables
 * @param findings of all tables
 */
public record SheetReading(Grid grid, List<TableInContext> parts, List<Figure> figures, List<Finding> findings) {

    /** What a table on the next sheet may go on with; null where no table is on this one. */
    @Nullable
    TableContext last() {
        return parts.isEmpty() ? null : parts.get(parts.size() - 1).context();
    }

    /** Reads sheet after sheet of a workbook, and gives each as it is read. */
    public static void each(
            List<Grid> grids, String fileName, LabelReader heads, Forms forms, Consumer<SheetReading> then) {
        TableContext before = null;
        for (Grid grid : grids) {
            SheetReading sheet = of(grid, fileName, heads, forms, before);
            before = sheet.last();
            then.accept(sheet);
        }
    }

    /**
     * Reads all tables of a sheet from its top; one without a title goes on with that of the table above, and one of a
     * declared form is read by it.
     *
     * @param before the context of the last table of the sheet before, which goes on where this one says so (续表); or null
     */
    private static SheetReading of(
            Grid grid, String fileName, LabelReader heads, Forms forms, @Nullable TableContext before) {
        List<TableInContext> parts = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        TableContext context = null;
        for (Table table : new TableFinder(grid).tables()) {
            context =
                    TableContext.of(grid, table, fileName, heads, parts.isEmpty() ? before : context, parts.isEmpty());
            TableInContext part = new TableInContext(table, context);
            parts.add(part);
            List<Figure> read = new ArrayList<>();
            List<Finding> found = new ArrayList<>();
            new TableReader(grid, table, context, heads, read, found).read();
            FormReading.Outcome outcome = forms.of(context)
                    .map(form -> new FormReading(form, grid, part).read(read, found))
                    .orElseGet(() -> new FormReading.Outcome(read, found));
            figures.addAll(outcome.figures());
            findings.addAll(outcome.findings());
        }
        new LeftOverNumbers(grid, parts.stream().map(TableInContext::table).toList())
                .finding()
                .ifPresent(findings::add);
        return new SheetReading(grid, parts, figures, findings);
    }
}
