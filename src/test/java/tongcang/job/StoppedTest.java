package tongcang.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tongcang.job.definition.JobFile;
import tongcang.job.definition.Seeds;
import tongcang.job.watch.Ending;
import tongcang.job.watch.Progress;
import tongcang.job.watch.RunMeters;
import tongcang.job.watch.RunWatch;

/** A run that is asked to stop, again and again as the signal does, until it has ended. */
class StoppedTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder = Path.of("");

    private final BatchRun run = new BatchRun();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<RuntimeException> thrown = new CopyOnWriteArrayList<>();

    @Test
    void aRunThatIsAskedToStopBeforeItBeginsEndsInOrder() throws IOException, InterruptedException {
        run.stop();
        Thread asking = new Thread(this::askUntilItEnded);
        asking.start();
        RunPlan plan = plan(ROOT.resolve("seeds"));
        BatchRun.Result result = run.run(
                plan,
                Seeds.load(ROOT.resolve("seeds")),
                new RunWatch(plan.fresh().size(), Progress.SILENT, new RunMeters("nightly")));
        ended.countDown();
        asking.join();

        assertThat(result.ending()).isEqualTo(Ending.STOPPED);
        assertThat(thrown).isEmpty();
    }

    @Test
    void aRunThatIsAskedToStopInSqlEndsWithinFiveSeconds() throws IOException, InterruptedException {
        RunPlan plan = plan(endlessRule());
        AtomicReference<Instant> asked = new AtomicReference<>(Instant.MAX);
        Thread asking = new Thread(() -> {
            asked.set(Instant.now());
            askUntilItEnded();
        });
        Progress atAudit = new Progress() {
            @Override
            public void step(String name) {
                if (name.equals("audit")) {
                    asking.start();
                }
            }
        };
        BatchRun.Result result = run.run(
                plan,
                Seeds.load(ROOT.resolve("seeds")),
                new RunWatch(plan.fresh().size(), atAudit, new RunMeters("nightly")));
        Instant end = Instant.now();
        ended.countDown();
        asking.join();

        assertThat(result.ending()).isEqualTo(Ending.STOPPED);
        assertThat(Duration.between(asked.get(), end)).isBetween(Duration.ZERO, Duration.ofSeconds(5));
        assertThat(thrown).isEmpty();
        Files.delete(folder.resolve("seeds/rules/endless.sql"));
        assertThat(new BatchRun()
                        .run(
                                plan,
                                Seeds.load(ROOT.resolve("seeds")),
                                new RunWatch(plan.fresh().size(), Progress.SILENT, new RunMeters("nightly")))
                        .ending())
                .as("the next run goes on")
                .isEqualTo(Ending.RELEASED);
    }

    /** The shipped seeds with a rule that has no end. */
    private Path endlessRule() throws IOException {
        Path seeds = folder.resolve("seeds");
        FileSystemUtils.copyRecursively(ROOT.resolve("seeds"), seeds);
        Files.writeString(
                seeds.resolve("rules/endless.sql"),
                "WITH RECURSIVE r AS (SELECT 1 AS i UNION ALL SELECT i % 9 + 1 FROM r) SELECT 'x' AS rule, 'INFO' AS severity,"
                        + " '' AS submission_id, '' AS department_name, '' AS place, '' AS found, '' AS expected,"
                        + " '' AS message FROM r WHERE i > 9");
        return seeds;
    }

    private void askUntilItEnded() {
        try {
            while (!ended.await(1, TimeUnit.MILLISECONDS)) {
                run.stop();
            }
        } catch (RuntimeException e) {
            thrown.add(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private RunPlan plan(Path seeds) throws IOException {
        Files.createDirectories(folder.resolve("warehouse/state"));
        JobFile job = JobFile.load(ROOT.resolve("jobs/nightly.yml"));
        return RunPlan.of(
                job,
                new RunPlan.Paths(ROOT, folder.resolve("input"), seeds, folder.resolve("warehouse")),
                LocalDate.of(2023, 7, 20),
                Seeds.load(seeds),
                Optional.empty());
    }
}
