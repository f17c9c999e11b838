package tongcang.warehouse.release;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** The folders of releases: one is there whole, or not at all. What begins with a dot is unfinished, or about to go. */
final class ReleaseFolders {
    static final String MANIFEST = "manifest.json";

    private final Path folder;

    ReleaseFolders(Path folder) {
        this.folder = folder;
    }

    Path of(String id) {
        return folder.resolve(id);
    }

    /** The ids of all releases, by name: oldest day first. */
    List<String> ids() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> Files.exists(f.resolve(MANIFEST)))
                    .map(f -> f.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An empty folder for a release that nobody sees yet; what killed runs left is deleted. */
    Path begin(String id) throws IOException {
        Files.createDirectories(folder);
        try (Stream<Path> all = Files.list(folder)) {
            for (Path remains :
                    all.filter(f -> f.getFileName().toString().startsWith(".")).toList()) {
                Disk.delete(remains);
            }
        }
        return Files.createDirectories(unfinished(id));
    }

    /** From here on the release is there, in place of an older one of that id. */
    void finish(String id) throws IOException {
        Disk.forceAll(unfinished(id));
        Disk.protect(unfinished(id));
        if (Files.exists(of(id))) {
            remove(id);
        }
        Files.move(unfinished(id), of(id), StandardCopyOption.ATOMIC_MOVE);
        Disk.force(folder);
    }

    /** Whether a release is gone now: on Windows one that a reader holds cannot be deleted. */
    boolean isRemoved(String id) {
        try {
            remove(id);
            return true;
        } catch (IOException e) {
            System.getLogger(Releases.class.getName())
                    .log(System.Logger.Level.WARNING, "release " + id + " stays: it cannot be deleted", e);
            return false;
        }
    }

    private Path unfinished(String id) {
        return folder.resolve("." + id);
    }

    private void remove(String id) throws IOException {
        Path gone = folder.resolve(".gone-" + id);
        Disk.delete(gone);
        Files.move(of(id), gone, StandardCopyOption.ATOMIC_MOVE);
        Disk.delete(gone);
    }
}
