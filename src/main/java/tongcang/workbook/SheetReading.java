package tongcang.workbook;

import java.util.ArrayList;
import java.util.List;
import tongcang.Figure;
import tongcang.Finding;

/**
 * A sheet as it was understood.
 *
 * @param grid what is stored
 * @param parts its tables with what stands around them, from top to bottom
 * @param figures of all tables
 * @param findings of all tables
 */
record SheetReading(Grid grid, List<Part> parts, List<Figure> figures, List<Finding> findings) {

    /** A table and what holds for all of it. */
    record Part(Table table, SheetContext context) {}

    /**
     * Reads all tables of a sheet from its top; one without a title goes on with that of the table above, and one of a
     * declared form is read by it.
     */
    static SheetReading of(Grid grid, String fileName, Heads heads, Forms forms) {
        List<Part> parts = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        SheetContext context = null;
        for (Table table : new TableFinder(grid).tables()) {
            context = SheetContext.of(grid, table, fileName, heads, context);
            Part part = new Part(table, context);
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
        new LeftOver(grid, parts.stream().map(Part::table).toList()).finding().ifPresent(findings::add);
        return new SheetReading(grid, parts, figures, findings);
    }
}
