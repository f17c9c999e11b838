package tongcang.warehouse.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import tongcang.InvalidFileException;
import tongcang.Severity;
import tongcang.warehouse.database.Duck;
import tongcang.warehouse.database.WarehouseException;

/**
 * The audit rules: each file is one SELECT with the columns rule, severity, submission_id, department_name, place, found,
 * expected, message. What it finds is numbered in the order of submission, place, found and message.
 */
final class AuditRules {
    /** Between the name of a rule's file and the number of what it found; no finding of a reader has it. */
    private static final String NUMBER = "#";

    private static final List<String> SEVERITIES =
            Stream.of(Severity.values()).map(Severity::name).toList();

    private AuditRules() {}

    /**
     * Adds what the rules of a folder find.
     *
     * @throws InvalidFileException where a rule does not run
     */
    static void run(Duck duck, Path rules) {
        for (Path rule : files(rules)) {
            run(duck, rule.getFileName().toString(), Duck.statements(text(rule) + "\n"));
        }
        duck.run("CHECKPOINT");
    }

    /** Takes back what rules found in the release that a build goes on from. */
    static void forget(Duck duck) {
        duck.run("DELETE FROM fact_finding WHERE contains(finding_id, " + Duck.literal(NUMBER) + ")");
    }

    private static void run(Duck duck, String file, List<String> statements) {
        String name = file.replace(".sql", "");
        if (statements.size() != 1) {
            throw wrong(file, "there are " + statements.size() + " statements; expected one SELECT");
        }
        try {
            duck.run("INSERT INTO fact_finding SELECT " + Duck.literal(name + NUMBER)
                    + " || row_number() OVER (ORDER BY submission_id, place, found, message), rule, severity,"
                    + " submission_id, department_name, place, found, expected, message, 1 FROM (" + statements.get(0)
                    + ") ORDER BY submission_id, place, found, message");
        } catch (WarehouseException e) {
            throw wrong(file, String.valueOf(e.getMessage()));
        }
        duck.query("SELECT DISTINCT severity FROM fact_finding ORDER BY 1", r -> r.getString(1)).stream()
                .filter(severity -> !SEVERITIES.contains(severity))
                .findFirst()
                .ifPresent(unknown -> {
                    throw wrong(file, "severity '" + unknown + "'; expected one of " + SEVERITIES);
                });
    }

    private static InvalidFileException wrong(String file, String what) {
        return new InvalidFileException("seeds/rules/" + file, 0, what);
    }

    private static String text(Path rule) {
        try {
            return Files.readString(rule);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path rules) {
        if (!Files.isDirectory(rules)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(rules)) {
            return files.filter(f -> f.toString().endsWith(".sql")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
