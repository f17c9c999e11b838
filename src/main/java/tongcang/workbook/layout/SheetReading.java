package tongcang.workbook.layout;

import java.util.ArrayList;
import java.util.List;
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

    /**
     * Reads all tables of a sheet from its top; one without a title goes on with that of the table above, and one of a
     * declared form is read by it.
     */
    public static SheetReading of(Grid grid, String fileName, LabelReader heads, Forms forms) {
        List<TableInContext> parts = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        TableContext context = null;
        for (Table table : new TableFinder(grid).tables()) {
            context = TableContext.of(grid, table, fileName, heads, context);
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
