package tongcang.job.watch;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line in the book of runs, {@code warehouse/state/runs.jsonl}, which {@code status} reads without starting Spring.
 *
 * @param run names the work
 * @param job name of the job
 * @param started instant, ISO 8601
 * @param ended instant, ISO 8601
 * @param status how it ended: {@code RELEASED}, {@code NOTHING_NEW}, {@code STOPPED} or {@code FAILED}
 * @param release that is current afterwards, or empty
 * @param fresh submissions that the run took in
 */
public record RunRecord(
        String run, String job, String started, String ended, String status, String release, int fresh) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A line whose keys are garbled is none. */
    public RunRecord {
        for (Object part : new Object[] {run, job, started, ended, status, release}) {
            Objects.requireNonNull(part);
        }
    }

    /** Adds a line; one that a power cut tore before it stays torn and alone. */
    public static void append(Path state, RunRecord run) {
        Path book = state.resolve("runs.jsonl");
        try {
            Files.createDirectories(state);
            Files.writeString(
                    book,
                    (isTorn(book) ? "\n" : "") + JSON.writeValueAsString(run) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isTorn(Path book) throws IOException {
        if (!Files.exists(book) || Files.size(book) == 0) {
            return false;
        }
        try (RandomAccessFile file = new RandomAccessFile(book.toFile(), "r")) {
            file.seek(file.length() - 1);
            return file.read() != '\n';
        }
    }

    /** All runs of a warehouse, oldest first; a torn line is passed over. */
    public static List<RunRecord> all(Path warehouse) {
        Path book = warehouse.resolve("state").resolve("runs.jsonl");
        try {
            return Files.exists(book)
                    ? new String(Files.readAllBytes(book), StandardCharsets.UTF_8)
                            .lines()
                            .flatMap(line -> of(line).stream())
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When a run of the job last made a release or found that nothing was new. */
    public static Optional<Instant> lastGood(Path warehouse, String job) {
        return all(warehouse).stream()
                .filter(r -> r.job().equals(job) && r.status().matches("RELEASED|NOTHING_NEW"))
                .reduce((earlier, later) -> later)
                .flatMap(r -> instant(r.ended()));
    }

    private static Optional<Instant> instant(String text) {
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<RunRecord> of(String line) {
        try {
            return Optional.of(JSON.readValue(line, RunRecord.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
