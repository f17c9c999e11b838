package tongcang.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.Limits;
import tongcang.Provenance;
import tongcang.Reading;
import tongcang.Severity;
import tongcang.quantity.Units;

/** Reads the figures of a department's workbook: file to grids, grids to tables, tables to figures. */
public final class WorkbookReader {
    private final Units units;
    private final Limits limits;

    /** Makes a reader; {@code units} are those that heads and captions may name. */
    public WorkbookReader(Units units, Limits limits) {
        this.units = units;
        this.limits = limits;
    }

    /** Reads one file; a file that cannot be read ends as a finding. {@code fileName} is the name as delivered. */
    public Reading read(Path file, String fileName) throws IOException {
        try {
            List<Figure> figures = new ArrayList<>();
            List<Finding> findings = new ArrayList<>();
            for (Grid grid : Workbooks.load(file, limits)) {
                grid.hidden()
                        .forEach(hidden -> findings.add(info("workbook.hidden", fileName, hidden + "，已读取；请确认是否应当报送")));
                for (Table table : new TableFinder(grid).tables()) {
                    SheetContext context = SheetContext.of(grid, table, fileName, units);
                    new TableReader(grid, table, context, units, figures, findings).read();
                }
            }
            if (figures.isEmpty() && findings.isEmpty()) {
                findings.add(info("workbook.no-figures", fileName, "没有读到数值：表是空的，或只有文字；如应有数据，请核对后重新报送"));
            }
            return new Reading(figures, findings);
        } catch (Workbooks.Unreadable e) {
            return Reading.refused(new Finding(
                    e.rule(),
                    Severity.ERROR,
                    new Provenance.WholeFile(fileName),
                    "",
                    "",
                    String.valueOf(e.getMessage())));
        }
    }

    /**
     * How a workbook was understood, table by table.
     *
     * @return in the sheets' order; empty where the file cannot be read
     */
    public List<TableNote> explain(Path file, String fileName) throws IOException {
        List<TableNote> notes = new ArrayList<>();
        try {
            for (Grid grid : Workbooks.load(file, limits)) {
                for (Table table : new TableFinder(grid).tables()) {
                    notes.add(note(grid, table, SheetContext.of(grid, table, fileName, units)));
                }
            }
        } catch (Workbooks.Unreadable e) {
            return List.of();
        }
        return notes;
    }

    /**
     * How a table was understood. Rows are 1-based and columns letters, as a person sees them.
     *
     * @param sheet name of the sheet
     * @param range from its first head or figure to its last figure
     * @param title as found
     * @param unit of the caption or a name, with where it stands
     * @param period that holds for all of it, or empty
     * @param heads rows of heads
     * @param stubs columns that name the rows
     * @param columns columns of figures
     */
    public record TableNote(
            String sheet,
            String range,
            String title,
            String unit,
            String period,
            String heads,
            String stubs,
            String columns) {}

    private static TableNote note(Grid grid, Table table, SheetContext context) {
        int first =
                table.heads().isEmpty() ? table.rows().get(0) : table.heads().get(0);
        int last = table.rows().get(table.rows().size() - 1);
        int left =
                table.stubs().isEmpty() ? table.columns().get(0) : table.stubs().get(0);
        int right = table.columns().get(table.columns().size() - 1);
        return new TableNote(
                grid.sheet(),
                Cell.columnName(left) + (first + 1) + ":" + Cell.columnName(right) + (last + 1),
                context.title(),
                context.unit().isEmpty() ? "" : context.unit() + " (" + context.unitSource() + ")",
                context.period() == null ? "" : context.period().code(),
                String.join(
                        ",",
                        table.heads().stream().map(r -> Integer.toString(r + 1)).toList()),
                String.join(",", table.stubs().stream().map(Cell::columnName).toList()),
                String.join(",", table.columns().stream().map(Cell::columnName).toList()));
    }

    private static Finding info(String rule, String fileName, String message) {
        return new Finding(rule, Severity.INFO, new Provenance.WholeFile(fileName), "", "", message);
    }
}
