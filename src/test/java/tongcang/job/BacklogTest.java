package tongcang.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Many small files may wait to be written, large ones not; the one that is waited for always gets in. */
class BacklogTest {
    private final Backlog backlog = new Backlog(100);

    @Test
    void aFileIsReadAheadAsLongAsThereIsRoom() {
        backlog.add(99);

        assertThatCode(() -> backlog.enter(7)).doesNotThrowAnyException();
    }

    @Test
    void beyondThatItWaitsUntilSomethingIsWritten() throws Exception {
        backlog.add(1000);
        CompletableFuture<Void> late = CompletableFuture.runAsync(() -> enter(7));
        TimeUnit.MILLISECONDS.sleep(50);
        assertThat(late).isNotDone();

        backlog.remove(1000);
        late.get(5, TimeUnit.SECONDS);
    }

    @Test
    void theFileThatIsWaitedForGoesOnHoweverMuchWaitsBehindIt() throws Exception {
        backlog.add(1000);
        CompletableFuture<Void> next = CompletableFuture.runAsync(() -> enter(3));
        backlog.await(3);

        next.get(5, TimeUnit.SECONDS);
    }

    private void enter(int index) {
        try {
            backlog.enter(index);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
