package tongcang.job;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import tongcang.Finding;
import tongcang.ledger.ReadSubmission;

/** The meters of a job's runs, in Prometheus' text form; a file collector or a scrape takes them from there. */
final class RunMeters {
    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<String, AtomicLong> gauges = new ConcurrentHashMap<>();

    private final String job;

    RunMeters(String job) {
        this.job = job;
        registry.config().commonTags("job_name", job);
    }

    void step(String name, Duration took) {
        registry.timer("tongcang.step", "step", name).record(took);
    }

    void read(ReadSubmission read) {
        registry.counter("tongcang.submissions.read", "outcome", read.outcome()).increment();
        registry.counter("tongcang.figures.read")
                .increment(read.reading().figures().size());
        for (Finding finding : read.reading().findings()) {
            registry.counter(
                            "tongcang.findings",
                            "severity",
                            finding.severity().name().toLowerCase(Locale.ROOT))
                    .increment();
        }
    }

    /** A run ended; a good ending is a new release, or that nothing was new. */
    void ended(NightlyRun.Ending ending, Duration took, int overdue) {
        registry.timer("tongcang.run", "ending", ending.name().toLowerCase(Locale.ROOT))
                .record(took);
        gauge("tongcang.run.end.seconds", Tags.empty()).set(Instant.now().getEpochSecond());
        gauge("tongcang.overdue", Tags.empty()).set(overdue);
    }

    /** When a run last ended well, also in an earlier process. */
    void lastGood(Instant ended) {
        gauge("tongcang.run.success.seconds", Tags.empty()).set(ended.getEpochSecond());
    }

    private AtomicLong gauge(String name, Iterable<Tag> tags) {
        return gauges.computeIfAbsent(name, n -> gaugeIn(registry, n, tags));
    }

    private static AtomicLong gaugeIn(MeterRegistry registry, String name, Iterable<Tag> tags) {
        AtomicLong value = new AtomicLong();
        registry.gauge(name, tags, value);
        return value;
    }

    /** All meters in Prometheus' text form. */
    String text() {
        return registry.scrape();
    }

    /** Writes the meters whole, by one rename, to {@code state/JOB.prom}. */
    void write(Path state) throws IOException {
        Path unfinished = state.resolve(job + ".prom.tmp");
        Files.writeString(unfinished, text());
        Files.move(
                unfinished,
                state.resolve(job + ".prom"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }
}
