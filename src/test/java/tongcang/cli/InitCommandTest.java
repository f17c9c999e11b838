package tongcang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A bureau elsewhere is set up in a new folder and runs to a release: nothing in the program knows Xuchang. */
class InitCommandTest {
    private static final String REPORT = """
            海拉尔区政府工作报告
            2016年1月10日在海拉尔区第十一届人民代表大会第五次会议上

            一、2015年工作回顾
            全区地区生产总值完成282亿元，增长8%。一般公共预算收入完成12.5亿元。
            """;

    @TempDir
    private Path folder = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int tongcang(String... args) {
        CommandLine line = Tongcang.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        return line.execute(args);
    }

    @Test
    void aCountyElsewhereRunsToAReleaseInTwoCommands() throws IOException {
        Path bureau = folder.resolve("hailar");
        assertThat(tongcang("init", "--bureau", "150702", bureau.toString())).isZero();
        Path tray = Files.createDirectories(bureau.resolve("input/2016-02-01/区政府"));
        Files.writeString(tray.resolve("政府工作报告.txt"), REPORT);

        assertThat(tongcang("run", "nightly", "--quiet", "--project", bureau.toString(), "--date", "2016-03-01"))
                .isZero();
        assertThat(tongcang(
                        "sql",
                        "--project",
                        bureau.toString(),
                        "SELECT region_name || ' ' || period_code || ' ' || value::INTEGER || ' ' || department_name"
                                + " FROM observation WHERE indicator_code = 'gdp' AND measure = 'level'"))
                .isZero();
        assertThat(out.toString()).contains("海拉尔区 2015 282 区政府");
        assertThat(Files.readString(bureau.resolve("jobs/nightly.yml"))).doesNotContain("许昌", "${");
        assertThat(Files.readString(bureau.resolve("seeds/codelists/departments.csv")))
                .contains("区财政局", "海拉尔区人民政府")
                .doesNotContain("许昌", "${");
    }

    @Test
    void aFolderThatHoldsSomethingIsLeftAlone() throws IOException {
        Files.writeString(folder.resolve("mine.txt"), "mine");

        assertThat(tongcang("init", "--bureau", "150702", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("不是空的");
        assertThat(folder.toFile().list()).containsExactly("mine.txt");
    }

    @Test
    void aCodeThatNoPlaceHasNowIsRefused() {
        Path bureau = folder.resolve("none");

        assertThat(tongcang("init", "--bureau", "110103", bureau.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("110103", "行政区划代码");
        assertThat(bureau).doesNotExist();
    }
}
