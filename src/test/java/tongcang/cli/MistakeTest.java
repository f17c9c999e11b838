package tongcang.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Mistakes of an operator at the command line: one line each, exit code 2, and never a stack trace. */
class MistakeTest {
    @TempDir
    private Path folder = Path.of("");

    private String said = "";

    @BeforeEach
    void aReleaseWithAGarbledManifest() throws IOException {
        Path release = Files.createDirectories(folder.resolve("warehouse/releases/2023-07-20-00000000"));
        Files.writeString(release.resolve("manifest.json"), "{\"rel");
        Files.writeString(folder.resolve("warehouse/CURRENT"), "2023-07-20-00000000\n");
    }

    @Test
    void aFileThatIsNotThereOrIsAFolderIsNamed() {
        assertThat(exit("curate", "apply", "nope.xlsx")).isEqualTo(2);
        assertThat(said).contains("[nope.xlsx]: no such file");
        assertThat(exit("curate", "apply", folder.toString())).isEqualTo(2);
        assertThat(said).contains(folder + "]: is a folder; expected a file");
    }

    @Test
    void aFileThatCannotBeWrittenIsNamed() throws IOException {
        Path csv = Files.writeString(folder.resolve("a.csv"), "地区,产值（亿元）\n全市,5\n");
        Path page = folder.resolve("nope/x.html");
        assertThat(exit("extract", csv.toString(), "--render", page.toString())).isEqualTo(2);
        assertThat(said).contains("[" + page + "]: it is not there, or the folder");

        Files.createDirectories(folder.resolve("warehouse/CURRENT.tmp"));
        assertThat(exit("release", "use", "2023-07-20-00000000")).isEqualTo(2);
        assertThat(said).contains("CURRENT.tmp]: cannot be read or written", "tongcang doctor");
    }

    @Test
    void aGarbledManifestIsNoStackTraceAndTheDoctorNamesIt() {
        assertThat(exit("release", "list")).isEqualTo(2);
        assertThat(said).contains("manifest.json");
        assertThat(exit("doctor")).isEqualTo(1);
        assertThat(said).contains("2023-07-20-00000000 的清单 manifest.json 已损坏");
    }

    @Test
    void aPortThatIsNoneIsWrongUsage() {
        assertThat(exit("schedule", "--port", "99999")).isEqualTo(2);
        assertThat(said).contains("'--port' is 99999; expected 0 for none, or up to 65535");
    }

    @Test
    void whatAnOperatorMistypesIsOneLineInChinese() {
        assertThat(exit("run", "nightly", "--date", "2023-7-1")).isEqualTo(2);
        assertThat(said.lines()).singleElement().asString().contains("“2023-7-1”不是日期", "2023-07-20");
        assertThat(exit("run", "nightli")).isEqualTo(2);
        assertThat(said.lines()).singleElement().asString().contains("jobs/nightli.yml", "没有这个作业", "nightly");
        assertThat(exit("run", "nightly", "--input", "nowhere")).isEqualTo(2);
        assertThat(said.lines()).singleElement().asString().contains("nowhere", "没有这个报送目录");
        assertThat(exit("run")).isEqualTo(2);
        assertThat(said.lines()).singleElement().asString().contains("JOB", "tongcang run --help");
    }

    @Test
    void whereFileNamesCannotBeReadNoRunBegins() {
        String encoding = System.setProperty("sun.jnu.encoding", "ANSI_X3.4-1968");
        try {
            assertThat(exit("run", "nightly")).isEqualTo(2);
            assertThat(said).contains("文件名编码", "ANSI_X3.4-1968", "LC_ALL=C.UTF-8");
            assertThat(said.lines()).hasSize(1);
            assertThat(exit("schedule", "--port", "0")).isEqualTo(2);
        } finally {
            System.setProperty("sun.jnu.encoding", encoding);
        }
        assertThat(folder.resolve("warehouse/ledger")).doesNotExist();
    }

    private int exit(String... words) {
        StringWriter out = new StringWriter();
        CommandLine line = Tongcang.commandLine();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(out));
        int exit = line.execute(Stream.concat(
                        Stream.of(words),
                        Stream.of("--warehouse", folder.resolve("warehouse").toString()))
                .toArray(String[]::new));
        said = out.toString();
        assertThat(said).doesNotContain("Exception", "\tat ");
        return exit;
    }
}
