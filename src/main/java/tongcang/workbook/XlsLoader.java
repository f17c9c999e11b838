package tongcang.workbook;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.hssf.OldExcelFormatException;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.util.CellRangeAddress;
import tongcang.Limits;

/** Loads .xls (BIFF8) through POI. Nothing is evaluated: a formula counts with the value it was stored with. */
final class XlsLoader {
    private final Path file;
    private final Limits limits;
    private long cells;

    XlsLoader(Path file, Limits limits) {
        this.file = file;
        this.limits = limits;
    }

    List<Grid> load() throws Workbooks.Unreadable, IOException {
        try (POIFSFileSystem container = new POIFSFileSystem(file.toFile(), true)) {
            if (container.getRoot().hasEntryCaseInsensitive("EncryptedPackage")) {
                throw encrypted();
            }
            if (!container.getRoot().hasEntryCaseInsensitive("Workbook")
                    && !container.getRoot().hasEntryCaseInsensitive("Book")) {
                throw new Workbooks.Unreadable("workbook.unknown-format", "文件里没有工作簿；请另存为 .xlsx 后报送");
            }
            return sheets(container);
        } catch (EncryptedDocumentException e) {
            throw encrypted();
        } catch (OldExcelFormatException e) {
            throw new Workbooks.Unreadable("workbook.old-format", "这是 Excel 95 或更早的格式；请用 Excel 另存为 .xlsx 后报送");
        } catch (Workbooks.Unreadable e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new Workbooks.Unreadable("workbook.corrupt", "文件已损坏，无法打开；请重新保存后报送");
        }
    }

    private static Workbooks.Unreadable encrypted() {
        return new Workbooks.Unreadable("workbook.encrypted", "文件有打开密码，无法读取；请取消密码后报送");
    }

    private List<Grid> sheets(POIFSFileSystem container) throws Workbooks.Unreadable, IOException {
        List<Grid> grids = new ArrayList<>();
        try (HSSFWorkbook workbook = new HSSFWorkbook(container.getRoot(), false)) {
            if (workbook.getNumberOfSheets() > limits.sheets()) {
                throw new Workbooks.Unreadable("workbook.too-large", "工作表超过 " + limits.sheets() + " 张；请拆分后报送");
            }
            for (int i = 0; i < workbook.getNumberOfSheets(); i++) {
                List<String> hidden = new ArrayList<>();
                if (workbook.getSheetVisibility(i) != SheetVisibility.VISIBLE) {
                    hidden.add("工作表“" + workbook.getSheetName(i) + "”是隐藏的");
                }
                grids.add(grid(workbook.getSheetAt(i), hidden));
            }
        }
        return grids;
    }

    private Grid grid(Sheet sheet, List<String> hidden) throws Workbooks.Unreadable {
        List<Cell> stored = new ArrayList<>();
        int hiddenRows = 0;
        for (Row row : sheet) {
            hiddenRows += row.getZeroHeight() ? 1 : 0;
            for (org.apache.poi.ss.usermodel.Cell cell : row) {
                if (++cells > limits.cells()) {
                    throw new Workbooks.Unreadable("workbook.too-large", "单元格超过 " + limits.cells() + " 个；请拆分后报送");
                }
                cell(cell).ifPresent(stored::add);
            }
        }
        if (hiddenRows > 0) {
            hidden.add("工作表“" + sheet.getSheetName() + "”有 " + hiddenRows + " 行是隐藏的");
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
                java.util.Optional.of(Numbers.cell(
                        row,
                        column,
                        cell.getNumericCellValue(),
                        cell.getCellStyle().getDataFormatString()));
            case BOOLEAN ->
                java.util.Optional.of(
                        new Cell(row, column, cell.getBooleanCellValue() ? "TRUE" : "FALSE", null, "", Cell.Kind.TEXT));
            case ERROR ->
                java.util.Optional.of(new Cell(
                        row,
                        column,
                        org.apache.poi.ss.usermodel.FormulaError.isValidCode(cell.getErrorCellValue())
                                ? org.apache.poi.ss.usermodel.FormulaError.forInt(cell.getErrorCellValue())
                                        .getString()
                                : "#ERR",
                        null,
                        "",
                        Cell.Kind.ERROR));
            default -> java.util.Optional.empty();
        };
    }
}
