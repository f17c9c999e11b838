package tongcang.job.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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

    @Test
    void aClientThatSendsHalfARequestHindersNobodyAndIsCutOff() throws IOException, InterruptedException {
        try (Endpoint endpoint =
                        Endpoint.open(freePort(), () -> new Endpoint.Health(true, Map.of(), Map.of()), () -> "");
                Socket slow = socket(endpoint)) {
            slow.getOutputStream().write("GET /health HTTP/1.1\r\nHo".getBytes(StandardCharsets.US_ASCII));
            slow.setSoTimeout(10 * 1000 * Endpoint.SECONDS);

            assertThat(get(endpoint, "/health").statusCode()).isEqualTo(200);
            assertThat(slow.getInputStream().read()).isEqualTo(-1);
        }
    }

    @Test
    void aNameThatOnlyLeadsToThisMachineIsRefused() throws IOException {
        try (Endpoint endpoint =
                Endpoint.open(freePort(), () -> new Endpoint.Health(true, Map.of(), Map.of()), () -> "")) {
            assertThat(status(endpoint, "evil.example:9464")).contains(" 421 ");
            assertThat(status(endpoint, "127.0.0.1.evil.example")).contains(" 421 ");
            assertThat(status(endpoint, "")).contains(" 421 ");
            assertThat(status(endpoint, "localhost:9464")).contains(" 200 ");
            assertThat(status(endpoint, "[::1]")).contains(" 200 ");
        }
    }

    private static String status(Endpoint endpoint, String host) throws IOException {
        try (Socket socket = socket(endpoint)) {
            socket.getOutputStream()
                    .write(("GET /health HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    private static Socket socket(Endpoint endpoint) throws IOException {
        URI address = URI.create(endpoint.address());
        return new Socket(address.getHost(), address.getPort());
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
