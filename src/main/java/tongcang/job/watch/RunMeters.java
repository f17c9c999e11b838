package tongcang.job.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import tongcang.Finding;
import tongcang.ledger.ReadSubmission;

/** The meters of a job's runs, in Prometheus' text form; a file collector or a scrape takes them from there. */
public final class RunMeters {
    private static final String JOB = "job_name";

    private final PrometheusMeterRegistry registry;
    private final String job;

    /** Meters of a job in a registry, where they add up from run to run. */
    public RunMeters(PrometheusMeterRegistry registry, String job) {
        this.registry = registry;
        this.job = job;
    }

    /** Meters of one run alone. */
    public RunMeters(String job) {
        this(new PrometheusMeterRegistry(PrometheusConfig.DEFAULT), job);
    }

    void step(String name, Duration took) {
        registry.timer("tongcang.step", JOB, job, "step", name).record(took);
    }

    void read(ReadSubmission read) {
        registry.counter("tongcang.submissions.read", JOB, job, "outcome", read.outcome())
                .increment();
        registry.counter("tongcang.figures.read", JOB, job)
                .increment(read.reading().figures().size());
        for (Finding finding : read.reading().findings()) {
            registry.counter(
                            "tongcang.findings",
                            JOB,
                            job,
                            "severity",
                            finding.severity().name().toLowerCase(Locale.ROOT))
                    .increment();
        }
    }

    void deferred() {
        registry.counter("tongcang.submissions.read", JOB, job, "outcome", "deferred")
                .increment();
    }

    /** A run ended; a good ending is a new release, or that nothing was new. */
    public void ended(Ending ending, Duration took, int overdue) {
        registry.timer("tongcang.run", JOB, job, "ending", ending.name().toLowerCase(Locale.ROOT))
                .record(took);
        gauge("tongcang.run.end.seconds", Instant.now().getEpochSecond());
        gauge("tongcang.overdue", overdue);
    }

    /** When a run last ended well, also in an earlier process. */
    public void lastGood(Instant ended) {
        gauge("tongcang.run.success.seconds", ended.getEpochSecond());
    }

    private void gauge(String name, long value) {
        Gauge old = registry.find(name).tag(JOB, job).gauge();
        if (old != null) {
            registry.remove(old);
        }
        Gauge.builder(name, () -> value).tag(JOB, job).register(registry);
    }

    /** All meters in Prometheus' text form. */
    String text() {
        return registry.scrape();
    }

    /** Writes the meters whole, by one rename, to {@code state/JOB.prom}. */
    public void write(Path state) throws IOException {
        Path unfinished = state.resolve(job + ".prom.tmp");
        Files.writeString(unfinished, text());
        Files.move(
                unfinished,
                state.resolve(job + ".prom"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
