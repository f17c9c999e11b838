package tongcang.curation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** Writes sheets to fill in as one workbook, with all that may be chosen on a sheet behind them. */
final class FormBook {
    private static final String CHOICES = "代码表";

    /** Rows above those of what is told: how to fill it in, and the heads. */
    private static final int FIRST = 2;

    /** A cell of a sheet that a program writes holds no more characters. */
    private static final int LONGEST = 32_000;

    private static final int WIDE = 40;
    private static final int NARROW = 16;
    private static final int WIDTH_OF_CHARACTER = 256;

    private final SXSSFWorkbook book;
    private final CellStyle told;
    private final CellStyle filled;
    private final CellStyle text;

    private FormBook(SXSSFWorkbook book) {
        this.book = book;
        this.told = style(IndexedColors.GREY_25_PERCENT);
        this.filled = style(IndexedColors.LIGHT_YELLOW);
        this.text = book.createCellStyle();
        // an apostrophe before the text: what begins with = is no formula, also after the sheet was saved as CSV
        text.setQuotePrefixed(true);
    }

    /** Writes the workbook under a temporary name and then renames it: it is there whole or not at all. */
    static void write(Path file, List<FormSheet> sheets) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        try (SXSSFWorkbook book = new SXSSFWorkbook(200);
                OutputStream out = Files.newOutputStream(unfinished)) {
            new FormBook(book).fill(sheets);
            book.write(out);
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private void fill(List<FormSheet> forms) {
        Map<List<String>, String> ranges = ranges(forms);
        for (FormSheet form : forms) {
            Sheet sheet = book.createSheet(form.name());
            rows(sheet, form);
            if (!form.rows().isEmpty()) {
                form.offered().forEach((head, list) -> dropDown(sheet, form, head, ranges.getOrDefault(list, "")));
            }
        }
        Sheet choices = book.createSheet(CHOICES);
        List<List<String>> lists = List.copyOf(ranges.keySet());
        int longest = lists.stream().mapToInt(List::size).max().orElse(0);
        for (int r = 0; r < longest; r++) {
            Row row = choices.createRow(r);
            for (int c = 0; c < lists.size(); c++) {
                if (r < lists.get(c).size()) {
                    row.createCell(c).setCellValue(lists.get(c).get(r));
                }
            }
        }
    }

    /** Each list that is offered anywhere, once, with the cells that it will stand in. */
    private static Map<List<String>, String> ranges(List<FormSheet> forms) {
        Map<List<String>, String> ranges = new LinkedHashMap<>();
        for (FormSheet form : forms) {
            for (List<String> list : form.offered().values()) {
                String column = CellReference.convertNumToColString(ranges.size());
                ranges.putIfAbsent(
                        list, "'" + CHOICES + "'!$" + column + "$1:$" + column + "$" + Math.max(1, list.size()));
            }
        }
        return ranges;
    }

    private void rows(Sheet sheet, FormSheet form) {
        sheet.createRow(0).createCell(0).setCellValue(form.how());
        Row head = sheet.createRow(1);
        List<String> heads = form.heads();
        for (int c = 0; c < heads.size(); c++) {
            head.createCell(c).setCellValue(heads.get(c));
            head.getCell(c).setCellStyle(c < form.told().size() ? told : filled);
            sheet.setColumnWidth(c, WIDTH_OF_CHARACTER * (form.wide().contains(heads.get(c)) ? WIDE : NARROW));
        }
        int at = FIRST;
        for (List<String> cells : form.rows()) {
            Row row = sheet.createRow(at++);
            for (int c = 0; c < cells.size(); c++) {
                String words = cells.get(c).replaceAll("[\\p{Cntrl}&&[^\\n]]", " ");
                row.createCell(c).setCellValue(words.substring(0, Math.min(LONGEST, words.length())));
                row.getCell(c).setCellStyle(text);
            }
        }
        sheet.createFreezePane(2, FIRST);
        sheet.setAutoFilter(new CellRangeAddress(1, Math.max(1, at - 1), 0, heads.size() - 1));
    }

    private static void dropDown(Sheet sheet, FormSheet form, String head, String range) {
        int column = form.heads().indexOf(head);
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                helper.createFormulaListConstraint(range),
                new CellRangeAddressList(FIRST, FIRST + form.rows().size() - 1, column, column));
        // a code typed by hand, or two members, are taken as well
        validation.setShowErrorBox(false);
        sheet.addValidationData(validation);
    }

    private CellStyle style(IndexedColors colour) {
        CellStyle style = book.createCellStyle();
        Font bold = book.createFont();
        bold.setBold(true);
        style.setFont(bold);
        style.setFillForegroundColor(colour.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }
}
