package tongcang.review;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import tongcang.HeldKind;

/** Writes the workbook that asks a person about what is held: a line for each kind of sheet and reason, the heaviest first. */
public final class ReviewSheet {
    private static final String HOW = "请对照原表核对示例。读得对的，在“裁定”中选“" + Columns.ALL + "”（这类表今后同样的数值也采用）或“" + Columns.ONE
            + "”，并填裁定人和理由；读得不对的留空，请部门在表中写明后重新报送。白色各列请不要改动。填好后运行 tongcang review apply 本文件";

    /** A cell of a sheet that a program writes holds no more characters. */
    private static final int LONGEST = 32_000;

    private static final int WIDE = 40;
    private static final int NARROW = 16;

    private ReviewSheet() {}

    /** Writes the workbook under a temporary name and then renames it: it is there whole or not at all. */
    public static void write(Path file, List<HeldKind> held) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        try (SXSSFWorkbook book = new SXSSFWorkbook(200);
                OutputStream out = Files.newOutputStream(unfinished)) {
            fill(book, book.createSheet("待定"), held);
            book.write(out);
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void fill(Workbook book, Sheet sheet, List<HeldKind> held) {
        sheet.createRow(0).createCell(0).setCellValue(HOW);
        CellStyle text = book.createCellStyle();
        text.setQuotePrefixed(true); // a text from outside that begins with = is no formula
        heads(sheet.createRow(1), style(book, IndexedColors.GREY_25_PERCENT), style(book, IndexedColors.LIGHT_YELLOW));
        int at = 2;
        for (HeldKind kind : held) {
            line(sheet.createRow(at++), kind, text);
        }
        for (int c = 0; c < Columns.all().size(); c++) {
            boolean wide = c == 2 || c == 4 || c == 6 || c == 7;
            sheet.setColumnWidth(c, 256 * (wide ? WIDE : NARROW));
        }
        sheet.createFreezePane(2, 2);
        sheet.setAutoFilter(
                new CellRangeAddress(1, Math.max(1, at - 1), 0, Columns.all().size() - 1));
        if (at > 2) {
            offer(sheet, at - 1);
        }
    }

    private static void heads(Row row, CellStyle told, CellStyle filled) {
        List<String> heads = Columns.all();
        for (int c = 0; c < heads.size(); c++) {
            row.createCell(c).setCellValue(heads.get(c));
            row.getCell(c).setCellStyle(c < Columns.TOLD.size() ? told : filled);
        }
    }

    private static void line(Row row, HeldKind kind, CellStyle text) {
        List<String> cells = List.of(
                kind.key(),
                kind.department(),
                kind.path(),
                kind.section(),
                kind.reasons(),
                Long.toString(kind.figures()),
                kind.example(),
                kind.rival(),
                kind.figure());
        for (int c = 0; c < cells.size(); c++) {
            String words = cells.get(c).replaceAll("[\\p{Cntrl}&&[^\\n]]", " ");
            row.createCell(c).setCellValue(words.substring(0, Math.min(LONGEST, words.length())));
            row.getCell(c).setCellStyle(text);
        }
    }

    private static void offer(Sheet sheet, int last) {
        int column = Columns.all().indexOf(Columns.DECISION);
        DataValidationHelper helper = sheet.getDataValidationHelper();
        DataValidation validation = helper.createValidation(
                helper.createExplicitListConstraint(new String[] {Columns.ALL, Columns.ONE}),
                new CellRangeAddressList(2, last, column, column));
        validation.setShowErrorBox(true);
        sheet.addValidationData(validation);
    }

    private static CellStyle style(Workbook book, IndexedColors colour) {
        CellStyle style = book.createCellStyle();
        Font bold = book.createFont();
        bold.setBold(true);
        style.setFont(bold);
        style.setFillForegroundColor(colour.getIndex());
        style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
        return style;
    }
}
