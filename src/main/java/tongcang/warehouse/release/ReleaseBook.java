package tongcang.warehouse.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * The book of what was published, {@code state/released.txt}: a line {@code SHA256  ID} for each, with the hash of its
 * manifest. A release that was changed, its manifest with it, is another than the one in the book.
 */
final class ReleaseBook {
    private static final String BETWEEN = "  ";

    /** In place of a hash: what the release holds is not what the ledger gives. */
    private static final String DISOWNED = "not-of-the-ledger";

    private final Path file;

    ReleaseBook(Path file) {
        this.file = file;
    }

    /** Enters a release; published again, its last line counts. */
    void enter(String id, Path manifest) throws IOException {
        append(Disk.sha256(manifest) + BETWEEN + id);
    }

    /** Notes that a release was altered, whatever its manifest and this book said of it. */
    void disown(String id) throws IOException {
        append(DISOWNED + BETWEEN + id);
    }

    private void append(String line) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        Disk.force(file);
    }

    /** Whether a release was found to be altered. */
    boolean isDisowned(String id) {
        return hash(id).filter(DISOWNED::equals).isPresent();
    }

    /** Whether it has a line for a release. */
    boolean knows(String id) {
        return hash(id).isPresent();
    }

    /** Whether a release's manifest is the one that was published. */
    boolean isGenuine(String id, Path manifest) {
        return hash(id).filter(sha256 -> Disk.isSame(manifest, sha256)).isPresent();
    }

    private Optional<String> hash(String id) {
        return lines().stream()
                .filter(line -> line.endsWith(BETWEEN + id))
                .reduce((earlier, later) -> later)
                .map(line -> line.substring(0, line.length() - id.length() - BETWEEN.length()));
    }

    private List<String> lines() {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
