package tongcang.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tongcang.support.Sha256;

/**
 * The delivered files themselves (原件), each once, under the SHA-256 of its bytes, so that it can be read again when it is
 * no longer in the input folder. They can be read only, and by their owner alone.
 *
 * <pre>
 * sources/ab/abcdef...
 * </pre>
 *
 * They are copies: a link would change with a file that somebody edits in place.
 */
public final class Sources {
    /** The folder's name, in a warehouse and in a backup of its ledger. */
    public static final String FOLDER = "sources";

    private static final Set<StandardOpenOption> NEW = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

    private static final String HASH = "[0-9a-f]{64}";

    private final Path folder;

    /** Those below a folder; one that is not there has none. */
    public Sources(Path folder) {
        this.folder = folder;
    }

    /** Where the file of a hash is kept, or would be. */
    public Path file(String sha256) {
        if (!sha256.matches(HASH)) {
            throw new IllegalArgumentException(sha256 + " is no SHA-256");
        }
        return folder.resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    /** Whether a file of this hash is kept; its bytes are not looked at. */
    public boolean has(String sha256) {
        return Files.isRegularFile(file(sha256));
    }

    /** Whether the file that is kept under a hash has it. */
    public boolean isSound(String sha256) throws IOException {
        return has(sha256) && Sha256.of(file(sha256)).equals(sha256);
    }

    /**
     * Keeps a copy of a file, in place of one that is there. A kill leaves none or the whole.
     *
     * @return whether the file has that hash; else nothing is kept
     */
    public boolean keep(Path file, String sha256) throws IOException {
        Path kept = file(sha256);
        Path unfinished = kept.resolveSibling("." + sha256 + ".tmp");
        Files.createDirectories(kept.getParent());
        MessageDigest digest = Sha256.digest();
        try {
            Files.deleteIfExists(unfinished);
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest);
                    OutputStream out =
                            Channels.newOutputStream(Files.newByteChannel(unfinished, NEW, ownersAlone(unfinished)))) {
                in.transferTo(out); // not forced to the disk: it is hashed again before it is read
            }
            if (!HexFormat.of().formatHex(digest.digest()).equals(sha256)) {
                return false;
            }
            if (!unfinished.toFile().setReadOnly()) {
                throw new IOException(unfinished + " cannot be made read-only");
            }
            Files.move(unfinished, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return true;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** A department's file is not to be read by more people here than where it was laid. */
    private static FileAttribute<?>[] ownersAlone(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    /**
     * Deletes what is kept under a hash.
     *
     * @return whether there was anything
     */
    public boolean purge(String sha256) throws IOException {
        Path kept = file(sha256);
        if (!Files.exists(kept)) {
            return false;
        }
        kept.toFile().setWritable(true); // Windows deletes nothing that can be read only
        Files.delete(kept);
        return true;
    }

    /** The hashes of all that is kept. */
    public Set<String> hashes() throws IOException {
        if (!Files.isDirectory(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.walk(folder, 2)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.matches(HASH))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /**
     * Brings a backup's copy up to date: it has what is wanted, and nothing else. What it has and this one lacks stays there.
     *
     * @param wanted hashes of what the ledger's submissions were
     * @return how many files were copied
     */
    int copyTo(Sources copy, Set<String> wanted) throws IOException {
        int copied = 0;
        for (String hash : new TreeSet<>(wanted)) {
            copied += has(hash) && !copy.has(hash) && copy.keep(file(hash), hash) ? 1 : 0;
        }
        for (String hash : copy.hashes()) {
            if (!wanted.contains(hash)) {
                copy.purge(hash);
            }
        }
        return copied;
    }

    /**
     * Takes back from a backup's copy what is wanted and missing or damaged.
     *
     * @return the hashes of what was
     */
    Set<String> restore(Sources copy, Set<String> wanted) throws IOException {
        Set<String> restored = new TreeSet<>();
        for (String hash : wanted) {
            if (!isSound(hash) && copy.has(hash) && keep(copy.file(hash), hash)) {
                restored.add(hash);
            }
        }
        return restored;
    }
}
