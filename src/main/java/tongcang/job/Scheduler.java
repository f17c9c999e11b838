package tongcang.job;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
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

/** The schedule at work: runs jobs by the machine's clock until it is stopped, and can be asked how it is. */
public final class Scheduler {
    private final Path root;
    private final @Nullable Path warehouse;
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final AtomicReference<@Nullable NightlyRun> running = new AtomicReference<>();
    private final Map<String, NightlyRun.Ending> endings = new ConcurrentHashMap<>();

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
        try (Endpoint endpoint = Endpoint.open(port, this::health, registry::scrape)) {
            timed.accept(port == 0 ? "开始守候" : "开始守候；" + endpoint.address() + "/health 和 /metrics");
            new Schedule(root, warehouse, Clock.systemUTC(), this::once, this::untilStopped, timed).run();
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

    private NightlyRun.Ending once(JobFile job, LocalDate day) {
        NightlyRun run = new NightlyRun(root, job, null, warehouse, new RunMeters(registry, job.name()));
        running.set(run);
        endings.put(job.name(), NightlyRun.Ending.FAILED); // unless it comes to a better end
        try {
            NightlyRun.Ending ending =
                    run.run(day, Progress.SILENT, LogLevel.INFO).ending();
            endings.put(job.name(), ending);
            return ending;
        } finally {
            running.set(null);
        }
    }

    /** Whether the last run of every job ended well, and how each ended. */
    private Endpoint.Health health() {
        boolean isWell = running.get() != null || !endings.containsValue(NightlyRun.Ending.FAILED);
        return new Endpoint.Health(isWell, Map.copyOf(endings));
    }
}
