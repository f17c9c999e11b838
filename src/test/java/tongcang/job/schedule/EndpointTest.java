package tongcang.job.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What the schedule answers on the loopback address. */
class EndpointTest {

    @Test
    void healthAndMetricsAreAnsweredOnTheLoopbackAddressAlone() throws IOException, InterruptedException {
        AtomicBoolean up = new AtomicBoolean(true);
        try (Endpoint endpoint = Endpoint.open(
                freePort(),
                () -> new Endpoint.Health(
                        up.get(), Map.of("nightly", "RUNNING"), Map.of("jobs/other.yml", "is not UTF-8")),
                () -> "tongcang_overdue 1.0\n")) {
            assertThat(endpoint.address()).startsWith("http://127.0.0.1:");
            assertThat(get(endpoint, "/health").statusCode()).isEqualTo(200);
            assertThat(get(endpoint, "/health").body()).contains("\"UP\"", "\"nightly\":\"RUNNING\"", "jobs/other.yml");
            assertThat(get(endpoint, "/metrics").body()).isEqualTo("tongcang_overdue 1.0\n");
            assertThat(get(endpoint, "/health/../etc").statusCode()).isEqualTo(404);
            up.set(false);
            assertThat(get(endpoint, "/health").statusCode()).isEqualTo(503);
        }
    }

    private static int freePort() throws IOException {
        try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static HttpResponse<String> get(Endpoint endpoint, String path) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(endpoint.address() + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
