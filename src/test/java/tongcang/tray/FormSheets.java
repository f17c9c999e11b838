package tongcang.tray;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * Fills sheets from lines of tab-separated cells: {@code #sheet NAME} begins a sheet, {@code <} continues the cell to
 * the left and {@code ^} the cell above, {@code '} marks a number kept as text.
 */
final class FormSheets {
    private static final Pattern FORMATTED = Pattern.compile("(-?\\d+(?:\\.\\d+)?)\\[(.+)\\]");

    private final Workbook book;

    FormSheets(Workbook book) {
        this.book = book;
    }

    void fill(List<String> lines) {
        List<String[]> rows = new ArrayList<>();
        for (int i = lines.size() - 1; i >= 0; i--) {
            if (!lines.get(i).startsWith("#sheet ")) {
                rows.add(0, lines.get(i).split("\t", -1));
                continue;
            }
            String name = lines.get(i).substring("#sheet ".length());
            sheet(book.createSheet(name), rows);
            book.setSheetOrder(name, 0);
            rows = new ArrayList<>();
        }
    }

    private static void sheet(Sheet sheet, List<String[]> rows) {
        for (int r = 0; r < rows.size(); r++) {
            sheet.createRow(r);
            for (int c = 0; c < rows.get(r).length; c++) {
                put(sheet.getRow(r).createCell(c), rows.get(r)[c]);
                merge(sheet, rows, r, c);
            }
        }
    }

    private static void put(Cell cell, String text) {
        Matcher formatted = FORMATTED.matcher(text);
        if (formatted.matches()) {
            Workbook book = cell.getSheet().getWorkbook();
            CellStyle style = book.createCellStyle();
            style.setDataFormat(book.createDataFormat().getFormat(formatted.group(2)));
            cell.setCellStyle(style);
            cell.setCellValue(Double.parseDouble(formatted.group(1)));
            return;
        }
        if (text.matches("-?(0|[1-9]\\d*)(\\.\\d+)?")) {
            cell.setCellValue(Double.parseDouble(text));
        } else if (!text.isEmpty() && !"<".equals(text) && !"^".equals(text)) {
            cell.setCellValue(text.startsWith("'") ? text.substring(1) : text);
        }
    }

    private static void merge(Sheet sheet, List<String[]> rows, int r, int c) {
        int right = c;
        while (right + 1 < rows.get(r).length && "<".equals(rows.get(r)[right + 1])) {
            right++;
        }
        int bottom = r;
        while (bottom + 1 < rows.size() && c < rows.get(bottom + 1).length && "^".equals(rows.get(bottom + 1)[c])) {
            bottom++;
        }
        boolean first = !"<".equals(rows.get(r)[c]) && !"^".equals(rows.get(r)[c]);
        if (first && (right > c || bottom > r)) {
            sheet.addMergedRegion(new CellRangeAddress(r, bottom, c, right));
        }
    }
}
