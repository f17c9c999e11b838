package tongcang.workbook.file;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.util.TempFile;
import org.apache.poi.util.TempFileCreationStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Where parsers and writers of office files lay what they do not hold in memory. Their own choice is one folder for all users
 * of the machine, which belongs to whoever was first.
 */
public final class Scratch implements TempFileCreationStrategy {
    private final @Nullable Path folder;

    private Scratch(@Nullable Path folder) {
        this.folder = folder;
    }

    /** From now on it is this folder, which must be there; files in it can be read by this user alone. */
    public static void in(Path folder) {
        TempFile.setTempFileCreationStrategy(new Scratch(folder));
    }

    /** From now on each lies in the system's folder under a name that nobody can foresee. */
    public static void anywhere() {
        TempFile.setTempFileCreationStrategy(new Scratch(null));
    }

    @Override
    public File createTempFile(String prefix, String suffix) throws IOException {
        return (folder == null ? Files.createTempFile(prefix, suffix) : Files.createTempFile(folder, prefix, suffix))
                .toFile();
    }

    @Override
    public File createTempDirectory(String prefix) throws IOException {
        return (folder == null ? Files.createTempDirectory(prefix) : Files.createTempDirectory(folder, prefix))
                .toFile();
    }
}
