package tongcang.warehouse.database;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Ends statements from another thread: those that run, and any that would begin afterwards. */
public final class Brake {
    private final Set<Running> running = ConcurrentHashMap.newKeySet();
    private volatile boolean pulled;

    /** Ends what runs; asked again, it does no harm. */
    public void pull() {
        pulled = true;
        running.forEach(Running::cancel);
    }

    /** Whether statements are still let through. */
    public boolean isOpen() {
        return !pulled;
    }

    /**
     * Lets work go on.
     *
     * @throws StoppedException if it was pulled
     */
    public void check() {
        if (pulled) {
            throw new StoppedException();
        }
    }

    Running begin(Statement statement) {
        Running begun = new Running(statement);
        running.add(begun);
        return begun;
    }

    /** A statement under way; no cancel reaches the connection once it has ended. */
    final class Running implements AutoCloseable {
        private final Statement statement;
        private boolean ended;

        Running(Statement statement) {
            this.statement = statement;
        }

        private synchronized void cancel() {
            try {
                if (!ended) {
                    statement.cancel();
                }
            } catch (SQLException e) {
                System.getLogger(Brake.class.getName())
                        .log(System.Logger.Level.DEBUG, "a statement could not be cancelled", e);
            }
        }

        @Override
        public synchronized void close() {
            ended = true;
            running.remove(this);
        }
    }
}
