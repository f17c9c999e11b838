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

    private static Finding info(String rule, String fileName, String message) {
        return new Finding(rule, Severity.INFO, new Provenance.WholeFile(fileName), "", "", message);
    }
}
