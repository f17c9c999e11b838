package tongcang.warehouse.database;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import tongcang.support.Await;

/** Does independent pieces of work on one database, several at a time, each with a connection of its own. */
public final class Lanes {
    /** One piece of work. */
    public interface Work<P, R> {
        R on(Duck lane, P piece) throws IOException;
    }

    private final Duck duck;
    private final int count;

    /** So many lanes at most. */
    public Lanes(Duck duck, int count) {
        this.duck = duck;
        this.count = count;
    }

    /** What each piece comes to, in the order of the pieces; the first failure ends it, once all have stopped. */
    public <P, R> List<R> each(List<P> pieces, Work<P, R> work) throws IOException {
        ExecutorService lanes = Executors.newFixedThreadPool(count, Lanes::thread);
        try {
            List<Future<R>> running = new ArrayList<>();
            for (P piece : pieces) {
                running.add(lanes.submit(() -> {
                    try (Duck lane = duck.another()) {
                        return work.on(lane, piece);
                    }
                }));
            }
            List<R> results = new ArrayList<>();
            for (Future<R> result : running) {
                results.add(Await.result(result));
            }
            return results;
        } finally {
            Await.end(lanes);
        }
    }

    /** It does not keep a process alive whose main thread has died. */
    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "release");
        thread.setDaemon(true);
        return thread;
    }
}
