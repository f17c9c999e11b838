package tongcang.job.schedule;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers {@code /health} and {@code /metrics} on the loopback address; nobody outside the machine can reach it, nor a web page
 * whose name leads there. A client that is slow with its request hinders no other, and is cut off.
 */
final class Endpoint implements AutoCloseable {
    /** Requests that are answered, or waited for, at once. */
    private static final int THREADS = 16;

    /** How long a request, and its answer, may take, in seconds. */
    static final int SECONDS = 5;

    private static final Pattern LOOPBACK = Pattern.compile("(?i)(127(\\.\\d{1,3}){3}|localhost|\\[::1])(:\\d{1,5})?");
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int MISDIRECTED = 421;

    private final @Nullable HttpServer server;
    private final ExecutorService threads;

    private Endpoint(@Nullable HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
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
        ExecutorService threads = Executors.newFixedThreadPool(THREADS, work -> {
            Thread thread = new Thread(work, "endpoint");
            thread.setDaemon(true);
            return thread;
        });
        if (port == 0) {
            return new Endpoint(null, threads);
        }
        // the server of the JDK heeds these, and has no other way to be told
        System.setProperty("sun.net.httpserver.maxReqTime", String.valueOf(SECONDS));
        System.setProperty("sun.net.httpserver.maxRspTime", String.valueOf(SECONDS));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/health", exchange -> {
            Health now = health.get();
            answer(exchange, "/health", now.up() ? 200 : 503, "application/json", json(now));
        });
        server.createContext(
                "/metrics", exchange -> answer(exchange, "/metrics", 200, "text/plain; version=0.0.4", metrics.get()));
        server.setExecutor(threads);
        server.start();
        return new Endpoint(server, threads);
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
            int refused = refused(exchange, path);
            byte[] body = refused == 0 ? text.getBytes(StandardCharsets.UTF_8) : new byte[0];
            exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
            exchange.sendResponseHeaders(refused == 0 ? status : refused, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** The status of a request that is not answered; 0 for one that is. */
    private static int refused(HttpExchange exchange, String path) {
        String host = Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Host"), "");
        if (!LOOPBACK.matcher(host).matches()) {
            return MISDIRECTED;
        }
        if (!exchange.getRequestURI().getPath().equals(path)) {
            return NOT_FOUND;
        }
        return exchange.getRequestMethod().equals("GET") ? 0 : NOT_ALLOWED;
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
        threads.shutdownNow();
    }
}
