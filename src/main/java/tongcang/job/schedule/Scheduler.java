package tongcang.job.schedule;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tongcang.InvalidFileException;
import tongcang.job.NightlyRun;
import tongcang.job.check.Doctor;
import tongcang.job.definition.JobFile;
import tongcang.job.watch.Ending;
import tongcang.job.watch.LogLevel;
import tongcang.job.watch.Progress;
import tongcang.job.watch.RunMeters;
import tongcang.job.watch.RunRecord;

/** The schedule at work: runs jobs by the machine's clock until it is stopped, and can be asked how it is. */
public final class Scheduler {
    private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);

    /** How a job is while it runs; afterwards it is how it ended. */
    private static final String RUNNING = "RUNNING";

    private final Path root;
    private final @Nullable Path warehouse;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicReference<@Nullable NightlyRun> running = new AtomicReference<>();
    private final Map<String, String> states = new ConcurrentHashMap<>();

    /**
     * Prepares the schedule of a project.
     *
     * @param root the project's folder
     * @param warehouse instead of that of the jobs, or null
     */
    public Scheduler(Path root, @Nullable Path warehouse) {
        this.root = root;
        this.warehouse = warehouse;
    }

    /**
     * Runs jobs until it is stopped.
     *
     * @param port of the loopback address, where {@code /health} and {@code /metrics} are answered; 0 for none
     * @param told hears what is done, in Chinese, with the time in front
     */
    public void run(int port, Consumer<String> told) throws IOException, InterruptedException {
        Consumer<String> timed = line -> told.accept(Instant.now() + " " + line);
        Schedule schedule = new Schedule(root, warehouse, Clock.systemUTC(), this::once, this::untilStopped, timed);
        Gauge.builder("tongcang.jobs.broken", () -> schedule.broken().size()).register(registry);
        earlierRuns();
        try (Endpoint endpoint = Endpoint.open(port, () -> health(schedule), registry::scrape)) {
            timed.accept(port == 0 ? "开始守候" : "开始守候；" + endpoint.address() + "/health 和 /metrics");
            schedule.run();
            timed.accept("已停止");
        }
    }

    /** Lets it end: at once when it waits, else when the job that runs has stopped at its next chunk or step. */
    public void stop() {
        stopped.countDown();
        @Nullable NightlyRun run = running.get();
        if (run != null) {
            run.stop();
        }
    }

    private boolean untilStopped(Duration longest) throws InterruptedException {
        return stopped.await(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    private Ending once(JobFile job, LocalDate day) {
        NightlyRun run = new NightlyRun(root, job, null, warehouse, new RunMeters(registry, job.name()));
        running.set(run);
        states.put(job.name(), RUNNING);
        Ending ending = Ending.FAILED; // unless it comes to a better end
        try {
            ending = run.run(day, Progress.SILENT, LogLevel.INFO).ending();
            return ending;
        } finally {
            states.put(job.name(), ending.name());
            running.set(null);
        }
    }

    /** When each job last ended well is known before the first run of this process: an alert is not to wait for it. */
    private void earlierRuns() {
        for (Path file : Doctor.jobFiles(root)) {
            try {
                JobFile job = JobFile.load(file);
                Path folder = warehouse != null ? warehouse : root.resolve(job.warehouse());
                RunRecord.lastGood(folder, job.name()).ifPresent(new RunMeters(registry, job.name())::lastGood);
            } catch (InvalidFileException | UncheckedIOException e) {
                LOG.debug("the schedule will tell what is wrong", e);
            }
        }
    }

    /** Whether every job can run and the last run of each ended well, and how each ended. */
    private Endpoint.Health health(Schedule schedule) {
        Map<String, String> broken = schedule.broken();
        boolean isWell = broken.isEmpty() && !states.containsValue(Ending.FAILED.name());
        return new Endpoint.Health(isWell, Map.copyOf(states), broken);
    }
}
