package tongcang.workbook.file;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tongcang.InvalidFileException;
import tongcang.support.Limits;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.Grid;

/** The stored texts of a workbook's sheets, cell by cell: for files that are forms and not tables. */
public final class SheetTexts {
    /** A form is no wider; what stands farther right is not its text. */
    private static final int WIDEST = 256;

    private SheetTexts() {}

    /**
     * Reads one file, under the same limits as any workbook that is sent in.
     *
     * @return the first sheet's rows from row 1 on, each from column A on; what is empty is an empty text
     * @throws InvalidFileException if it cannot be read as a workbook
     */
    public static List<List<String>> first(Path file, Limits limits) throws IOException {
        return all(file, limits).values().stream().findFirst().orElse(List.of());
    }

    /**
     * Reads one file as {@link #first} does.
     *
     * @return the rows of each sheet by its name, in the workbook's order
     * @throws InvalidFileException if it cannot be read as a workbook
     */
    public static Map<String, List<List<String>>> all(Path file, Limits limits) throws IOException {
        List<Grid> grids;
        try {
            grids = new WorkbookFile(limits, WorkbookSettings.DEFAULT).load(file, String.valueOf(file.getFileName()));
        } catch (WorkbookFile.Unreadable e) {
            throw new InvalidFileException(file.toString(), 0, String.valueOf(e.getMessage()));
        }
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        grids.forEach(grid -> sheets.put(grid.sheet(), rows(grid)));
        return sheets;
    }

    private static List<List<String>> rows(Grid grid) {
        List<List<String>> rows = new ArrayList<>();
        for (int r = 0; r < grid.rowCount(); r++) {
            List<String> row = new ArrayList<>();
            for (Cell cell : grid.row(r)) {
                while (row.size() < Math.min(cell.column(), WIDEST)) {
                    row.add("");
                }
                if (cell.column() < WIDEST) {
                    row.add(cell.text());
                }
            }
            rows.add(row);
        }
        return rows;
    }
}
