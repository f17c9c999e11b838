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

/** The submissions of a ledger as they were taken in, with what became of each in its newest reading. */
public final class LedgerSubmissions implements AutoCloseable {
    /** What the intake told of a file's name or its likes, which no reading of it knows; it refuses nothing. */
    private static final String NOTES = """
            SELECT submission_id, rule, words, found, expected, message
            %s
            SEMI JOIN (FROM reading WHERE is_newest) r USING (submission_id, run)
            WHERE starts_with(rule, 'intake.') AND severity = 'INFO'
            ORDER BY submission_id, finding_no
            """;

    private final NewestReadings ledger;

    /**
     * Reads the ledger in this folder; one that is not there has none.
     *
     * @param temporary folder for what lies there meanwhile
     */
    public LedgerSubmissions(Path ledger, Path temporary) throws IOException {
        Files.createDirectories(temporary);
        this.ledger = new NewestReadings(ledger, Files.createTempDirectory(temporary, "submissions"));
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
        if (ledger.isEmpty()) {
            return List.of();
        }
        Map<String, List<Finding>> notes = notes();
        return ledger.duck()
                .query(
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
        ledger.duck()
                .query(
                        NOTES.formatted(ledger.rows("finding")),
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
        if (ledger.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(ledger.duck()
                .query(
                        "SELECT DISTINCT submission_id FROM " + ledger.rows(table, column)
                                + " SEMI JOIN (FROM reading WHERE is_newest) r USING (submission_id, run) WHERE "
                                + column + " = " + Duck.literal(value),
                        r -> r.getString(1)));
    }

    @Override
    public void close() throws IOException {
        ledger.close();
    }
}
