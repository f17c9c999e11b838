package tongcang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tongcang.support.Printable;
import tongcang.tray.TrayWriter;

/** Names and labels that try to get out: into SQL, paths, terminals, logs and spreadsheets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextTest {
    /** Turns the writing direction: what follows it reads backwards. */
    private static final String TURN = "\u202E";

    private static final String DEPARTMENT = "'; DROP TABLE dim_submission; --";
    private static final String FORMULA = "=HYPERLINK(1)局";
    private static final List<String> FILES =
            List.of("=HYPERLINK(1)" + TURN + "slx.exe.xlsx", "@SUM(1)$(reboot)%PATH%.xls", "-2+3'}{$ledger.xlsx");
    private static final Pattern ESCAPES = Pattern.compile("[\\p{Cf}\\u0000-\\u0008\\u000B-\\u001F\\u007F-\\u009F]");

    @TempDir
    private static Path folder = Path.of("");

    private String summary = "";

    @BeforeAll
    void aNightWithAHostileDepartment() throws IOException {
        Path input = Files.createDirectories(folder.resolve("input/2023-01-05").resolve(DEPARTMENT));
        for (String name : FILES) {
            Files.write(input.resolve(name), TrayWriter.bytes(name, form(name.endsWith(".xls"))));
        }
        Path named = Files.createDirectories(folder.resolve("input/2023-01-05").resolve(FORMULA));
        Files.write(named.resolve("产值.xlsx"), TrayWriter.bytes("产值.xlsx", broken()));
        Files.writeString(folder.resolve("input/=1+1" + TURN + ".xlsx"), "lies in no department");
        summary = run("run", "nightly", "--input", folder.resolve("input").toString(), "--log-level", "DEBUG");
    }

    private static List<String> form(boolean old) {
        String escape = old ? "\u001B[31m" : "";
        return List.of(
                "#sheet =1+1" + TURN,
                "2022年各县（市、区）地区生产总值" + escape + TURN,
                "单位：亿元",
                "地区\t=cmd|'/C calc'!A0\t@SUM(1)" + TURN + "\t-指标'; DROP TABLE coding; --",
                "全市\t3850\t12\t7",
                "=WEBSERVICE(\"http://x\")\t5\t6\t8");
    }

    /** Half of a pair and a zero, written as a workbook writes what XML cannot hold. */
    private static List<String> broken() {
        return List.of(
                "#sheet 表",
                "2022年各县（市、区）地区生产总值",
                "单位：亿元",
                "地区\t地区生产总值\t产_xD800_量_x0000_",
                "许昌市\t3850.5\t7",
                "禹州市\t920.5\t8");
    }

    @Test
    void everyFileIsAccountedForUnderItsOwnName() {
        String paths = run("sql", "--format", "json", "SELECT path FROM dim_submission WHERE kind = 'workbook'");

        assertThat(FILES).allSatisfy(name -> assertThat(paths).contains(name.replace("\"", "\\\"")));
        assertThat(run("sql", "--format", "csv", "SELECT count(*) FROM coding")).doesNotContain("Error");
    }

    @Test
    void noTerminalIsMovedColouredOrTurned() {
        String tables = run("sql", "SELECT path, department_name FROM dim_submission")
                + run(
                        "sql",
                        "SELECT label, words, place, message FROM fact_uncoded JOIN fact_finding USING (submission_id)")
                + run("status")
                + summary;

        assertThat(tables).contains("DROP TABLE").doesNotContainPattern(ESCAPES);
    }

    @Test
    void noLogIsTurnedOrBroken() throws IOException {
        try (Stream<Path> logs = Files.list(folder.resolve("warehouse/logs"))) {
            String text = Files.readString(logs.findFirst().orElseThrow());

            assertThat(text).contains("HYPERLINK").doesNotContainPattern(ESCAPES);
        }
    }

    @Test
    void noFieldOfACsvIsAFormula() {
        String csv = run(
                "sql",
                "--format",
                "csv",
                "SELECT label, path, place, department_name FROM fact_uncoded"
                        + " JOIN dim_submission USING (submission_id)");

        assertThat(csv).contains("'=cmd|", "'@SUM(1)");
        assertThat(csv.lines().skip(1).flatMap(line -> Stream.of(line.split(","))))
                .noneMatch(field -> field.matches("\"?[=+@-].*"));
    }

    @Test
    void noFieldOfTheSdmxFilesIsAFormula() throws IOException {
        List<String> fields = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder.resolve("warehouse/releases"))) {
            for (Path csv : all.filter(f -> f.toString().endsWith(".csv")).toList()) {
                Files.readAllLines(csv).forEach(line -> fields.addAll(List.of(line.split(","))));
            }
        }

        assertThat(fields).contains("'" + FORMULA).noneMatch(field -> field.matches("\"?(?:[=+@]|-\\D).*"));
    }

    @Test
    void halfOfACharacterAndAZeroAreReadToTheEnd() {
        assertThat(run("sql", "--format", "csv", "SELECT count(*) FROM fact_uncoded WHERE label LIKE '%产%量%'"))
                .endsWith("2\n");
    }

    @Test
    void nothingIsWrittenBesideTheWarehouse() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            assertThat(all.map(f -> f.getFileName().toString())).containsExactlyInAnyOrder("input", "warehouse");
        }
        try (Stream<Path> all = Files.walk(folder.resolve("warehouse"))) {
            assertThat(all.map(f -> f.getFileName().toString()))
                    .noneMatch(name -> name.matches(".*['=;$%@|].*") && !name.startsWith("run="));
        }
    }

    @Test
    void printableTextIsOneLine() {
        assertThat(Printable.line("a\nb\r\tc\u001B[0m\u0085\u2028\u202Ed")).isEqualTo("a b  c [0m   d");
    }

    private static String run(String... words) {
        StringWriter out = new StringWriter();
        CommandLine line = Tongcang.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(out));
        String[] all = Stream.concat(
                        Stream.of(words),
                        Stream.of("--warehouse", folder.resolve("warehouse").toString()))
                .toArray(String[]::new);
        line.execute(all);
        return out.toString();
    }
}
