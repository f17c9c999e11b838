package tongcang.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.Provenance;
import tongcang.Reading;
import tongcang.coding.Codelists;
import tongcang.quantity.Units;
import tongcang.support.Limits;
import tongcang.tray.TrayWriter;
import tongcang.workbook.grid.CellNumbers;

class WorkbookReaderTest {
    private static final Path CASES = Path.of("src/test/resources/tongcang/workbook");

    @TempDir
    private Path folder = Path.of("");

    private static final Units UNITS =
            Codelists.load(Path.of("seeds/codelists")).units();

    static List<String> layouts() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".tsv"))
                    .map(name -> name.substring(0, name.length() - ".tsv".length()))
                    .sorted()
                    .toList();
        }
    }

    /** Each grid, {@code NAME.tsv}, has its figures beside it, {@code NAME.figures.txt}, a line each. */
    @ParameterizedTest
    @MethodSource("layouts")
    void aLayoutIsReadAsAPersonReadsIt(String name) throws IOException {
        assertThat(layout(name).figures().stream().map(WorkbookReaderTest::line))
                .containsExactlyElementsOf(Files.readAllLines(CASES.resolve(name + ".figures.txt")));
    }

    @Test
    void theNearerUnitWinsOverTheCaptionAndTheReportSaysSo() throws IOException {
        assertThat(layout("unit-conflict.xls").findings())
                .extracting(f -> f.rule() + " " + f.provenance().place() + " " + f.found() + " -> " + f.expected())
                .containsExactly("workbook.unit-conflict Sheet1!B5 万平方米 -> 套");
    }

    @Test
    void ofSeveralUnitsNoneIsTakenWhereTheLabelsDoNotTell() throws IOException {
        String name = "open.xlsx";
        Reading reading = read(
                name, TrayWriter.bytes(name, List.of("#sheet 表", "2021年物资", "单位：吨、台", "地区\t调入", "甲县\t5", "乙县\t6")));

        assertThat(reading.figures()).extracting(f -> f.quantity().unit()).containsOnly("");
        assertThat(reading.findings()).extracting(Finding::rule).containsExactly("workbook.unit-open");
    }

    @Test
    void twoNumbersOnTwoLinesOfACellAreAFindingAndNeverJoined() throws IOException {
        Path file = folder.resolve("学校.csv");
        Files.writeString(file, "2020年学校数,,\n单位：所,,\n地区,小学,中学\n甲县,\"2\n2\",5\n乙县,3,\"6\n\"\n丙县,4,7\n");

        Reading reading = new WorkbookReader(UNITS, Limits.DEFAULT).read(file, "学校.csv");

        assertThat(reading.figures())
                .extracting(f -> f.provenance().place() + " " + f.quantity().value())
                .containsExactly("学校!C4 5", "学校!B5 3", "学校!C5 6", "学校!B6 4", "学校!C6 7");
        assertThat(reading.findings())
                .extracting(f -> f.rule() + " " + f.provenance().place())
                .containsExactly("workbook.not-a-number 学校!B4");
    }

    @Test
    void twoNumbersOnTwoLinesOfAWebPagesCellAreAFindingToo() throws IOException {
        Path file = folder.resolve("学校.xls");
        Files.writeString(
                file,
                "<html><meta charset='utf-8'><table><tr><td>2020年学校数</td></tr><tr><td>单位：所</td></tr>"
                        + "<tr><td>地区</td><td>小学</td><td>中学</td></tr><tr><td>甲县</td><td>2<br>2</td><td>5</td></tr>"
                        + "<tr><td>乙县</td><td>3</td><td>6<br></td></tr><tr><td>丙县</td><td>4</td><td>7</td></tr></table></html>");

        Reading reading = new WorkbookReader(UNITS, Limits.DEFAULT).read(file, "学校.xls");

        assertThat(reading.figures())
                .extracting(f -> f.quantity().value().toPlainString())
                .containsExactly("5", "3", "6", "4", "7");
        assertThat(reading.findings()).extracting(f -> f.rule()).containsExactly("workbook.not-a-number");
    }

    @Test
    void numbersInNoTableAreToldAtTheFirstOfThem() throws IOException {
        Path file = folder.resolve("编号.csv");
        Files.writeString(file, "说明,\n甲,101\n乙,102\n丙,103\n");

        Reading reading = new WorkbookReader(UNITS, Limits.DEFAULT).read(file, "编号.csv");

        assertThat(reading.figures()).isEmpty();
        assertThat(reading.findings()).singleElement().satisfies(f -> {
            assertThat(f.rule()).isEqualTo("workbook.left-over");
            assertThat(f.provenance().place()).isEqualTo("编号!B2");
            assertThat(f.message()).contains("3 个数字");
        });
    }

    @Test
    void aTableIsExplainedWithItsReasons() throws IOException {
        String name = "month-and-cumulative.xls";
        Path file = folder.resolve(name);
        Files.write(file, TrayWriter.bytes(name, Files.readAllLines(CASES.resolve(name + ".tsv"))));

        assertThat(new WorkbookReader(UNITS, Limits.DEFAULT).explain(file, name))
                .singleElement()
                .satisfies(note -> {
                    assertThat(note.range()).isEqualTo("A3:H8");
                    assertThat(note.title()).isEqualTo("2021年10月规模以上工业企业主要指标");
                    assertThat(note.unit()).isEqualTo("万元 (CAPTION)");
                    assertThat(note.heads()).isEqualTo("3-5");
                    assertThat(note.stubs()).isEqualTo("A LABEL, B SKIP");
                    assertThat(note.columns()).isEqualTo("C-H");
                    assertThat(note.periods()).isEqualTo("2021-10, 2020-10, 2021-01/2021-10, 2020-01/2020-10");
                    assertThat(note.why()).contains("row 5 only counts the columns");
                });
    }

    @Test
    void aSlipThatReadsOneWayIsAFigureWithAFindingAndAnyOtherAFindingAlone() throws IOException {
        assertThat(layout("slips-and-placeholders.xlsx").findings())
                .extracting(f -> f.rule() + " " + f.found())
                .containsExactly(
                        "workbook.slip 7.8S",
                        "workbook.slip 51 81",
                        "workbook.not-a-number 2 2",
                        "workbook.slip 5 1 8 1",
                        "workbook.slip 36.5 9");
    }

    @Test
    void aNumberShownAsADateIsToldAndADateOfAProjectIsNot() throws IOException {
        assertThat(layout("numbers-shown-as-dates.xlsx").findings())
                .extracting(f -> f.rule() + " " + f.provenance().place() + " " + f.found())
                .containsExactly(
                        "workbook.date-cell 农业!C3 41.5",
                        "workbook.date-cell 农业!C5 2.5",
                        "workbook.date-cell 农业!C6 120.5",
                        "workbook.date-cell 两年!C4 44228",
                        "workbook.date-cell 两年!C6 44256");
        assertThat(layout("numbers-shown-as-dates.xlsx").findings())
                .extracting(Finding::message)
                .anyMatch(m -> m.contains("“1900年2月10日”"))
                .anyMatch(m -> m.contains("“12:00”"));
        assertThat(layout("dates-of-projects.xlsx").findings()).isEmpty();
    }

    @Test
    void aFileThatIsNoWorkbookIsRefusedWithTheReason() throws IOException {
        assertThat(rule("a.xls", "%PDF-1.7".getBytes(StandardCharsets.UTF_8))).isEqualTo("workbook.unknown-format");
        assertThat(rule("b.xlsx", new byte[0])).isEqualTo("workbook.empty");
        assertThat(rule("c.xlsx", "PK\u0003\u0004 and no more".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("workbook.corrupt");
        assertThat(rule("d.xlsx", Files.readAllBytes(Path.of("input/2023-06-15/工信局/2023年1-5月工业企业利润（加密）.xlsx"))))
                .isEqualTo("workbook.encrypted");
        assertThat(rule("e.xlsx", Files.readAllBytes(Path.of("input/2023-06-30/教育局/空工作簿.xlsx"))))
                .isEqualTo("workbook.no-figures");
    }

    @Test
    void aBombIsRefusedBeforeItUnpacks() throws IOException {
        Path file = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            zip.write("<workbook>".getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < 64; i++) {
                zip.write(spaces);
            }
            zip.write("</workbook>".getBytes(StandardCharsets.US_ASCII));
        }
        Limits small = new Limits(1 << 20, 8 << 20, 1000, 10, Duration.ofSeconds(10));

        assertThat(new WorkbookReader(UNITS, small).read(file, "bomb.xlsx").findings())
                .extracting(Finding::rule)
                .containsExactly("workbook.too-large");
    }

    @Test
    void anEntityIsNotExpandedAndNothingOutsideIsRead() throws IOException {
        Path secret = folder.resolve("secret.txt");
        Files.writeString(secret, "12345");
        Path file = folder.resolve("entity.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(("<!DOCTYPE w [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><workbook><sheets>"
                            + "<sheet name=\"&e;\"/></sheets></workbook>")
                    .getBytes(StandardCharsets.UTF_8));
        }

        Reading reading = new WorkbookReader(UNITS, Limits.DEFAULT).read(file, "entity.xlsx");

        assertThat(reading.figures()).isEmpty();
        assertThat(reading.toString()).doesNotContain("12345");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.1, 24.1998124, 5610.58827387709, 1e15, 123456789012345.0, -20.6, 0})
    void aDoubleIsReadToTheDigitsThatExcelKeeps(double value) {
        assertThat(CellNumbers.exact(value).doubleValue()).isEqualTo(value);
        assertThat(CellNumbers.exact(value).precision()).isLessThanOrEqualTo(16);
        assertThat(CellNumbers.exact(0.1 + 0.2)).isEqualByComparingTo("0.3");
    }

    private Reading layout(String name) throws IOException {
        return read(name, TrayWriter.bytes(name, Files.readAllLines(CASES.resolve(name + ".tsv"))));
    }

    private Reading read(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        Files.write(file, bytes);
        return new WorkbookReader(UNITS, Limits.DEFAULT).read(file, name);
    }

    private String rule(String name, byte[] bytes) {
        try {
            Reading reading = read(name, bytes);
            assertThat(reading.figures()).isEmpty();
            assertThat(reading.findings()).hasSize(1);
            return reading.findings().get(0).rule();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(Figure f) {
        return String.join(
                " | ",
                ((Provenance.Cell) f.provenance()).cell(),
                f.quantity().valueText(),
                f.quantity().unit(),
                f.unitSource().name(),
                f.measure().code(),
                f.period() == null ? "" : f.period().code(),
                f.region(),
                f.label());
    }
}
