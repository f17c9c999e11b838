package tongcang.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.hssf.record.crypto.Biff8EncryptionKey;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.Provenance;
import tongcang.Reading;
import tongcang.coding.Codelists;
import tongcang.quantity.Units;
import tongcang.support.Limits;
import tongcang.workbook.file.WorkbookSettings;
import tongcang.workbook.form.Forms;

/** Files as they come: told by what is in them, bounded, and ended by figures or by one clear finding. */
class WorkbookFilesTest {
    private static final Charset GBK = Charset.forName("GB18030");
    private static final List<String> TABLE = List.of("2022年粮食产量\t", "单位：万吨\t", "地区\t产量", "禹州市\t66.3", "长葛市\t55");
    private static final List<String> READ = List.of("禹州市 66.3 万吨 2022", "长葛市 55 万吨 2022");

    @TempDir
    private Path folder = Path.of("");

    private static final Units UNITS =
            Codelists.load(Path.of("seeds/codelists")).units();

    @ParameterizedTest
    @CsvSource({
        "a.csv, ',', UTF-8",
        "b.csv, ',', GB18030",
        "c.xls, '\t', GB18030",
        "d.xls, '\t', UTF-16LE",
        "e.csv, ';', UTF-8"
    })
    void separatedValuesAreReadWhateverTheirSeparatorEncodingAndName(String name, String separator, String charset)
            throws IOException {
        String mark = charset.startsWith("UTF-16") ? "\uFEFF" : "";
        String text = mark + String.join("\r\n", TABLE).replace("\t", separator);

        assertThat(figures(read(name, text.getBytes(Charset.forName(charset))))).isEqualTo(READ);
    }

    @Test
    void aQuotedFieldMayHoldTheSeparatorAndALineBreak() throws IOException {
        String text = "2022年粮食产量\n指标,\"产量\n（万吨）\"\n禹州市,\"1,066.3\"\n长葛市,55\n";

        assertThat(figures(read("a.csv", text.getBytes(StandardCharsets.UTF_8))))
                .containsExactly("禹州市 1066.3 万吨 2022", "长葛市 55 万吨 2022");
    }

    @Test
    void aWebPageUnderTheNameOfAWorkbookIsReadWithItsSpansAndStoredNumbers() throws IOException {
        String page = "<html><head><meta charset=gb2312><style>td{color:red}</style></head><body><p>2022年粮食产量</p>"
                + "<table><tr><td colspan=3 align=right>单位：万吨</td></tr>"
                + "<tr><th rowspan=2>地区</th><th colspan=2>产量</th></tr><tr><th>2021年</th><th>2022年</th></tr>"
                + "<tr><td>禹州市</td><td>65.1</td><td x:num=\"66.34\">66.3</td></tr>"
                + "<tr><td>&nbsp;&nbsp;长葛市</td><td>54</td><td>55</td></tr></table></body></html>";

        assertThat(figures(read("a.xls", page.getBytes(GBK))))
                .containsExactly("禹州市 65.1 万吨 2021", "禹州市 66.34 万吨 2022", "长葛市 54 万吨 2021", "长葛市 55 万吨 2022");
    }

    @Test
    void anXmlSpreadsheetOfExcel2003IsRead() throws IOException {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"gb2312\"?><Workbook"
                + " xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\""
                + " xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"表一\"><Table>");
        for (int i = 0; i < TABLE.size(); i++) {
            String[] cells = TABLE.get(i).split("\t");
            xml.append("<Row ss:Index=\"" + (i + 2) + "\">");
            for (String cell : cells) {
                String type = cell.matches("[\\d.]+") ? "Number" : "String";
                xml.append("<Cell><Data ss:Type=\"" + type + "\">" + cell + "</Data></Cell>");
            }
            xml.append("</Row>");
        }
        xml.append("</Table></Worksheet></Workbook>");

        Reading reading = read("a.xls", xml.toString().getBytes(GBK));

        assertThat(figures(reading)).isEqualTo(READ);
        assertThat(reading.figures().get(0).provenance().place()).isEqualTo("表一!B5");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aWorkbookOfExcel5IsReadInItsContainerAndWithoutOne(boolean contained) throws IOException {
        Biff5Writer book = new Biff5Writer("表一")
                .text(0, 0, "2022年粮食产量")
                .text(1, 0, "单位：万吨")
                .text(2, 0, "地区")
                .formula(2, 1, "产量")
                .hiddenRow(4)
                .text(3, 0, "禹州市")
                .number(3, 1, 66.3)
                .text(4, 0, "长葛市")
                .number(4, 1, 55);

        Reading reading = read("a.xls", contained ? book.file() : book.stream());

        assertThat(figures(reading)).isEqualTo(READ);
        assertThat(reading.findings())
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains("1 行是隐藏的", "第 5 行"));
    }

    @ParameterizedTest
    @CsvSource({
        "'%PDF-1.4 and so on', workbook.unknown-format",
        "'MIME-Version: 1.0\nContent-Type: multipart/related', workbook.unknown-format",
        "'one line of words\nand another', workbook.unknown-format",
        "'<html><body>登录超时</body></html>', workbook.no-figures",
        "'<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Works', workbook.corrupt"
    })
    void textThatIsNoTableIsRefused(String text, String rule) throws IOException {
        assertThat(rules(read("a.xls", text.getBytes(StandardCharsets.UTF_8)))).containsExactly(rule);
    }

    @Test
    void bytesThatAreNoTextAndOldExcelAreRefused() throws IOException {
        assertThat(rules(read("a.csv", new byte[] {'a', ',', (byte) 0xFF, (byte) 0xFF, '\n'})))
                .containsExactly("workbook.unknown-format");
        assertThat(rules(read("a.et", new byte[] {'R', 'I', 'F', 'F', 0, 0, 1, 2})))
                .containsExactly("workbook.unknown-format");
        assertThat(rules(read("a.xls", new byte[] {0x09, 0x04, 6, 0, 0, 0, 0x10, 0})))
                .containsExactly("workbook.old-format");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.xls", "a.xlsx"})
    void everyTruncationOfAWorkbookEndsInFiguresOrOneFinding(String name) throws IOException {
        byte[] whole = book(name, sheet -> {});

        for (int length = 1; length < whole.length; length += Math.max(1, whole.length / 40)) {
            Reading reading = read(name, Arrays.copyOf(whole, length));
            assertThat(reading.figures().isEmpty()).isEqualTo(reading.findings().size() == 1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.xls", "a.xlsx"})
    void hiddenRowsAndColumnsAreReadOrNotAndReportedEitherWay(String name) throws IOException {
        byte[] book = book(name, sheet -> {
            sheet.getRow(4).setZeroHeight(true);
            sheet.getWorkbook().createSheet("底稿").createRow(0).createCell(0).setCellValue("草稿");
            sheet.getWorkbook().setSheetVisibility(1, SheetVisibility.VERY_HIDDEN);
        });
        WorkbookSettings skip = new WorkbookSettings(false, List.of());

        assertThat(figures(read(name, book))).isEqualTo(READ);
        assertThat(figures(read(name, book, Limits.DEFAULT, skip))).containsExactly(READ.get(0));
        assertThat(rules(read(name, book))).containsExactly("workbook.hidden", "workbook.hidden");
        assertThat(read(name, book, Limits.DEFAULT, skip).findings())
                .extracting(Finding::message)
                .satisfiesExactly(
                        m -> assertThat(m).contains("1 行是隐藏的", "未读取"),
                        m -> assertThat(m).contains("底稿", "未读取"));
    }

    @Test
    void aHiddenColumnIsLeftOutButNotAHeadThatReachesBeyondIt() throws IOException {
        byte[] book = book("a.xls", sheet -> {
            sheet.getRow(2).createCell(2).setCellValue("面积（万亩）");
            sheet.getRow(3).createCell(2).setCellValue(12);
            sheet.setColumnHidden(2, true);
        });

        Reading reading = read("a.xls", book, Limits.DEFAULT, new WorkbookSettings(false, List.of()));

        assertThat(figures(reading)).isEqualTo(READ);
        assertThat(reading.findings())
                .singleElement()
                .satisfies(f -> assertThat(f.message()).contains("1 列是隐藏的", "C 列"));
    }

    @Test
    void aPasswordOfTheSettingsOpensAnOldAndANewWorkbook() throws IOException {
        Path locked = Path.of("input/2023-06-15/工信局/2023年1-5月工业企业利润（加密）.xlsx");
        Biff8EncryptionKey.setCurrentUserPassword("秘密");
        byte[] old = book("a.xls", sheet -> {});
        Biff8EncryptionKey.setCurrentUserPassword(null);
        WorkbookSettings settings = new WorkbookSettings(true, List.of("wrong", "tongcang", "秘密"));

        assertThat(rules(read("a.xls", old))).containsExactly("workbook.encrypted");
        assertThat(figures(read("a.xls", old, Limits.DEFAULT, settings))).isEqualTo(READ);
        assertThat(read("b.xlsx", Files.readAllBytes(locked), Limits.DEFAULT, settings)
                        .figures())
                .isNotEmpty();
        assertThat(settings.toString()).doesNotContain("秘密");
    }

    @ParameterizedTest
    @CsvSource({
        "a.xlsx, 1000, 100000, 1000, 9, 文件大小",
        "a.xlsx, 100000, 2000, 1000, 9, 解压后",
        "a.xlsx, 100000, 100000, 5, 9, 单元格",
        "a.xls, 100000, 100000, 5, 9, 单元格",
        "a.xlsx, 100000, 100000, 1000, 1, 工作表",
        "a.xls, 100000, 100000, 1000, 1, 工作表"
    })
    void aFileOverALimitIsOneFinding(String name, long bytes, long inflated, long cells, int sheets, String told)
            throws IOException {
        byte[] book = book(name, sheet -> sheet.getWorkbook().createSheet("二"));

        Reading reading = read(
                name,
                book,
                new Limits(bytes, inflated, cells, sheets, Duration.ofSeconds(10)),
                WorkbookSettings.DEFAULT);

        assertThat(rules(reading)).containsExactly("workbook.too-large");
        assertThat(reading.findings().get(0).message()).contains(told);
    }

    @Test
    void aFileThatTakesTooLongIsGivenUp() throws IOException {
        StringBuilder page = new StringBuilder("<html>");
        page.append("<table><tr>").append("<td>1".repeat(300_000));

        Reading reading = read(
                "a.xls",
                page.toString().getBytes(StandardCharsets.UTF_8),
                new Limits(1 << 24, 1 << 24, 1 << 20, 9, Duration.ofMillis(1)),
                WorkbookSettings.DEFAULT);

        assertThat(rules(reading)).containsExactly("workbook.too-slow");
    }

    @ParameterizedTest
    @CsvSource({"false, ' 7 吨 2022'", "true, workbook.too-large"})
    void aDimensionOfAllRowsThousandsOfMergesAndTheLastColumnCostNoTime(boolean overlapping, String outcome)
            throws IOException {
        StringBuilder merges = new StringBuilder();
        for (int i = 3; i < 5003; i++) {
            merges.append("<mergeCell ref=\"A" + (overlapping ? 3 : i) + ":C" + (overlapping ? 1 << 20 : i) + "\"/>");
        }
        Map<String, String> parts = new TreeMap<>();
        parts.put(
                "xl/worksheets/sheet1.xml",
                "<worksheet><dimension ref=\"A1:W1048576\"/><sheetData><row r=\"1\">"
                        + "<c r=\"A1\" t=\"str\"><v>指标</v></c><c r=\"XFD1\" t=\"str\"><v>2022年（吨）</v></c></row>"
                        + "<row r=\"2\"><c r=\"A2\" t=\"str\"><v>产量</v></c><c r=\"XFD2\"><v>7</v></c></row>"
                        + "<row r=\"1048576\"><c r=\"A1048576\" t=\"str\"><v>注：</v></c></row></sheetData><mergeCells>"
                        + merges + "</mergeCells></worksheet>");

        Reading reading = read("a.xlsx", zip(parts));

        assertThat(overlapping ? rules(reading) : figures(reading)).containsExactly(outcome);
    }

    private static byte[] zip(Map<String, String> parts) throws IOException {
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r=\"r\"><sheets><sheet name=\"表\" r:id=\"a\"/></sheets></workbook>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"a\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
                        + "</Relationships>");
        return PackageOf.parts(parts);
    }

    private interface Change {
        void of(Sheet sheet);
    }

    private static byte[] book(String name, Change change) throws IOException {
        try (Workbook book = name.endsWith(".xls") ? new HSSFWorkbook() : new XSSFWorkbook()) {
            Sheet sheet = book.createSheet("表一");
            for (int row = 0; row < TABLE.size(); row++) {
                String[] cells = TABLE.get(row).split("\t");
                sheet.createRow(row).createCell(0).setCellValue(cells[0]);
                if (cells.length > 1 && cells[1].matches("[\\d.]+")) {
                    sheet.getRow(row).createCell(1).setCellValue(Double.parseDouble(cells[1]));
                } else if (cells.length > 1) {
                    sheet.getRow(row).createCell(1).setCellValue(cells[1]);
                }
            }
            change.of(sheet);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            book.write(out);
            return out.toByteArray();
        }
    }

    private Reading read(String name, byte[] bytes) throws IOException {
        return read(name, bytes, Limits.DEFAULT, WorkbookSettings.DEFAULT);
    }

    private Reading read(String name, byte[] bytes, Limits limits, WorkbookSettings settings) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, bytes);
        return new WorkbookReader(UNITS, limits, settings, Forms.NONE).read(file, name);
    }

    private static List<String> rules(Reading reading) {
        assertThat(reading.figures().isEmpty() || !reading.findings().isEmpty()).isTrue();
        return reading.findings().stream().map(Finding::rule).toList();
    }

    private static List<String> figures(Reading reading) {
        List<String> lines = new ArrayList<>();
        for (Figure f : reading.figures()) {
            assertThat(f.provenance()).isInstanceOf(Provenance.Cell.class);
            lines.add(f.region() + " " + f.quantity().valueText() + " "
                    + f.quantity().unit() + " "
                    + (f.period() == null ? "" : f.period().code()));
        }
        return lines;
    }
}
