package tongcang.warehouse.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tongcang.Finding;
import tongcang.Provenance;
import tongcang.Severity;
import tongcang.Submission;
import tongcang.warehouse.database.Duck;
import tongcang.warehouse.database.Settings;

/** The submissions of a ledger as they were taken in, with what became of each in its newest reading. */
public final class LedgerSubmissions implements AutoCloseable {
    /** What the intake told of a file's name or its likes, which no reading of it knows; it refuses nothing. */
    private static final String NOTES = """
            SELECT submission_id, rule, words, found, expected, message
            FROM read_parquet(%s, hive_partitioning = true, hive_types_autocast = false, union_by_name = true)
            SEMI JOIN (FROM reading WHERE is_newest) r USING (submission_id, run)
            WHERE starts_with(rule, 'intake.') AND severity = 'INFO'
            ORDER BY submission_id, finding_no
            """;

    private final Path ledger;
    private final Path scratch;
    private final Duck duck;
    private final boolean empty;

    /**
     * Reads the ledger in this folder; one that is not there has none.
     *
     * @param temporary folder for what lies there meanwhile
     */
    public LedgerSubmissions(Path ledger, Path temporary) throws IOException {
        this.ledger = ledger;
        Files.createDirectories(temporary);
        this.scratch = Files.createTempDirectory(temporary, "submissions");
        this.duck = Duck.writing(scratch.resolve("submissions.duckdb"), new Settings("512MB", 1, scratch));
        this.empty = duck.number("SELECT count(*) FROM glob(" + parts("submission") + ")") == 0;
        if (!empty) {
            duck.script("readings.sql", Map.of("ledger", Duck.pattern(ledger)));
        }
    }

    private String parts(String table) {
        return Duck.literal(Duck.pattern(ledger) + "/run=*/" + table + "-*.parquet");
    }

    /**
     * A submission.
     *
     * @param outcome of its newest reading: {@code taken}, {@code refused}, {@code empty}
     * @param notes what the intake told of it
     */
    public record Known(Submission submission, String outcome, List<Finding> notes) {
        public Known {
            notes = List.copyOf(notes);
        }
    }

    /** All of them, by day and path. Those that were withdrawn have no rows. */
    public List<Known> all() {
        if (empty) {
            return List.of();
        }
        Map<String, List<Finding>> notes = notes();
        return duck.query(
                "SELECT submission_id, path, department, received, sha256, size_bytes, kind, outcome FROM reading"
                        + " WHERE is_newest ORDER BY received, path, submission_id",
                r -> known(r, notes));
    }

    private static Known known(ResultSet row, Map<String, List<Finding>> notes) throws SQLException {
        Submission submission = new Submission(
                row.getString("submission_id"),
                row.getString("path"),
                row.getString("department"),
                row.getObject("received", LocalDate.class),
                row.getString("sha256"),
                row.getLong("size_bytes"),
                Submission.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)));
        return new Known(submission, row.getString("outcome"), notes.getOrDefault(submission.id(), List.of()));
    }

    private Map<String, List<Finding>> notes() {
        Map<String, List<Finding>> notes = new HashMap<>();
        duck.query(
                NOTES.formatted(parts("finding")),
                r -> notes.computeIfAbsent(r.getString("submission_id"), id -> new ArrayList<>())
                        .add(new Finding(
                                r.getString("rule"),
                                Severity.INFO,
                                new Provenance.WholeFile(r.getString("words")),
                                r.getString("found"),
                                r.getString("expected"),
                                r.getString("message"))));
        return notes;
    }

    /** Ids of those whose newest reading has the layout of this fingerprint. */
    public Set<String> withLayout(String fingerprint) {
        return ids("figure", "layout", fingerprint);
    }

    /** Ids of those whose newest reading has a finding of this rule. */
    public Set<String> withFinding(String rule) {
        return ids("finding", "rule", rule);
    }

    private Set<String> ids(String table, String column, String value) {
        if (empty) {
            return Set.of();
        }
        // parts that were written before a column was kept have it not
        return new HashSet<>(duck.query(
                "SELECT DISTINCT submission_id FROM (FROM read_parquet(" + parts(table)
                        + ", hive_partitioning = true, hive_types_autocast = false, union_by_name = true) UNION ALL BY NAME"
                        + " SELECT NULL::VARCHAR AS " + column + " WHERE false)"
                        + " SEMI JOIN (FROM reading WHERE is_newest) r USING (submission_id, run) WHERE " + column
                        + " = "
                        + Duck.literal(value),
                r -> r.getString(1)));
    }

    @Override
    public void close() throws IOException {
        duck.close();
        Files.deleteIfExists(scratch.resolve("submissions.duckdb.wal"));
        Files.deleteIfExists(scratch.resolve("submissions.duckdb"));
        Files.deleteIfExists(scratch);
    }
}
