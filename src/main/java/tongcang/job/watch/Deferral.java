package tongcang.job.watch;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A submission that could not be read and perhaps can be the next time: it stands in no ledger yet, but in {@code
 * warehouse/state/deferred.jsonl}.
 *
 * @param id of the submission
 * @param path as the submission has it
 * @param department as the submission has it
 * @param received day, ISO 8601
 * @param rule of the finding that kept it from being read
 * @param message of that finding, in Chinese
 * @param tries in how many runs it was read in vain
 */
public record Deferral(
        String id, String path, String department, String received, String rule, String message, int tries) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** A line whose keys are garbled is none. */
    public Deferral {
        for (Object part : new Object[] {id, path, department, received, rule, message}) {
            Objects.requireNonNull(part);
        }
        LocalDate.parse(received);
    }

    /** What the last run of a warehouse put off. */
    public static List<Deferral> all(Path warehouse) {
        return read(file(warehouse.resolve("state")));
    }

    /** Where a warehouse's state keeps them. */
    public static Path file(Path state) {
        return state.resolve("deferred.jsonl");
    }

    /** Those of a file, in its order; a garbled line is passed over, and its submission begins anew. */
    public static List<Deferral> read(Path file) {
        try {
            return Files.exists(file)
                    ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                            .lines()
                            .flatMap(line -> of(line).stream())
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a file whole, by one rename. */
    public static void write(Path file, List<Deferral> deferred) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        Files.writeString(
                unfinished,
                deferred.stream().map(d -> JSON.writeValueAsString(d) + "\n").collect(Collectors.joining()));
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Optional<Deferral> of(String line) {
        try {
            return Optional.of(JSON.readValue(line, Deferral.class));
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
