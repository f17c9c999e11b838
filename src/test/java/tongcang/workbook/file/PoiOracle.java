package tongcang.workbook.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFCell;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.CellNumbers;
import tongcang.workbook.grid.Grid;

/** What a workbook holds by POI's user model and by our own reader, in the same words: a line per cell, merge and sheet. */
final class PoiOracle {
    private PoiOracle() {}

    static SortedMap<String, String> poi(Path file) throws IOException {
        SortedMap<String, String> lines = new TreeMap<>();
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            for (Sheet sheet : book) {
                String name = sheet.getSheetName();
                lines.put(name, "sheet");
                for (Row row : sheet) {
                    row.forEach(cell -> put(lines, name, (XSSFCell) cell));
                }
                for (CellRangeAddress a : sheet.getMergedRegions()) {
                    Grid.Area area =
                            new Grid.Area(a.getFirstRow(), a.getLastRow(), a.getFirstColumn(), a.getLastColumn());
                    lines.put(name + "!" + area, "merged");
                }
            }
        }
        return lines;
    }

    private static void put(SortedMap<String, String> lines, String sheet, XSSFCell cell) {
        boolean formula = cell.getCellType() == CellType.FORMULA;
        boolean stored = cell.getCTCell().isSetV() || cell.getCTCell().isSetIs();
        CellType type = formula ? cell.getCachedFormulaResultType() : cell.getCellType();
        String place = sheet + "!" + Cell.columnName(cell.getColumnIndex()) + (cell.getRowIndex() + 1);
        if (formula && !stored) {
            lines.put(place, "uncalculated");
            return;
        }
        switch (type) {
            case STRING -> {
                String text = cell.getRichStringCellValue().getString();
                if (text != null && !text.isBlank()) {
                    lines.put(place, "text " + text);
                }
            }
            case NUMERIC ->
                lines.put(
                        place,
                        "number "
                                + CellNumbers.exact(cell.getNumericCellValue()).toPlainString() + format(cell));
            case BOOLEAN -> lines.put(place, "text " + (cell.getBooleanCellValue() ? "TRUE" : "FALSE"));
            case ERROR ->
                lines.put(
                        place,
                        "error " + FormulaError.forInt(cell.getErrorCellValue()).getString());
            default -> {}
        }
    }

    /** Formats of the file itself; of those that are built in we keep percentages and dates. */
    private static String format(XSSFCell cell) {
        short id = cell.getCellStyle().getDataFormat();
        String format = cell.getCellStyle().getDataFormatString();
        if (id == 9 || id == 10 || id >= 164 && !format.equals("General")) {
            return " " + format;
        }
        return id >= 14 && id <= 17 || id == 22 ? " yyyy/m/d" : "";
    }

    static SortedMap<String, String> ours(List<Grid> grids) {
        SortedMap<String, String> lines = new TreeMap<>();
        for (Grid grid : grids) {
            lines.put(grid.sheet(), "sheet");
            for (int row = 0; row < grid.rowCount(); row++) {
                for (Cell cell : grid.row(row)) {
                    lines.put(grid.sheet() + "!" + cell.address(), line(cell));
                }
            }
            grid.areas().forEach(area -> lines.put(grid.sheet() + "!" + area, "merged"));
        }
        return lines;
    }

    private static String line(Cell cell) {
        return switch (cell.kind()) {
            case TEXT -> "text " + cell.text();
            case NUMBER -> "number " + cell.text() + (cell.format().isEmpty() ? "" : " " + cell.format());
            case ERROR -> "error " + cell.text();
            case UNCALCULATED -> "uncalculated";
            case REPEATED -> "repeated";
        };
    }

    /** What differs: each line as POI has it and as we have it. */
    static List<String> differences(SortedMap<String, String> poi, SortedMap<String, String> ours) {
        List<String> differences = new ArrayList<>();
        poi.forEach((place, line) -> {
            if (!line.equals(ours.get(place))) {
                differences.add(place + ": POI " + line + "; we " + ours.get(place));
            }
        });
        ours.forEach((place, line) -> {
            if (!poi.containsKey(place)) {
                differences.add(place + ": POI nothing; we " + line);
            }
        });
        return differences;
    }
}
