package tongcang.job.watch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run a warehouse at a time. The operating system lets go of the lock when the process ends, however it ends; who
 * holds it stands in a file beside it.
 */
public final class RunLock implements AutoCloseable {
    private final FileChannel channel;

    private RunLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock; empty where another process holds it. */
    public static Optional<RunLock> take(Path state) throws IOException {
        Files.createDirectories(state);
        FileChannel channel = FileChannel.open(
                state.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ);
        @Nullable FileLock lock = tryLock(channel);
        if (lock == null) {
            channel.close();
            return Optional.empty();
        }
        String holder = "process " + ProcessHandle.current().pid() + " since "
                + Instant.now().truncatedTo(ChronoUnit.SECONDS) + "\n";
        // not in the locked file itself: Windows lets nobody read that
        Files.writeString(state.resolve("lock-holder"), holder, StandardCharsets.UTF_8);
        channel.write(ByteBuffer.wrap(new byte[] {'\n'}), 0);
        return Optional.of(new RunLock(channel));
    }

    /** Whether somebody holds the lock now; it is not taken. */
    public static boolean isHeld(Path state) throws IOException {
        Path file = state.resolve("lock");
        if (!Files.exists(file)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            return tryLock(channel) == null;
        }
    }

    /** Who holds the lock, or held it last. */
    public static String holder(Path state) throws IOException {
        Path holder = state.resolve("lock-holder");
        return Files.exists(holder)
                ? new String(Files.readAllBytes(holder), StandardCharsets.UTF_8).strip()
                : "an unknown process";
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
