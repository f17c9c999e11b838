package tongcang.support;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Waits for work that another thread does; what that threw is thrown here, as it is. */
public final class Await {
    private Await() {}

    /**
     * What the work comes to.
     *
     * @throws IOException as the work throws it, or if this thread is interrupted; unchecked exceptions and errors pass too
     */
    public static <T> T result(Future<T> work) throws IOException {
        try {
            return work.get();
        } catch (InterruptedException e) {
            throw interrupted();
        } catch (ExecutionException e) {
            throw thrown(e);
        }
    }

    /** Begins nothing more, and returns when what was begun is over: nothing goes on behind its caller. */
    public static void end(ExecutorService workers) {
        workers.shutdownNow();
        boolean interrupted = false;
        boolean over = false;
        while (!over) {
            try {
                over = workers.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    static IOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("interrupted while waiting for work to be done");
    }

    static IOException thrown(ExecutionException failure) {
        Throwable cause = failure.getCause();
        if (cause instanceof RuntimeException bug) {
            throw bug;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof IOException io ? io : new IOException(cause);
    }
}
