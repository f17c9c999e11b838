package tongcang.job.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;

/** Remembers in a file when a job of the schedule last had its turn. */
record Slot(Path file) {

    /**
     * When it last had its turn. A job that never had one begins {@code now}, and so does one whose last turn lies ahead
     * because the clock was set back.
     */
    Instant served(Instant now) {
        try {
            if (Files.exists(file)) {
                Instant served = Instant.parse(new String(Files.readAllBytes(file), StandardCharsets.UTF_8).strip());
                if (!served.isAfter(now)) {
                    return served;
                }
            }
        } catch (DateTimeException e) {
            // torn by a power cut: begins anew
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        serve(now);
        return now;
    }

    void serve(Instant now) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
            Files.writeString(unfinished, now + "\n");
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
