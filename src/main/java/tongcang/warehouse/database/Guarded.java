package tongcang.warehouse.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks a file what a person wrote: one SELECT, in time, on a connection that can neither write nor reach other files. A
 * query that the engine cannot be torn from (one call may take minutes) is left behind in its thread, which no end of the
 * process waits for; until then its file cannot be opened for writing in this process under the same name.
 */
public final class Guarded implements AutoCloseable {
    /** How long a query may take to end once it was cancelled. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final long STEP_MILLIS = 50;

    private final Duck duck;
    private final Brake brake;

    /** Opens nothing: only the form of queries can be looked at. */
    public Guarded() {
        this.brake = new Brake();
        this.duck = Duck.overNothing();
    }

    /** Opens a released file. */
    public Guarded(Path file) {
        this.brake = new Brake();
        this.duck = Duck.reading(file);
    }

    /** Opens a file with what the engine may use; the brake of {@code settings} ends what is asked. */
    public Guarded(Path file, Settings settings) {
        this.brake = settings.brake();
        this.duck = Duck.reading(file, settings);
    }

    /**
     * Asks, and hands over the answer before its first row.
     *
     * @throws WarehouseException if it is not exactly one SELECT, the engine refuses it, or it takes longer
     * @throws StoppedException if the brake was pulled
     */
    public <T> T ask(String sql, Duration limit, Duck.Answer<T> whole) {
        requireOneSelect(sql);
        return timed(sql, limit, lane -> lane.ask(sql, whole));
    }

    /**
     * The columns of an answer, before it is asked for.
     *
     * @throws WarehouseException if it is not exactly one SELECT, or the engine refuses it
     */
    public List<String> columns(String sql, Duration limit) {
        requireOneSelect(sql);
        return timed(sql, limit, lane -> lane.columns(sql));
    }

    /** Something that is asked on a connection of its own. */
    private interface Question<T> {
        T on(Duck lane);
    }

    private <T> T timed(String sql, Duration limit, Question<T> question) {
        Brake own = new Brake();
        FutureTask<T> answer = new FutureTask<>(() -> {
            try (Duck lane = duck.another(own)) {
                return question.on(lane);
            }
        });
        start(answer);
        if (isDone(answer, limit)) {
            return result(answer);
        }
        // a statement that is still being planned lets nobody cancel it before it is
        start(own::pull);
        isDone(answer, brake.isOpen() ? GRACE : Duration.ZERO);
        brake.check();
        throw new WarehouseException("超过时限 " + limit.toSeconds() + " 秒，已中止", sql);
    }

    /**
     * Leaves the parsing to the engine: it knows best where one statement ends and another begins.
     *
     * @throws WarehouseException if it is not exactly one SELECT
     */
    public void requireOneSelect(String sql) {
        String parsed = "(SELECT json_serialize_sql(" + Duck.literal(sql) + ") AS parsed)";
        String problem = duck.query(
                        "SELECT CASE WHEN (parsed->>'error')::BOOLEAN THEN CASE parsed->>'error_type'"
                                + " WHEN 'not implemented' THEN '应为一条 SELECT，实为别的语句'"
                                + " ELSE '语法错误：' || (parsed->>'error_message') END"
                                + " WHEN json_array_length(parsed, '$.statements') <> 1 THEN '应为一条 SELECT，实为 '"
                                + " || json_array_length(parsed, '$.statements') || ' 条语句' ELSE '' END FROM " + parsed,
                        row -> row.getString(1))
                .get(0);
        if (!problem.isEmpty()) {
            throw new WarehouseException(problem, sql);
        }
    }

    private static void start(Runnable work) {
        Thread worker = new Thread(work, "guarded");
        worker.setDaemon(true);
        worker.start();
    }

    /** Waits so long, and no longer than until the brake is pulled. */
    private <T> boolean isDone(FutureTask<T> answer, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            boolean done = answer.isDone();
            while (!done && brake.isOpen() && System.nanoTime() < end) {
                done = isDoneAfterAStep(answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return answer.isDone();
    }

    private static boolean isDoneAfterAStep(FutureTask<?> answer) throws InterruptedException {
        try {
            answer.get(STEP_MILLIS, TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return answer.isDone();
        }
    }

    private static <T> T result(FutureTask<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            @Nullable Throwable cause = e.getCause();
            if (cause instanceof RuntimeException refused) {
                throw refused;
            }
            throw new IllegalStateException(cause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }

    @Override
    public void close() {
        duck.close();
    }
}
