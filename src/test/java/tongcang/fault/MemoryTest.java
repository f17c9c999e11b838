package tongcang.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tongcang.job.NightlyRun;
import tongcang.job.definition.JobFile;
import tongcang.job.watch.Ending;

/** Nights with little memory, as processes of their own. */
class MemoryTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aNightOverMoreFiguresThanTheHeapHoldsEndsWell() throws IOException, InterruptedException {
        // a quarter of a million figures take 80 MB beside what the night itself needs
        HeavyTray.write(folder.resolve("input"), 4, 1200);

        ChildRun run = start("-Xmx150m");

        assertThat(run.exitCode()).as(run.console()).isZero();
        assertThat(run.console()).contains("运行完成", "读取 240188 个");
    }

    @Test
    void aNightWithoutMemoryEndsAndTheNextOneMakesUpForIt() throws IOException, InterruptedException {
        HeavyTray.write(folder.resolve("input"), 2, 1200);

        ChildRun run = start("-Xmx40m");
        boolean ended = run.ends(5L * 60 * 1000);
        run.kill();
        assertThat(ended).isTrue();

        JobFile job = JobFile.load(ROOT.resolve("jobs/nightly.yml"));
        NightlyRun next = new NightlyRun(ROOT, job, folder.resolve("input"), folder.resolve("warehouse"));
        assertThat(next.run(LocalDate.of(2023, 7, 21)).ending()).isEqualTo(Ending.RELEASED);
        assertThat(WarehouseContent.observations(folder.resolve("warehouse"))).isEqualTo("100188");
    }

    /** How little is too little, and for which step, depends on the machine. */
    @ParameterizedTest
    @ValueSource(strings = "-Xmx24m")
    void aHeapThatIsTooSmallEndsTheNightByItself(String heap) throws IOException, InterruptedException {
        GeneratedTray.write(folder.resolve("input"), 0, 20);

        ChildRun run = start(heap);
        boolean ended = run.ends(5L * 60 * 1000);
        run.kill();

        assertThat(ended).as(run.console()).isTrue();
        assertThat(run.exitCode()).as(run.console()).isBetween(0, 1);
        JobFile job = JobFile.load(ROOT.resolve("jobs/nightly.yml"));
        NightlyRun next = new NightlyRun(ROOT, job, folder.resolve("input"), folder.resolve("warehouse"));
        assertThat(next.run(LocalDate.of(2023, 7, 20)).ending()).isIn(Ending.RELEASED, Ending.NOTHING_NEW);
        Path other = folder.resolve("other");
        new NightlyRun(ROOT, job, folder.resolve("input"), other).run(LocalDate.of(2023, 7, 20));
        assertThat(WarehouseContent.observations(folder.resolve("warehouse")))
                .isEqualTo(WarehouseContent.observations(other));
    }

    private ChildRun start(String heap) throws IOException {
        List<String> java = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                heap,
                "-Dfile.encoding=UTF-8",
                "-Dtongcang.home=" + ROOT,
                "-cp",
                System.getProperty("java.class.path"),
                "tongcang.cli.Tongcang");
        return ChildRun.start(java, folder.resolve("input"), folder.resolve("warehouse"), folder.resolve("scratch"));
    }
}
