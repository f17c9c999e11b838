package tongcang.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import tongcang.workbook.file.Scratch;

/** The folder of a run's temporary files: in the warehouse, this user's alone, empty before the run and gone behind it. */
final class Temporary implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Temporary.class);

    private final Path folder;

    private Temporary(Path folder) {
        this.folder = folder;
    }

    /** Makes it; what a killed run left there is deleted. */
    static Temporary open(Path folder) throws IOException {
        FileSystemUtils.deleteRecursively(folder);
        Files.createDirectories(folder);
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        Scratch.in(folder);
        return new Temporary(folder);
    }

    /** What a reader that was given up still holds there goes before the next run. */
    @Override
    public void close() {
        Scratch.anywhere();
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            LOG.warn("temporary files stay in {}", folder, e);
        }
    }
}
