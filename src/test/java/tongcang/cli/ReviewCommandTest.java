package tongcang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tongcang.warehouse.release.Releases;

/** The loop of a person who decides on what is held: a night, the review, the approval, and the next night. */
class ReviewCommandTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final String APPROVALS = "seeds/decisions/approvals.csv";
    private static final String COUNT =
            "SELECT count(*) AS n FROM fact_observation WHERE indicator_code = 'gdp' AND submission_id IN"
                    + " (SELECT submission_id FROM dim_submission WHERE path LIKE '%历年%')";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void whatIsApprovedLaterIsByteForByteWhatWasApprovedFirst() throws IOException {
        Path project = project("later");
        assertThat(run(project)).contains("待定 2 个");
        assertThat(call(project, "review")).contains("待定的数值 2 个，共 1 类");
        Path filled = fill(project, Map.of("裁定", "认可这类表", "裁定人", "李四", "理由", "=文件名向来写年份"));
        assertThat(call(project, "review", "apply", filled.toString())).contains("添加 1 行");
        // no source can be read again: there is none
        Files.move(project.resolve("input"), folder.resolve("away"));
        Files.createDirectories(project.resolve("input"));
        run(project);

        Path first = project("first");
        Files.copy(project.resolve(APPROVALS), first.resolve(APPROVALS), StandardCopyOption.REPLACE_EXISTING);
        run(first);

        assertThat(call(project, "sql", COUNT)).contains("2");
        assertThat(hashes(project)).isNotEmpty().isEqualTo(hashes(first));
    }

    @Test
    void oneFigureAloneCanBeApproved() throws IOException {
        Path project = project("one");
        run(project);
        call(project, "review");
        Path filled = fill(project, Map.of("裁定", "只认可示例", "裁定人", "李四", "理由", "已核实"));
        call(project, "review", "apply", filled.toString());
        assertThat(run(project)).contains("待定 1 个");
        assertThat(call(project, "review", "apply", filled.toString())).contains("已不是现在的示例", "没有改动任何文件");
    }

    @Test
    void aRowThatDoesNotFitIsToldAndNothingIsChanged() throws IOException {
        Path project = project("wrong");
        run(project);
        call(project, "review");
        String before = Files.readString(project.resolve(APPROVALS));

        assertThat(call(
                        project,
                        "review",
                        "apply",
                        fill(project, Map.of("裁定", "认可这类表")).toString()))
                .contains("第 3 行", "没有填裁定人", "没有改动任何文件");
        assertThat(call(
                        project,
                        "review",
                        "apply",
                        fill(project, Map.of("裁定", "好", "编号", "0000")).toString()))
                .contains("第 3 行", "不在当前发布版的待定数值中");
        assertThat(call(
                        project,
                        "review",
                        "apply",
                        project.resolve("jobs/nightly.yml").toString()))
                .contains("tongcang: [");
        assertThat(Files.readString(project.resolve(APPROVALS))).isEqualTo(before);
    }

    @Test
    void textsFromOutsideAreNoFormulas() throws IOException {
        Path project = project("formula");
        run(project);
        call(project, "review");
        try (InputStream in = Files.newInputStream(project.resolve("warehouse/review/held.xlsx"));
                Workbook book = new XSSFWorkbook(in)) {
            Row row = book.getSheetAt(0).getRow(2);
            for (Cell cell : row) {
                assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
                assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            }
            assertThat(book.getSheetAt(0).getDataValidations()).hasSize(1);
        }
    }

    private Path project(String name) throws IOException {
        Path copy = folder.resolve(name);
        for (String part : List.of("seeds", "jobs", "input/2023-07-14")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path target = copy.resolve(ROOT.relativize(file).toString());
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
        Path tray = Files.createDirectories(copy.resolve("input/2023-07-15/市统计局"));
        Files.writeString(tray.resolve("2019年历年.csv"), "地区,地区生产总值（亿元）\n禹州市,810.5\n长葛市,740.2\n");
        return copy;
    }

    private static String run(Path project) {
        return call(project, "run", "nightly", "--date", "2023-07-20");
    }

    private static String call(Path project, String... arguments) {
        StringWriter said = new StringWriter();
        CommandLine line = Tongcang.commandLine();
        line.setOut(new PrintWriter(said));
        line.setErr(new PrintWriter(said));
        line.execute(Stream.concat(Stream.of(arguments), Stream.of("--project", project.toString()))
                .toArray(String[]::new));
        return said.toString();
    }

    /** Fills cells of the first row, by the heads of their columns. */
    private static Path fill(Path project, Map<String, String> answer) throws IOException {
        Path filled = project.resolve("filled.xlsx");
        try (InputStream in = Files.newInputStream(project.resolve("warehouse/review/held.xlsx"));
                Workbook book = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(filled)) {
            for (Cell head : book.getSheetAt(0).getRow(1)) {
                String value = answer.get(head.getStringCellValue());
                if (value != null) {
                    book.getSheetAt(0)
                            .getRow(2)
                            .createCell(head.getColumnIndex())
                            .setCellValue(value);
                }
            }
            book.write(out);
        }
        return filled;
    }

    private static List<String> hashes(Path project) {
        Releases releases = new Releases(project.resolve("warehouse"));
        return releases.manifest(releases.current().orElseThrow()).files().stream()
                .filter(f -> f.name().startsWith("parquet/"))
                .map(f -> f.name() + " " + f.sha256())
                .toList();
    }
}
