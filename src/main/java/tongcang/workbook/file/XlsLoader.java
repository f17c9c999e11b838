package tongcang.workbook.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import tongcang.support.Limits;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.CellNumbers;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.grid.Hidden;
import tongcang.workbook.grid.TooMuch;

/** Loads a BIFF8 stream, that of Excel 97 and later, through POI. Nothing is evaluated: a formula counts with the value it was stored with. */
final class XlsLoader {
    private final Limits limits;
    private long cells;

    XlsLoader(Limits limits) {
        this.limits = limits;
    }

    List<Grid> load(DirectoryNode root) throws WorkbookFile.Unreadable, IOException {
        List<Grid> grids = new ArrayList<>();
        try (HSSFWorkbook workbook = new HSSFWorkbook(root, false)) {
            if (workbook.getNumberOfSheets() > limits.sheets()) {
                throw WorkbookFile.Unreadable.tooLarge("工作表超过 " + limits.sheets() + " 张");
            }
            boolean from1904 = workbook.getInternalWorkbook().isUsing1904DateWindowing();
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                boolean hidden = workbook.getSheetVisibility(i) != SheetVisibility.VISIBLE;
                grids.add(grid(workbook.getSheetAt(i), Hidden.of(hidden)).countedFrom1904(from1904));
            }
        }
        return grids;
    }

    private Grid grid(Sheet sheet, Hidden hidden) {
        List<Cell> stored = new ArrayList<>();
        for (Row row : sheet) {
            hidden.rows().set(row.getRowNum(), row.getZeroHeight());
            for (org.apache.poi.ss.usermodel.Cell cell : row) {
                if (++cells > limits.cells()) {
                    throw new TooMuch();
                }
                hidden.columns().set(cell.getColumnIndex(), sheet.isColumnHidden(cell.getColumnIndex()));
                cell(cell).ifPresent(stored::add);
            }
        }
        List<Grid.Area> areas = new ArrayList<>();
        for (CellRangeAddress a : sheet.getMergedRegions()) {
            areas.add(new Grid.Area(a.getFirstRow(), a.getLastRow(), a.getFirstColumn(), a.getLastColumn()));
        }
        return new Grid(sheet.getSheetName(), stored, areas, hidden);
    }

    private static java.util.Optional<Cell> cell(org.apache.poi.ss.usermodel.Cell cell) {
        CellType type = cell.getCellType() == CellType.FORMULA ? cell.getCachedFormulaResultType() : cell.getCellType();
        int row = cell.getRowIndex();
        int column = cell.getColumnIndex();
        return switch (type) {
            case STRING -> {
                String text = cell.getRichStringCellValue().getString();
                yield text.isBlank()
                        ? java.util.Optional.empty()
                        : java.util.Optional.of(new Cell(row, column, text, null, "", Cell.Kind.TEXT));
            }
            case NUMERIC ->
                java.util.Optional.of(CellNumbers.cell(
                        row,
                        column,
                        cell.getNumericCellValue(),
                        cell.getCellStyle().getDataFormatString()));
            case BOOLEAN ->
                java.util.Optional.of(
                        new Cell(row, column, cell.getBooleanCellValue() ? "TRUE" : "FALSE", null, "", Cell.Kind.TEXT));
            case ERROR -> java.util.Optional.of(error(row, column, cell.getErrorCellValue()));
            default -> java.util.Optional.empty();
        };
    }

    /** A cell that holds an error, by its code in the file. */
    static Cell error(int row, int column, int code) {
        String text = FormulaError.isValidCode(code) ? FormulaError.forInt(code).getString() : "#ERR";
        return new Cell(row, column, text, null, "", Cell.Kind.ERROR);
    }
}
