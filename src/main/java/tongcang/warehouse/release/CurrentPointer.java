package tongcang.warehouse.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The file {@code CURRENT}, which names the release that is shown, and the link {@code current} to its folder. */
final class CurrentPointer {
    private final Path warehouse;
    private final Path file;
    private final Path link;

    CurrentPointer(Path warehouse) {
        this.warehouse = warehouse;
        this.file = warehouse.resolve("CURRENT");
        this.link = warehouse.resolve("current");
    }

    /** The id it names; empty before the first release. Garbled it names none that there is. */
    Optional<String> read() {
        try {
            return Files.exists(file)
                    ? Optional.of(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                            .strip()
                            .replaceAll("[^\\w-]", "?"))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names another release, in one step for every reader. */
    void point(String id) throws IOException {
        Path next = warehouse.resolve("CURRENT.tmp");
        Files.writeString(next, id + "\n", StandardCharsets.UTF_8);
        Disk.force(next);
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        link(id);
        Disk.force(warehouse);
    }

    /** A convenience only: where names do not tell case, or links are not allowed, there is none. */
    private void link(String id) throws IOException {
        if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(link)) {
            return;
        }
        Path next = warehouse.resolve("current.tmp");
        try {
            Files.deleteIfExists(next);
            Files.createSymbolicLink(next, Path.of("releases", id));
        } catch (UnsupportedOperationException | IOException | SecurityException e) {
            System.getLogger(CurrentPointer.class.getName())
                    .log(System.Logger.Level.DEBUG, "no link to the current release", e);
            return;
        }
        Files.move(next, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
