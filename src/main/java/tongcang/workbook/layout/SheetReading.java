package tongcang.workbook.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.SheetLayout;
import tongcang.quantity.Units;
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
 * @param fingerprint of the layout
 * @param figures of all tables
 * @param findings of all tables
 */
public record SheetReading(Grid grid, Layout layout, String fingerprint, List<Figure> figures, List<Finding> findings) {

    /** Reads sheet after sheet of a workbook, and gives each as it is read. {@code fileName} is the name as delivered. */
    public static void each(
            List<Grid> grids, String fileName, LayoutMemory memory, Forms forms, Consumer<SheetReading> then) {
        TableContext before = null;
        for (Grid grid : grids) {
            SheetReading sheet = of(grid, memory.of(grid, fileName, before), memory.units(), forms);
            before = sheet.layout().last();
            then.accept(sheet);
        }
    }

    /** Reads a sheet by its layout; a table of a declared form is read by that. */
    private static SheetReading of(Grid grid, List<TableMeaning> meanings, Units units, Forms forms) {
        List<TableLayout> tables = meanings.stream().map(TableMeaning::layout).toList();
        Layout layout = new Layout(grid.sheet(), tables);
        String fingerprint = Fingerprint.of(layout);
        List<Figure> figures = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (TableMeaning meaning : meanings) {
            TableLayout table = meaning.layout();
            List<Figure> read = new ArrayList<>();
            List<Finding> found = new ArrayList<>();
            new TableReader(grid, meaning, units, fingerprint, read, found).read();
            FormReading.Outcome outcome = forms.of(table.context())
                    .map(form -> new FormReading(form, grid, table).read(read, found))
                    .orElseGet(() -> new FormReading.Outcome(read, found));
            List<Contradiction> contradictions = new Contradictions(grid, outcome.figures()).all();
            figures.addAll(Rivals.in(outcome.figures(), contradictions));
            findings.addAll(outcome.findings());
            contradictions.forEach(contradiction -> findings.add(contradiction.finding()));
        }
        new LeftOverNumbers(grid, tables.stream().map(TableLayout::table).toList())
                .finding()
                .ifPresent(findings::add);
        return new SheetReading(grid, layout, fingerprint, figures, findings);
    }

    /** What the ledger keeps of its layout; empty where no table is on it. {@code fileName} is the name as delivered. */
    public Optional<SheetLayout> words(String fileName) {
        return LayoutWords.of(layout, fingerprint, fileName);
    }

    /** Its tables, as they are understood. */
    public List<TableLayout> tables() {
        return layout.tables();
    }
}
