package tongcang.workbook.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.SheetLayout;
import tongcang.workbook.form.FormReading;
import tongcang.workbook.form.Forms;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.meaning.TableContext;
import tongcang.workbook.meaning.TableLayout;
import tongcang.workbook.meaning.TableMeaning;
import tongcang.workbook.meaning.TableReader;
import tongcang.workbook.table.LeftOverNumbers;

/**
 * A sheet as it was understood, with what comes of it.
 *
 * @param grid what is stored
 * @param layout how it is understood
 * @param words fingerprint, heads and labels of the layout: what the ledger keeps of it
 * @param figures of all tables
 * @param findings of all tables
 */
public record SheetReading(Grid grid, Layout layout, SheetLayout words, List<Figure> figures, List<Finding> findings) {

    /** Reads sheet after sheet of a workbook, and gives each as it is read. {@code fileName} is the name as delivered. */
    public static void each(
            List<Grid> grids, String fileName, LayoutMemory memory, Forms forms, Consumer<SheetReading> then) {
        TableContext before = null;
        for (Grid grid : grids) {
            SheetReading sheet = of(grid, fileName, memory.of(grid, fileName, before), memory, forms);
            before = sheet.layout().last();
            then.accept(sheet);
        }
    }

    /** Reads a sheet by its layout; a table of a declared form is read by that. */
    private static SheetReading of(
            Grid grid, String fileName, List<TableMeaning> meanings, LayoutMemory memory, Forms forms) {
        List<TableLayout> tables = meanings.stream().map(TableMeaning::layout).toList();
        Layout layout = new Layout(grid.sheet(), tables);
        SheetLayout words = memory.words(layout).of(layout, fileName);
        List<Figure> figures = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (TableMeaning meaning : meanings) {
            TableLayout table = meaning.layout();
            List<Figure> read = new ArrayList<>();
            List<Finding> found = new ArrayList<>();
            new TableReader(grid, meaning, memory.units(), words.fingerprint(), read, found).read();
            FormReading.Outcome outcome = forms.of(table.context())
                    .map(form -> new FormReading(form, grid, table).read(read, found))
                    .orElseGet(() -> new FormReading.Outcome(read, found));
            Contradictions checked = new Contradictions(grid, outcome.figures());
            List<Contradiction> contradictions = checked.all();
            figures.addAll(Rivals.in(outcome.figures(), contradictions, checked.sums()));
            findings.addAll(outcome.findings());
            contradictions.forEach(contradiction -> findings.add(contradiction.finding()));
        }
        new LeftOverNumbers(grid, tables.stream().map(TableLayout::table).toList())
                .finding()
                .ifPresent(findings::add);
        return new SheetReading(grid, layout, words, figures, findings);
    }

    /** The fingerprint of its layout. */
    public String fingerprint() {
        return words.fingerprint();
    }

    /** Its tables, as they are understood. */
    public List<TableLayout> tables() {
        return layout.tables();
    }
}
