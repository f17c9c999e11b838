package tongcang.warehouse.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import tongcang.warehouse.database.Duck;

/** The layouts (版式) of the sheets in a ledger: which departments sent them, and when. */
public final class KnownLayouts implements AutoCloseable {
    private static final String SHEETS = """
            CREATE TEMP TABLE seen AS
            SELECT f.layout, s.department, s.path, coalesce(f.sheet, '') AS sheet, f.section, s.received, s.submission_id, f.figures
            FROM (
                SELECT submission_id, run, layout, sheet, min(section) AS section, count(*) AS figures
                FROM %s
                WHERE layout IS NOT NULL
                GROUP BY ALL
            ) f
            JOIN (FROM reading WHERE is_newest) s USING (submission_id, run)
            """;

    private static final String NOTHING = """
            CREATE TEMP TABLE seen (layout VARCHAR, department VARCHAR, path VARCHAR, sheet VARCHAR, section VARCHAR,
                received DATE, submission_id VARCHAR, figures BIGINT)
            """;

    private final NewestReadings ledger;

    /** Reads the ledger in this folder; one that is not there has no layouts. */
    public KnownLayouts(Path ledger) throws IOException {
        this.ledger = new NewestReadings(ledger, Files.createTempDirectory("layouts"));
        this.ledger
                .duck()
                .run(this.ledger.isEmpty() ? NOTHING : SHEETS.formatted(this.ledger.rows("figure", "layout")));
    }

    /**
     * A layout as one department sends it.
     *
     * @param fingerprint 16 hexadecimal digits
     * @param title of its first table where it came last; the sheet's name where it has none
     * @param path of the file that came last, relative to the input folder
     * @param first day on which one was received
     * @param last day on which one was received
     * @param submissions how many files held it
     * @param figures how many were read from it
     */
    public record Kind(
            String fingerprint,
            String department,
            String title,
            String path,
            LocalDate first,
            LocalDate last,
            long submissions,
            long figures) {}

    /** A sheet that has a layout. {@code figures} counts what was read from it. */
    public record Sheet(LocalDate received, String department, String path, String sheet, long figures) {}

    /** All layouts, by department and those first that most files have. */
    public List<Kind> kinds() {
        return ledger.duck()
                .query(
                        "SELECT layout, department, arg_max(coalesce(nullif(section, ''), sheet), concat(received, path, sheet)),"
                                + " arg_max(path, concat(received, path, sheet)), min(received), max(received),"
                                + " count(DISTINCT submission_id), sum(figures)::BIGINT AS n FROM seen GROUP BY layout, department"
                                + " ORDER BY department, count(DISTINCT submission_id) DESC, n DESC, layout",
                        r -> new Kind(
                                r.getString(1),
                                r.getString(2),
                                r.getString(3),
                                r.getString(4),
                                r.getObject(5, LocalDate.class),
                                r.getObject(6, LocalDate.class),
                                r.getLong(7),
                                r.getLong(8)));
    }

    /** The sheets that have the layout of this fingerprint, the latest first. */
    public List<Sheet> sheets(String fingerprint) {
        return ledger.duck()
                .query(
                        "SELECT received, department, path, sheet, figures FROM seen WHERE layout = "
                                + Duck.literal(fingerprint) + " ORDER BY received DESC, path, sheet",
                        r -> new Sheet(
                                r.getObject(1, LocalDate.class),
                                r.getString(2),
                                r.getString(3),
                                r.getString(4),
                                r.getLong(5)));
    }

    @Override
    public void close() throws IOException {
        ledger.close();
    }
}
