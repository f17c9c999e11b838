package tongcang.job.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongcang.InvalidFileException;
import tongcang.job.watch.RunRecord;

/** What the schedule at work tells those who ask it. */
class SchedulerTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();

    @TempDir
    private Path root = Path.of("");

    private String job = "";
    private int port;
    private Scheduler scheduler = new Scheduler(root, null);
    private Thread running = new Thread();
    private final CountDownLatch begun = new CountDownLatch(1);

    @BeforeEach
    void aProject() throws IOException {
        Files.createDirectories(root.resolve("jobs"));
        job = Files.readString(ROOT.resolve("jobs/nightly.yml"))
                .replace(
                        "seeds: seeds ",
                        "seeds: " + ROOT.resolve("seeds").toString().replace('\\', '/') + " ")
                .replaceFirst("(?s)reports:\n.*?\n\n", "reports: []\n\n");
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
    }

    @AfterEach
    void stops() throws InterruptedException {
        scheduler.stop();
        running.join();
    }

    @Test
    void whereNoJobCanRunItIsDownAndTheFileIsNamed() throws IOException, InterruptedException {
        Files.writeString(root.resolve("jobs/nightly.yml"), job, Charset.forName("GBK"));
        starts();

        HttpResponse<String> health = getUntil("/health", "broken\":{\"");
        assertThat(health.statusCode()).isEqualTo(503);
        assertThat(health.body()).contains("DOWN", "nightly.yml", "UTF-8");
        assertThat(getUntil("/metrics", "tongcang_jobs_broken 1").body()).contains("tongcang_jobs_broken 1.0");
    }

    @Test
    void theLastGoodRunIsToldBeforeTheFirstOfThisProcess() throws IOException, InterruptedException {
        Files.writeString(root.resolve("jobs/nightly.yml"), job);
        RunRecord.append(
                root.resolve("warehouse/state"),
                new RunRecord("a", "nightly", "2023-07-20T01:30:00Z", "2023-07-20T01:31:00Z", "RELEASED", "r", 1));
        starts();

        assertThat(getUntil("/metrics", "success").body())
                .contains("tongcang_run_success_seconds{job_name=\"nightly\"} 1.68981666E9");
        assertThat(getUntil("/health", "UP").statusCode()).isEqualTo(200);
    }

    @Test
    void aJobThatRunsForTheFirstTimeIsRunningAndNotFailed() throws IOException, InterruptedException {
        Files.writeString(root.resolve("jobs/nightly.yml"), job.replace("0 30 1 * * *", "* * * * * *"));
        starts();

        assertThat(getUntil("/health", "\"nightly\":\"RUNNING\"").statusCode()).isEqualTo(200);
    }

    private void starts() throws InterruptedException {
        scheduler = new Scheduler(root, null);
        running = new Thread(() -> {
            try {
                scheduler.run(port, line -> begun.countDown());
            } catch (IOException e) {
                throw new InvalidFileException("port " + port, 0, String.valueOf(e.getMessage()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        running.start();
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
    }

    /** The first answer that holds a text; after a while the last one, whatever it holds. */
    private HttpResponse<String> getUntil(String path, String text) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .build();
        HttpResponse<String> answer;
        int asked = 0;
        do {
            TimeUnit.MILLISECONDS.sleep(20);
            answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        } while (!answer.body().contains(text) && ++asked < 500);
        return answer;
    }
}
