package tongcang.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tongcang.Finding;
import tongcang.Reading;
import tongcang.coding.Codelists;
import tongcang.quantity.Units;
import tongcang.support.Limits;

/** What is stored is not always what a person saw: then it is told, and nothing is chosen in silence. */
class NumbersThatLieTest {
    private static final Units UNITS =
            Codelists.load(Path.of("seeds/codelists")).units();
    private static final String HEADS = row(1, text("A1", "2022年各县生产总值"))
            + row(2, text("A2", "单位：%s"))
            + row(3, text("A3", "地区") + text("B3", "地区生产总值"));

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFormulaWithoutAResultIsMissingAndTold() throws IOException {
        Reading reading = read(
                "亿元",
                "General",
                row(4, text("A4", "甲县") + "<c r='B4'><f>C9*2</f><v/></c>")
                        + row(5, text("A5", "乙县") + "<c r='B5'><f>1/0</f></c>")
                        + row(6, text("A6", "丙县") + "<c r='B6' t='e'><f>1/0</f><v>#DIV/0!</v></c>")
                        + row(7, text("A7", "丁县") + "<c r='B7'><v>12.5</v></c>"));

        assertThat(values(reading)).containsExactly("B7 12.5 亿元");
        assertThat(told(reading))
                .containsExactly(
                        "workbook.error-cell Sheet1!B4",
                        "workbook.error-cell Sheet1!B5",
                        "workbook.error-cell Sheet1!B6");
    }

    @Test
    void cellsAtOneAddressAreNeitherOfThem() throws IOException {
        Reading reading = read(
                "亿元",
                "General",
                row(4, text("A4", "甲县") + "<c r='B4'><v>68.5</v></c><c r='B4'><v>6.85</v></c>")
                        + row(5, text("A5", "乙县") + "<c r='B5'><v>66.3</v></c>")
                        + row(5, "<c r='B5'><v>663</v></c>")
                        + row(6, text("A6", "丙县") + "<c r='B6'><v>55</v></c>"));

        assertThat(values(reading)).containsExactly("B6 55 亿元");
        assertThat(told(reading))
                .containsExactly("workbook.repeated-cell Sheet1!B4", "workbook.repeated-cell Sheet1!B5");
    }

    @Test
    void aNumberThatNobodySeesIsNotTaken() throws IOException {
        Reading reading =
                read("亿元", ";;;", row(4, text("A4", "甲县") + "<c r='B4' s='1'><v>68.5</v></c><c r='C4'><v>1</v></c>"));

        assertThat(values(reading)).doesNotContain("B4 68.5 亿元");
        assertThat(told(reading)).contains("workbook.unseen-number Sheet1!B4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "0!.0,          | 万元   | 300000 万元",
                "0\"\"\".\"\"\"0,\"\"\"万\"\"\" | 万元   | 300000 万元",
                "0\"\"\".\"\"\"0,\"\"\"万\"\"\" | 元     | 3000000000 元",
                "#,##0.0,,      | 百万元 | 3000 百万元",
                "#,##0.0,,      | 万元   | -",
                "0!.0,          | 元     | -",
                "#,##0,         | 亿元   | -",
                "#,##0.00       | 元     | 3000000000 元",
                "0.0_ ;(0.0)    | 元     | 3000000000 元"
            })
    void aFormatThatScalesIsTakenOnlyWhereItAgreesWithTheUnit(String format, String unit, String value)
            throws IOException {
        Reading reading = read(
                unit,
                format.replace("\"\"\"", "\"").strip(),
                row(4, text("A4", "甲县") + "<c r='B4' s='1'><v>3000000000</v></c>"));

        assertThat(values(reading)).isEqualTo(value == null ? List.of() : List.of("B4 " + value));
        boolean scales = !format.startsWith("#,##0.00") && !format.startsWith("0.0_");
        assertThat(told(reading)).isEqualTo(scales ? List.of("workbook.scaled-format Sheet1!B4") : List.of());
    }

    @Test
    void twoPartsOfOneNameAreRefused() throws IOException {
        byte[] one = PackageOf.parts(parts("亿元", "General", row(4, text("A4", "甲县") + "<c r='B4'><v>1</v></c>")));
        // the second name in the directory becomes the first: equal length, so that all offsets stay
        String bytes = new String(one, StandardCharsets.ISO_8859_1).replace("xl/other.xml_", "xl/styles.xml");
        Path file = folder.resolve("a.xlsx");
        Files.write(file, bytes.getBytes(StandardCharsets.ISO_8859_1));

        Reading reading = new WorkbookReader(UNITS, Limits.DEFAULT).read(file, "a.xlsx");

        assertThat(reading.figures()).isEmpty();
        assertThat(reading.findings()).extracting(Finding::rule).containsExactly("workbook.repeated-part");
    }

    private Reading read(String unit, String format, String rows) throws IOException {
        Path file = folder.resolve("a.xlsx");
        Files.write(file, PackageOf.parts(parts(unit, format, rows)));
        return new WorkbookReader(UNITS, Limits.DEFAULT).read(file, "a.xlsx");
    }

    private static Map<String, String> parts(String unit, String format, String rows) {
        String main = "xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'";
        String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String packed = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(
                "_rels/.rels",
                packed + "<Relationship Id='r1' Type='" + office
                        + "/officeDocument' Target='xl/workbook.xml'/></Relationships>");
        parts.put(
                "xl/_rels/workbook.xml.rels",
                packed + "<Relationship Id='r1' Type='" + office
                        + "/worksheet' Target='sheet.xml'/><Relationship Id='r2' Type='" + office
                        + "/styles' Target='styles.xml'/></Relationships>");
        parts.put(
                "xl/workbook.xml",
                "<workbook " + main + " xmlns:r='" + office
                        + "'><sheets><sheet name='Sheet1' sheetId='1' r:id='r1'/></sheets></workbook>");
        String code = format.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
        parts.put(
                "xl/styles.xml",
                "<styleSheet " + main + "><numFmts count='1'><numFmt numFmtId='170' formatCode=\"" + code
                        + "\"/></numFmts><cellXfs count='2'><xf numFmtId='0'/><xf numFmtId='170'/></cellXfs></styleSheet>");
        parts.put("xl/other.xml_", "");
        parts.put(
                "xl/sheet.xml",
                "<worksheet " + main + "><sheetData>" + HEADS.replace("%s", unit) + rows + "</sheetData></worksheet>");
        return parts;
    }

    private static String row(int number, String cells) {
        return "<row r='" + number + "'>" + cells + "</row>";
    }

    private static String text(String address, String text) {
        return "<c r='" + address + "' t='inlineStr'><is><t>" + text + "</t></is></c>";
    }

    private static List<String> values(Reading reading) {
        return reading.figures().stream()
                .map(f -> f.provenance().place().replace("Sheet1!", "") + " "
                        + f.quantity().valueText() + " " + f.quantity().unit())
                .toList();
    }

    private static List<String> told(Reading reading) {
        return reading.findings().stream()
                .map(f -> f.rule() + " " + f.provenance().place())
                .toList();
    }
}
