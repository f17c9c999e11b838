package tongcang.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongcang.job.NightlyRun;
import tongcang.job.definition.JobFile;
import tongcang.job.watch.Ending;

/** One kill and one stop of a process of its own; {@code Kills} among the benchmarks does it hundreds of times. */
class KilledTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final LocalDate DAY = LocalDate.of(2023, 7, 20);

    /** As Unix and Windows report a process that was asked to end. */
    private static final List<Integer> ENDED = List.of(143, 1);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aRunThatIsDisturbedKilledAndStoppedEndsAsOneThatWasLeftAlone() throws IOException, InterruptedException {
        Path input = folder.resolve("input");
        GeneratedTray.write(input, 0, 70);
        run(input, "undisturbed");

        ChildRun killed = start(input);
        killed.shows("读取 …");
        NightlyRun.Outcome second = job(input, "disturbed").run(DAY);
        killed.kill();
        assertThat(second.ending()).isEqualTo(Ending.LOCKED);
        assertThat(second.reason()).contains("process " + killed.pid() + " since 20");
        assertThat(folder.resolve("disturbed/CURRENT")).doesNotExist();

        ChildRun stopped = start(input);
        stopped.shows("读取 …");
        assertThat(stopped.terminate()).isIn(ENDED);
        assertThat(folder.resolve("disturbed/CURRENT")).doesNotExist();
        assertThat(stopped.console()).contains("按要求停止").doesNotContain("Exception");

        run(input, "disturbed");
        WarehouseContent content = WarehouseContent.of(folder.resolve("disturbed"));
        assertThat(content).isEqualTo(WarehouseContent.of(folder.resolve("undisturbed")));
        assertThat(content.duplicates()).isEqualTo("0 0 0");
        assertThat(folder.resolve("disturbed/work")).doesNotExist();
    }

    private ChildRun start(Path input) throws IOException {
        List<String> java = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-Dtongcang.home=" + ROOT,
                "-cp",
                System.getProperty("java.class.path"),
                "tongcang.cli.Tongcang");
        return ChildRun.start(java, input, folder.resolve("disturbed"), folder.resolve("scratch"));
    }

    private void run(Path input, String warehouse) throws IOException {
        assertThat(job(input, warehouse).run(DAY).ending()).isEqualTo(Ending.RELEASED);
    }

    private NightlyRun job(Path input, String warehouse) {
        JobFile job = JobFile.load(ROOT.resolve("jobs/nightly.yml"));
        return new NightlyRun(ROOT, job, input, folder.resolve(warehouse));
    }
}
