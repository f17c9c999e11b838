package tongcang.curation;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
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
import tongcang.LabelDecision.Reach;
import tongcang.UnknownLabel;

/** Writes the workbook that asks a statistician what unknown labels mean: one label a row, the heaviest first. */
public final class QuestionSheet {
    private static final String CHOICES = "代码表";
    private static final String HOW = "请在黄色各列填写：“选定指标”从下拉列表中选（也可直接填代码或名称）；列表中没有的，选“" + Heads.NEW + "”并填写其后各列；不需要的，选“"
            + Heads.NOT_FOR_US + "”。不作决定的行留空。白色各列请不要改动。填好后运行 tongcang curate apply 本文件";

    /** A sheet holds no longer text; a label is never cut, it is left out. */
    private static final int LONGEST = 1000;

    private final Map<String, String> indicators;
    private final List<String> members;
    private final List<String> subjects;
    private final List<String> units;

    /**
     * @param indicators names by code, in the order to be offered
     * @param members members of classifications as {@code dimension=member 名称}
     * @param subjects names of subjects, for a new indicator
     * @param units spellings of units, for a new indicator
     */
    public QuestionSheet(
            Map<String, String> indicators, List<String> members, List<String> subjects, List<String> units) {
        this.indicators = indicators;
        this.members = List.copyOf(members);
        this.subjects = List.copyOf(subjects);
        this.units = List.copyOf(units);
    }

    /** Writes the workbook under a temporary name and then renames it: it is there whole or not at all. */
    public void write(Path file, List<UnknownLabel> labels) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        try (SXSSFWorkbook book = new SXSSFWorkbook(200);
                OutputStream out = Files.newOutputStream(unfinished)) {
            Sheet sheet = book.createSheet(Heads.SHEET);
            Sheet choices = book.createSheet(CHOICES);
            int rows = questions(book, sheet, labels);
            offer(sheet, choices, rows);
            book.write(out);
        }
        Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private int questions(Workbook book, Sheet sheet, List<UnknownLabel> labels) {
        sheet.createRow(0).createCell(0).setCellValue(HOW);
        CellStyle told = style(book, IndexedColors.GREY_25_PERCENT);
        CellStyle filled = style(book, IndexedColors.LIGHT_YELLOW);
        CellStyle text = book.createCellStyle();
        // an apostrophe before the text: a label that begins with = is no formula, also after the sheet was saved as
        // CSV
        text.setQuotePrefixed(true);
        Row head = sheet.createRow(1);
        List<String> heads = heads();
        for (int c = 0; c < heads.size(); c++) {
            head.createCell(c).setCellValue(heads.get(c));
            head.getCell(c).setCellStyle(c < Heads.TOLD.size() ? told : filled);
            sheet.setColumnWidth(c, 256 * (Heads.LABEL.equals(heads.get(c)) || "示例".equals(heads.get(c)) ? 40 : 16));
        }
        int at = 2;
        for (UnknownLabel label : labels) {
            if (label.label().length() <= LONGEST) {
                question(sheet.createRow(at), at - 1, label, text);
                at++;
            }
        }
        sheet.createFreezePane(2, 2);
        sheet.setAutoFilter(new CellRangeAddress(1, Math.max(1, at - 1), 0, heads.size() - 1));
        return at;
    }

    private void question(Row row, int number, UnknownLabel label, CellStyle text) {
        List<String> cells = new ArrayList<>(List.of(
                Integer.toString(number),
                label.label(),
                label.department(),
                label.form(),
                String.join("、", label.measures()),
                String.join("、", label.units()),
                Long.toString(label.figures()),
                label.firstSeen().toString(),
                String.join("\n", label.examples())));
        label.candidates().stream().limit(3).forEach(code -> cells.add(choice(code)));
        for (int c = 0; c < cells.size(); c++) {
            Cell cell = row.createCell(c);
            cell.setCellValue(printable(cells.get(c)));
            cell.setCellStyle(text);
        }
    }

    private void offer(Sheet sheet, Sheet choices, int rows) {
        List<String> offered = Stream.concat(
                        Stream.of(Heads.NEW, Heads.NOT_FOR_US),
                        indicators.keySet().stream().map(this::choice))
                .toList();
        List<List<String>> lists = List.of(
                offered,
                Stream.of(Reach.values()).map(Reach::chinese).toList(),
                members,
                subjects,
                units,
                Heads.ADDITIVITIES,
                Heads.PRICE_BASES);
        List<String> heads = List.of(
                Heads.CHOICE,
                Heads.REACH,
                Heads.MEMBERS,
                Heads.SUBJECT,
                Heads.UNIT,
                Heads.ADDITIVITY,
                Heads.PRICE_BASIS);
        int longest = lists.stream().mapToInt(List::size).max().orElse(0);
        for (int r = 0; r < longest; r++) {
            Row row = choices.createRow(r);
            for (int c = 0; c < lists.size(); c++) {
                if (r < lists.get(c).size()) {
                    row.createCell(c).setCellValue(lists.get(c).get(r));
                }
            }
        }
        for (int c = 0; c < heads.size() && rows > 2; c++) {
            dropDown(
                    sheet,
                    heads().indexOf(heads.get(c)),
                    rows,
                    (char) ('A' + c),
                    lists.get(c).size());
        }
    }

    private static void dropDown(Sheet sheet, int column, int rows, char list, int size) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        String range = "'" + CHOICES + "'!$" + list + "$1:$" + list + "$" + Math.max(1, size);
        DataValidation validation = helper.createValidation(
                helper.createFormulaListConstraint(range), new CellRangeAddressList(2, rows - 1, column, column));
        // a code typed by hand, or two members, are taken as well
        validation.setShowErrorBox(false);
        sheet.addValidationData(validation);
    }

    private String choice(String code) {
        return code + " " + indicators.getOrDefault(code, "");
    }

    private static List<String> heads() {
        return Stream.concat(Heads.TOLD.stream(), Heads.FILLED.stream()).toList();
    }

    private static String printable(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\\n]]", " ");
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
