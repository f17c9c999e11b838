package tongcang.receipt;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.poi.ss.SpreadsheetVersion;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Lays rows out on sheets. What comes from outside is written as text that no program takes for a formula. */
final class Sheets {
    /** What hides text or turns it; unlike on a terminal, a cell's own lines may stay. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]");

    private static final int LONGEST = SpreadsheetVersion.EXCEL2007.getMaxTextLength();
    private static final int LAST_ROW = SpreadsheetVersion.EXCEL2007.getLastRowIndex();

    private final SXSSFWorkbook book;
    private final CellStyle head;
    private final CellStyle plain;
    private final CellStyle grave;

    Sheets(SXSSFWorkbook book) {
        this.book = book;
        Font bold = book.createFont();
        bold.setBold(true);
        this.head = style(IndexedColors.GREY_25_PERCENT);
        head.setFont(bold);
        this.plain = style(IndexedColors.AUTOMATIC);
        this.grave = style(IndexedColors.ROSE);
    }

    private CellStyle style(IndexedColors fill) {
        CellStyle style = book.createCellStyle();
        style.setWrapText(true);
        // an apostrophe before the text: `=`, `+`, `-` and `@` stay text, also after the sheet was saved as CSV
        style.setQuotePrefixed(true);
        if (fill != IndexedColors.AUTOMATIC) {
            style.setFillForegroundColor(fill.getIndex());
            style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        }
        return style;
    }

    /** A new sheet with its heads; {@code widths} in characters. */
    Page page(String name, List<String> heads, List<Integer> widths) {
        Sheet sheet = book.createSheet(name);
        sheet.createFreezePane(0, 1);
        for (int c = 0; c < widths.size(); c++) {
            sheet.setColumnWidth(c, widths.get(c) * 256);
        }
        Page page = new Page(sheet);
        page.write(head, heads.toArray());
        return page;
    }

    /** A sheet that rows are added to, until it is full. */
    final class Page {
        private final Sheet sheet;
        private int next;

        private Page(Sheet sheet) {
            this.sheet = sheet;
        }

        /** Adds a row; {@code striking} colours it. */
        void row(boolean striking, Object... cells) {
            if (next < LAST_ROW) {
                write(striking ? grave : plain, cells);
            } else if (next == LAST_ROW) {
                write(grave, "本表已满，其余内容请查询数据仓库的 fact_finding 和 dim_submission");
            }
        }

        private void write(CellStyle style, Object... cells) {
            Row row = sheet.createRow(next++);
            for (int c = 0; c < cells.length; c++) {
                Cell cell = row.createCell(c);
                cell.setCellStyle(style);
                if (cells[c] instanceof Long number) {
                    cell.setCellValue(number);
                } else {
                    cell.setCellValue(text(cells[c]));
                }
            }
        }

        private static String text(Object cell) {
            String text = cell instanceof LocalDate day ? day.toString() : (String) cell;
            String shown = UNSEEN.matcher(text).replaceAll("�");
            return shown.length() <= LONGEST ? shown : shown.substring(0, LONGEST);
        }
    }
}
