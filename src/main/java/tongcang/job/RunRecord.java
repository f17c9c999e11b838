package tongcang.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * A line in the book of runs, {@code warehouse/state/runs.jsonl}, which {@code status} reads without starting Spring.
 *
 * @param run names the work
 * @param job name of the job
 * @param started instant, ISO 8601
 * @param ended instant, ISO 8601
 * @param status of the job's execution: {@code COMPLETED}, {@code FAILED}, {@code STOPPED}, or {@code NOTHING_NEW}
 * @param release that is current afterwards, or empty
 * @param fresh submissions that the run took in
 */
public record RunRecord(
        String run, String job, String started, String ended, String status, String release, int fresh) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static void append(Path state, RunRecord run) {
        try {
            Files.createDirectories(state);
            Files.writeString(
                    state.resolve("runs.jsonl"),
                    JSON.writeValueAsString(run) + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All runs of a warehouse, oldest first. */
    public static List<RunRecord> all(Path warehouse) {
        Path book = warehouse.resolve("state").resolve("runs.jsonl");
        try {
            return Files.exists(book)
                    ? Files.readAllLines(book).stream()
                            .map(line -> JSON.readValue(line, RunRecord.class))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
