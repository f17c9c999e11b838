package tongcang.support;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Work that may take only so long: a file that hangs its reader is given up, and the run goes on. */
public final class TimeLimit {
    /** The threads never hold the process: one that hangs is left behind. */
    private static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "reading");
        thread.setDaemon(true);
        return thread;
    });

    private TimeLimit() {}

    /**
     * Does the work on a thread of its own and waits for it.
     *
     * @throws TimeoutException if it is not done in time; it is interrupted then and no longer waited for
     * @throws IOException as the work throws it; its unchecked exceptions and errors pass as they are
     */
    public static <T> T within(Duration time, Callable<T> work) throws TimeoutException, IOException {
        Future<T> result = THREADS.submit(work);
        try {
            return result.get(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            result.cancel(true);
            throw e;
        } catch (InterruptedException e) {
            result.cancel(true);
            throw Await.interrupted();
        } catch (ExecutionException e) {
            throw Await.thrown(e);
        }
    }
}
