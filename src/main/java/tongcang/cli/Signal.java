package tongcang.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * While it is open, SIGTERM and Ctrl-C ask the work to stop and the process waits until it has; the exit status is then
 * 128 and the signal's number, as the Java machine has it.
 */
final class Signal implements AutoCloseable {
    /** A work that does not stop by then is cut off; it is built to bear that. */
    private static final int SECONDS = 60;

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    private Signal(Runnable stop) {
        this.hook = new Thread(() -> stop(stop), "signal");
    }

    /** Asks {@code stop}, again and again until this is closed, once the signal has come. */
    static Signal stops(Runnable stop) {
        Signal signal = new Signal(stop);
        Runtime.getRuntime().addShutdownHook(signal.hook);
        return signal;
    }

    private void stop(Runnable stop) {
        try {
            for (int tenths = 0; tenths < SECONDS * 10; tenths++) {
                stop.run();
                if (ended.await(100, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the process end. */
    @Override
    public void close() {
        ended.countDown();
        if (hook.getState() == Thread.State.NEW) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // the signal came in this very moment: the hook sees that the work has ended
            }
        }
    }
}
