package tongcang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tongcang.warehouse.release.Releases;

/** The loop of a statistician: a night, the questions, the answers, and the next night. */
class CurateCommandTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final String UNKNOWN = "民间助企活力指数";
    private static final Map<String, String> ANSWER = Map.of(
            "选定指标", "（新指标）",
            "新指标代码", "help_index",
            "新指标名称", UNKNOWN,
            "主题", "改革开放",
            "指标解释", "助企活动的综合指数",
            "展示单位", "指数",
            "可加性", "rate 比率",
            "价格基础", "none 无");

    @TempDir
    private Path folder = Path.of("");

    private Path project = Path.of("");

    @BeforeEach
    void aProject() throws IOException {
        project = project("taught");
    }

    @Test
    void afterCuratingTheFactsAreThoseOfAWarehouseThatKnewFromTheStart() throws IOException {
        run(project);
        call(project, "curate");
        Path filled = fill(questions(project), UNKNOWN, ANSWER);
        assertThat(call(project, "curate", "apply", filled.toString())).contains("help_index", "重新编码全部历史");
        // no source can be read again: there is none
        Files.move(project.resolve("input"), folder.resolve("away"));
        Files.createDirectories(project.resolve("input"));
        run(project);

        Path knowing = project("knowing");
        Files.copy(
                project.resolve("seeds/codelists/indicators.csv"),
                knowing.resolve("seeds/codelists/indicators.csv"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        run(knowing);

        assertThat(call(project, "sql", "SELECT count(*) FROM fact_observation WHERE indicator_code = 'help_index'"))
                .contains("1");
        assertThat(hashes(project)).isEqualTo(hashes(knowing));
    }

    @Test
    void placesAndUnitsOfLabelsAreTaughtInTheSameWorkbook() throws IOException {
        Files.writeString(
                project.resolve("input/2023-07-14/发改委/粮食.csv"),
                "2022年各县市粮食生产情况\n地区,粮食产量,粮食单产\n禹洲市,51.5,407\n长葛市,48.2,411\n");
        run(project);
        assertThat(call(project, "curate")).contains("没有编码的地区 1 种", "没有写单位的指标 2 种");
        Path filled = fill(questions(project), "未编码地区", "禹洲市", Map.of("选定", "禹州市"));
        filled = fill(filled, "没有写单位的指标", "粮食单产", Map.of("选定", "公斤/亩"));

        assertThat(call(project, "curate", "apply", filled.toString()))
                .contains("“禹洲市” → 禹州市（地区）", "“粮食单产” → 公斤/亩（来源单位）", "重新编码全部历史");
        run(project);

        assertThat(call(
                        project,
                        "sql",
                        "SELECT region_code, value_text, shown FROM (SELECT region_code, value_text, unit_code AS shown"
                                + " FROM fact_observation UNION ALL SELECT region_code, value_text, reasons FROM fact_held)"
                                + " WHERE value_text IN ('51.5', '407', '411')"))
                .containsPattern("411081 +407 +公斤/亩")
                .containsPattern("411082 +411 +公斤/亩")
                .containsPattern("411081 +51.5 +没有写单位");
        assertThat(call(project, "curate")).doesNotContain("没有编码的地区").contains("没有写单位的指标 1 种");
    }

    @Test
    void aSheetThatWasTamperedWithChangesNothing() throws IOException {
        run(project);
        call(project, "curate");
        Path filled = fill(questions(project), UNKNOWN, Map.of("选定指标", "gdp", "指标说法", "别的说法"));
        String before = Files.readString(project.resolve("seeds/codelists/indicators.csv"));

        assertThat(call(project, "curate", "apply", filled.toString())).contains("第 3 行", "不是当前发布版中的未编码指标");
        assertThat(call(
                        project,
                        "curate",
                        "apply",
                        project.resolve("jobs/nightly.yml").toString()))
                .contains("tongcang: [");
        assertThat(Files.readString(project.resolve("seeds/codelists/indicators.csv")))
                .isEqualTo(before);
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
        return copy;
    }

    private static void run(Path project) {
        assertThat(call(project, "run", "nightly", "--date", "2023-07-20")).contains("运行完成");
    }

    private static Path questions(Path project) {
        return project.resolve("warehouse/curation/unknown-labels.xlsx");
    }

    /** All that the command says, with {@code --project} behind its arguments. */
    private static String call(Path project, String... arguments) {
        StringWriter said = new StringWriter();
        CommandLine line = Tongcang.commandLine();
        line.setOut(new PrintWriter(said));
        line.setErr(new PrintWriter(said));
        line.execute(Stream.concat(Stream.of(arguments), Stream.of("--project", project.toString()))
                .toArray(String[]::new));
        return said.toString();
    }

    /** Fills cells of the row of a label, by the heads of their columns. */
    private static Path fill(Path questions, String label, Map<String, String> answer) throws IOException {
        return fill(questions, "未编码指标", label, answer);
    }

    private static Path fill(Path questions, String name, String label, Map<String, String> answer) throws IOException {
        Path filled = questions.resolveSibling("filled" + name + ".xlsx");
        try (InputStream in = Files.newInputStream(questions);
                Workbook book = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(filled)) {
            Sheet sheet = book.getSheet(name);
            Row heads = sheet.getRow(1);
            Row row = IntStream.rangeClosed(2, sheet.getLastRowNum())
                    .mapToObj(sheet::getRow)
                    .filter(r -> r.getCell(1).getStringCellValue().equals(label))
                    .findFirst()
                    .orElseThrow();
            for (Cell head : heads) {
                String value = answer.get(head.getStringCellValue());
                if (value != null) {
                    row.createCell(head.getColumnIndex()).setCellValue(value);
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
