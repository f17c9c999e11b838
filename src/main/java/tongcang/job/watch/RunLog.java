package tongcang.job.watch;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.FileAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * The log of one run: JSON lines in {@code warehouse/logs/TIME-JOB.jsonl}. While it is open nothing is logged to the
 * console, which is for progress and summary.
 */
public final class RunLog implements AutoCloseable {
    /** Logs that are kept: more than a year of nights. */
    private static final int KEPT = 400;

    private static final String CONSOLE = "stderr";
    private static final String HOUSE = "tongcang";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Path file;
    private final Logger root;
    private final Appender<ILoggingEvent> appender;
    private final @Nullable Appender<ILoggingEvent> console;

    private RunLog(Path file, Logger root, Appender<ILoggingEvent> appender) {
        this.file = file;
        this.root = root;
        this.appender = appender;
        this.console = root.getAppender(CONSOLE);
    }

    /**
     * Opens the log of a run that begins now.
     *
     * @param level of the program's own messages; libraries are heard from WARN on
     */
    public static RunLog open(Path warehouse, String job, LogLevel level) throws IOException {
        Path folder = Files.createDirectories(warehouse.resolve("logs"));
        prune(folder);
        // Spring Boot would set up logging anew and drop this file.
        System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        RunLog log = new RunLog(
                folder.resolve(TIME.format(Instant.now()) + "-" + job + ".jsonl"),
                context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME),
                new FileAppender<>());
        log.start(context, level);
        return log;
    }

    private void start(LoggerContext context, LogLevel level) {
        JsonEncoder lines = new JsonEncoder();
        lines.setContext(context);
        lines.setWithFormattedMessage(true);
        lines.setWithMessage(false);
        lines.setWithArguments(false);
        lines.setWithContext(false);
        lines.setWithSequenceNumber(false);
        lines.start();
        FileAppender<ILoggingEvent> out = (FileAppender<ILoggingEvent>) appender;
        out.setContext(context);
        out.setFile(file.toString());
        out.setEncoder(lines);
        out.start();
        root.setLevel(Level.WARN);
        root.addAppender(out);
        if (console != null) {
            root.detachAppender(console);
        }
        context.getLogger(HOUSE).setLevel(Level.valueOf(level.name()));
    }

    /** Where it is written. */
    public Path file() {
        return file;
    }

    private static void prune(Path folder) throws IOException {
        try (Stream<Path> logs = Files.list(folder)) {
            List<Path> oldestFirst =
                    logs.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList();
            for (Path old : oldestFirst.subList(0, Math.max(0, oldestFirst.size() - KEPT + 1))) {
                Files.deleteIfExists(old);
            }
        }
    }

    @Override
    public void close() {
        root.detachAppender(appender);
        appender.stop();
        if (console != null) {
            root.addAppender(console);
        }
        root.setLevel(Level.ERROR);
        root.getLoggerContext().getLogger(HOUSE).setLevel(null);
    }
}
