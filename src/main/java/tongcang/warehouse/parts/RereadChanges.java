package tongcang.warehouse.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tongcang.warehouse.database.Duck;
import tongcang.warehouse.database.Settings;

/** What another reading of submissions changes, told before the ledger takes it in. */
public final class RereadChanges {
    /** What a figure says; the evidence for it may be another. */
    private static final String SAID =
            "label, value_text, high_text, unit, comparator, measure, status, period, base_period, region, breakdown, form";

    /** Figures at one place are told apart by their order. */
    private static final String FIGURES = """
            CREATE TEMP TABLE %s AS
            SELECT submission_id, place, nth, first_no, {%s} AS said,
                concat_ws(' ', nullif(region, ''), label, nullif(breakdown, ''), value_text || coalesce('–' || high_text, '') || unit,
                    period, measure, '表式“' || nullif(form, '') || '”') AS words
            FROM (
                SELECT *, figure_no AS first_no,
                    row_number() OVER (PARTITION BY submission_id, place ORDER BY figure_no) AS nth
                FROM %s
                SEMI JOIN again USING (submission_id)
            )
            """;

    private static final String COMPARED = """
            WITH compared AS (
                SELECT coalesce(n.submission_id, o.submission_id) AS submission_id, o.place IS NULL AS added,
                    n.place IS NULL AS gone,
                    o.place IS NOT NULL AND n.place IS NOT NULL AND o.said IS DISTINCT FROM n.said AS changed,
                    coalesce(n.place, o.place) AS place, coalesce(n.first_no, o.first_no) AS first_no,
                    coalesce(o.words, '（无）') || ' → ' || coalesce(n.words, '（无）') AS words
                FROM new_figure n
                FULL JOIN old_figure o ON n.submission_id = o.submission_id AND n.place = o.place AND n.nth = o.nth
            )
            SELECT a.submission_id, a.path, a.before, a.after, coalesce(sum(added::INTEGER), 0)::BIGINT,
                coalesce(sum(changed::INTEGER), 0)::BIGINT, coalesce(sum(gone::INTEGER), 0)::BIGINT,
                coalesce(arg_min(place || '：' || words, first_no) FILTER (added OR changed OR gone), '')
            FROM again a
            LEFT JOIN compared USING (submission_id)
            GROUP BY ALL
            ORDER BY a.path, a.submission_id
            """;

    private RereadChanges() {}

    /**
     * What becomes of a submission.
     *
     * @param path relative to the input folder
     * @param before outcome of the reading that counted: {@code taken}, {@code refused}, {@code empty}
     * @param after outcome of the new one
     * @param added figures at places where there were none
     * @param changed figures that say another thing at the same place
     * @param gone figures that are no more
     * @param example the first of these with its place, before and after; empty where there is none
     */
    public record Change(
            String submission,
            String path,
            String before,
            String after,
            long added,
            long changed,
            long gone,
            String example) {
        /** Whether a figure or the outcome is another. */
        public boolean matters() {
            return added + changed + gone > 0 || !before.equals(after);
        }
    }

    /**
     * Compares the submissions that the ledger holds with the same in new parts.
     *
     * @param parts folder of the parts that are not yet in the ledger; what is new in them is passed over
     * @param temporary folder for what lies there meanwhile
     * @return one for each submission that was read again, by path
     */
    public static List<Change> of(Path ledger, Path parts, Path temporary) throws IOException {
        Files.createDirectories(temporary);
        Path scratch = Files.createTempDirectory(temporary, "changes");
        try (Duck duck = Duck.writing(scratch.resolve("changes.duckdb"), new Settings("1GB", 2, scratch))) {
            duck.script("readings.sql", Map.of("ledger", Duck.pattern(ledger)));
            duck.run("CREATE TEMP TABLE again AS SELECT n.submission_id, n.path, o.run, o.outcome AS before,"
                    + " n.outcome AS after FROM " + files(Duck.pattern(parts), "submission")
                    + " n JOIN reading o USING (submission_id) WHERE o.is_newest");
            duck.run(FIGURES.formatted(
                    "old_figure",
                    packed(),
                    "(FROM " + files(Duck.pattern(ledger) + "/run=*", "figure")
                            + " SEMI JOIN again USING (submission_id, run))"));
            duck.run(FIGURES.formatted("new_figure", packed(), files(Duck.pattern(parts), "figure")));
            return duck.query(
                    COMPARED,
                    r -> new Change(
                            r.getString(1),
                            r.getString(2),
                            r.getString(3),
                            r.getString(4),
                            r.getLong(5),
                            r.getLong(6),
                            r.getLong(7),
                            r.getString(8)));
        } finally {
            Files.deleteIfExists(scratch.resolve("changes.duckdb.wal"));
            Files.deleteIfExists(scratch.resolve("changes.duckdb"));
            Files.deleteIfExists(scratch);
        }
    }

    private static String packed() {
        return SAID.replaceAll("(\\w+)", "$1: $1");
    }

    private static String files(String folder, String table) {
        return "read_parquet(" + Duck.literal(folder + "/" + table + "-*.parquet")
                + ", hive_partitioning = true, hive_types_autocast = false, union_by_name = true)";
    }
}
