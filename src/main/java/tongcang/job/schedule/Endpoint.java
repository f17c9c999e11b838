package tongcang.job.schedule;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Answers {@code /health} and {@code /metrics} on the loopback address; nobody outside the machine can reach it. */
final class Endpoint implements AutoCloseable {
    private final @Nullable HttpServer server;

    private Endpoint(@Nullable HttpServer server) {
        this.server = server;
    }

    /**
     * How the schedule is.
     *
     * @param up whether every job can run and no job's last run failed
     * @param jobs of each job that ran how it ended last, or that it runs
     * @param broken what is wrong with the files of jobs, by file
     */
    record Health(boolean up, Map<String, String> jobs, Map<String, String> broken) {}

    /** Opens it on a port; 0 opens nothing. */
    static Endpoint open(int port, Supplier<Health> health, Supplier<String> metrics) throws IOException {
        if (port == 0) {
            return new Endpoint(null);
        }
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/health", exchange -> {
            Health now = health.get();
            answer(exchange, "/health", now.up() ? 200 : 503, "application/json", json(now));
        });
        server.createContext(
                "/metrics", exchange -> answer(exchange, "/metrics", 200, "text/plain; version=0.0.4", metrics.get()));
        server.start();
        return new Endpoint(server);
    }

    private static String json(Health health) {
        return JsonMapper.builder()
                .build()
                .writeValueAsString(Map.of(
                        "status",
                        health.up() ? "UP" : "DOWN",
                        "jobs",
                        new TreeMap<>(health.jobs()),
                        "broken",
                        new TreeMap<>(health.broken())));
    }

    private static void answer(HttpExchange exchange, String path, int status, String type, String text)
            throws IOException {
        try (exchange) {
            boolean known = exchange.getRequestURI().getPath().equals(path);
            boolean get = exchange.getRequestMethod().equals("GET");
            byte[] body = known && get ? text.getBytes(StandardCharsets.UTF_8) : new byte[0];
            exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
            exchange.sendResponseHeaders(!known ? 404 : !get ? 405 : status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Such as {@code http://127.0.0.1:9464}; empty where nothing is open. */
    String address() {
        return server == null
                ? ""
                : "http://" + server.getAddress().getAddress().getHostAddress() + ":"
                        + server.getAddress().getPort();
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
    }
}
