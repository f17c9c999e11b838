package tongcang.warehouse.release;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What it takes for a file to be on the disk, and to be the one that was meant. */
public final class Disk {
    private Disk() {}

    /** Forces a file or a folder's entries to the disk. Windows forces no folders. */
    static void force(Path path) throws IOException {
        boolean folder = Files.isDirectory(path);
        if (folder && !path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        try (FileChannel channel =
                FileChannel.open(path, folder ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    /** Forces all files below a folder, then their folders. */
    static void forceAll(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                force(path);
            }
        }
    }

    /** Takes away the right to write the files below a folder; who owns them can give it back, but not by mistake. */
    static void protect(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (!file.toFile().setReadOnly()) {
                    System.getLogger(Disk.class.getName())
                            .log(System.Logger.Level.DEBUG, "{0} stays writable: its disk knows no such right", file);
                }
            }
        }
    }

    /** Deletes a folder with all that is in it, or does nothing where there is none. */
    public static void delete(Path tree) throws IOException {
        if (!Files.exists(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> all = Files.walk(tree)) {
            boolean posix = tree.getFileSystem().supportedFileAttributeViews().contains("posix");
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                if (!posix && !path.toFile().setWritable(true)) {
                    throw new IOException(path + " is read-only");
                }
                Files.delete(path);
            }
        }
    }

    /** Whether a file is there and has the bytes of that hash. */
    static boolean isSame(Path file, String sha256) {
        try {
            return Files.exists(file) && sha256(file).equals(sha256);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String sha256(Path file) throws IOException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
