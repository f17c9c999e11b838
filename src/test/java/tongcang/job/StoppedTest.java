package tongcang.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        RunPlan plan = plan();
        BatchRun.Result result = run.run(
                plan,
                Seeds.load(ROOT.resolve("seeds")),
                new RunWatch(plan.fresh().size(), Progress.SILENT, new RunMeters("nightly")));
        ended.countDown();
        asking.join();

        assertThat(result.ending()).isEqualTo(Ending.STOPPED);
        assertThat(thrown).isEmpty();
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

    private RunPlan plan() throws IOException {
        Files.createDirectories(folder.resolve("warehouse/state"));
        JobFile job = JobFile.load(ROOT.resolve("jobs/nightly.yml"));
        return RunPlan.of(
                job,
                new RunPlan.Paths(ROOT, folder.resolve("input"), ROOT.resolve("seeds"), folder.resolve("warehouse")),
                LocalDate.of(2023, 7, 20));
    }
}
