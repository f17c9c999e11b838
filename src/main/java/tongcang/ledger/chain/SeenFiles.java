package tongcang.ledger.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Files that had the bytes they should have when they were last hashed. Only a saving: without it all are hashed.
 *
 * @param full when all of them were hashed at once
 * @param head hash of the chain's last link then; empty where there was none
 * @param stamps of each file its name and hash with size, times and inode
 */
public record SeenFiles(Instant full, String head, Set<String> stamps) {
    /** Nothing was ever hashed. */
    public static final SeenFiles NONE = new SeenFiles(Instant.EPOCH, "", Set.of());

    public SeenFiles {
        stamps = Set.copyOf(stamps);
    }

    /** Reads what the last check wrote; what is missing or garbled is as if nothing was ever hashed. */
    public static SeenFiles read(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return new SeenFiles(
                    Instant.parse(lines.get(0)), lines.get(1), new HashSet<>(lines.subList(2, lines.size())));
        } catch (IOException | DateTimeParseException | IndexOutOfBoundsException e) {
            return NONE;
        }
    }

    /** Writes it for the next check. */
    public void write(Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(unfinished, full + "\n" + head + "\n" + String.join("\n", stamps) + "\n");
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** What tells a file that nobody touched since; change time and inode where the system has them. */
    static String stamp(Path file, Link.Part part) throws IOException {
        boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        if (unix) {
            Map<String, Object> found = Files.readAttributes(file, "unix:size,lastModifiedTime,ctime,ino");
            return String.join(
                    "\t",
                    part.file(),
                    part.sha256(),
                    String.valueOf(found.get("size")),
                    String.valueOf(found.get("lastModifiedTime")),
                    String.valueOf(found.get("ctime")),
                    String.valueOf(found.get("ino")));
        }
        BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
        return String.join(
                "\t",
                part.file(),
                part.sha256(),
                String.valueOf(found.size()),
                String.valueOf(found.lastModifiedTime()),
                String.valueOf(found.creationTime()));
    }
}
