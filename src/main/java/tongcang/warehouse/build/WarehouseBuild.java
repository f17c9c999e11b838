package tongcang.warehouse.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tongcang.CodedKey;
import tongcang.Measure;
import tongcang.NamedPlaces;
import tongcang.Period;
import tongcang.RawKey;
import tongcang.warehouse.database.Duck;
import tongcang.warehouse.database.Guarded;
import tongcang.warehouse.database.Settings;

/**
 * Builds the warehouse in a file of its own, as a pure function of ledger and codelists: from nothing, or from a release
 * that the same program made with the same codelists of a part of the ledger, which comes to the same. A build that is
 * broken off is thrown away and begun again.
 */
public final class WarehouseBuild {
    /** The same wording in many files is one key; this is the order in which keys are read and written. */
    private static final String KEY = "department, form, label, measure, unit, breakdown";

    /** Each may stand on those before it. */
    private static final List<String> VIEWS =
            List.of("observation.sql", "boundaries.sql", "vintages.sql", "targets.sql", "time-series.sql");

    private final Path file;
    private final Settings settings;
    private final Map<String, String> places;

    /**
     * Names what is built.
     *
     * @param file the DuckDB file to build
     * @param ledger folder of the ledger
     * @param codelists folder of the codelists, already checked
     */
    public WarehouseBuild(Path file, Path ledger, Path codelists, Settings settings) {
        this.file = file;
        this.settings = settings;
        this.places = Map.of("ledger", Duck.pattern(ledger), "codelists", Duck.pattern(codelists));
    }

    /**
     * Begins the file, fills the dimensions, and codes every distinct wording of the ledger, and the places that each fresh
     * sheet names.
     *
     * @param coder codes a wording
     * @param places codes the places of a sheet
     * @param earlier the DuckDB file of a release of the same program and seeds to go on from, if there is one
     */
    public void code(
            Function<RawKey, CodedKey> coder,
            Function<NamedPlaces, Map<String, NamedPlaces.Meaning>> places,
            Optional<Path> earlier) {
        if (earlier.isEmpty() || !isBegunFrom(earlier.get())) {
            begin();
        }
        try (Duck duck = Duck.writing(file, settings)) {
            List<CodingRows.SeenKey> seen = seen(duck);
            List<CodedKey> coded = seen.stream().map(s -> coder.apply(s.key())).toList();
            duck.append("coding", CodingRows.coding(seen, coded));
            duck.append("coding_problem", CodingRows.problems(seen, coded));
            duck.append("dim_unit", CodingRows.units(coded));
            duck.append("dim_period", CodingRows.periods(periods(duck)));
            duck.append("coding_region", new PlaceRows(duck, figures()).coded(places));
        }
    }

    private void begin() {
        delete();
        try (Duck duck = Duck.writing(file, settings)) {
            duck.script("fact-tables.sql", Map.of());
            layDimensions(duck);
            duck.run("INSERT INTO fresh_submission SELECT submission_id FROM dim_submission ORDER BY submission_id");
        }
    }

    /** Facts and findings of submissions stay; all else is made anew. False where the ledger lacks what the release has. */
    private boolean isBegunFrom(Path release) {
        delete();
        try {
            Files.copy(release, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Duck duck = Duck.writing(file, settings)) {
            duck.run("CREATE TEMP TABLE known AS FROM dim_submission");
            dropped(duck).forEach(duck::run);
            AuditRules.forget(duck);
            layDimensions(duck);
            duck.run("INSERT INTO fresh_submission SELECT submission_id FROM (FROM dim_submission EXCEPT FROM known)"
                    + " ORDER BY submission_id");
            return duck.number("SELECT count(*) FROM (FROM known EXCEPT FROM dim_submission)") == 0;
        }
    }

    private void layDimensions(Duck duck) {
        duck.script("dimension-tables.sql", Map.of());
        duck.script("codelists.sql", places);
        duck.script("dimensions.sql", places);
    }

    private static List<String> dropped(Duck duck) {
        return duck.query(
                "SELECT 'DROP VIEW ' || view_name FROM duckdb_views() WHERE NOT internal UNION ALL"
                        + " SELECT DISTINCT 'DROP MACRO ' || CASE function_type WHEN 'table_macro' THEN 'TABLE ' ELSE '' END"
                        + " || function_name FROM duckdb_functions() WHERE NOT internal UNION ALL"
                        + " SELECT 'DROP TABLE ' || table_name FROM duckdb_tables()"
                        + " WHERE NOT internal AND NOT temporary AND table_name NOT LIKE 'fact\\_%' ESCAPE '\\' AND table_name <> 'coding_region'",
                r -> r.getString(1));
    }

    private void delete() {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.deleteIfExists(file);
            Files.deleteIfExists(file.resolveSibling(file.getFileName() + ".wal"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fills the facts and the findings, and lays the views. */
    public void build() {
        try (Duck duck = Duck.writing(file, settings)) {
            duck.run("BEGIN");
            duck.script("codelists.sql", places);
            duck.script("facts.sql", places);
            requireAll(duck);
            duck.script("findings.sql", places);
            duck.run("DROP TABLE coding_problem");
            duck.run("DROP TABLE fresh_submission");
            VIEWS.forEach(views -> duck.script(views, Map.of()));
            new Marts(duck).lay();
            ViewComments.inherit(duck);
            duck.run("COMMIT");
        }
    }

    /**
     * Adds what the audit rules find. They read the file under another name, so that a rule which cannot be torn from the
     * engine does not keep it from being written.
     *
     * @return the rules that did not run
     */
    public List<UnrunRule> audit(AuditRules rules) {
        Path seen = file.resolveSibling("audit.duckdb");
        AuditRules.Found found;
        try {
            Files.deleteIfExists(seen);
            link(seen);
            try (Guarded guarded = new Guarded(seen, settings)) {
                found = rules.find(guarded);
            }
            Files.deleteIfExists(seen);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Duck duck = Duck.writing(file, settings)) {
            duck.append("fact_finding", found.rows());
            duck.run("CHECKPOINT");
        }
        return found.unrun();
    }

    private void link(Path other) throws IOException {
        try {
            Files.createLink(other, file);
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(file, other);
        }
    }

    /** Nothing is lost and nothing doubled: each figure of the ledger is an observation, or uncoded with its reason. */
    private static void requireAll(Duck duck) {
        long read = duck.number("SELECT coalesce(sum(figures), 0) FROM dim_submission");
        // the further terms of a ratio end in .2, .3 ...; what is before the mark has no point
        long coded = duck.number(
                "SELECT count(*) FROM fact_observation WHERE NOT contains(observation_id, '.') OR suffix(observation_id, '.1')");
        long uncoded = duck.number("SELECT count(*) FROM fact_uncoded");
        if (read != coded + uncoded) {
            throw new IllegalStateException("the ledger holds " + read + " figures, but " + coded + " are coded and "
                    + uncoded + " uncoded; the release before stays current");
        }
    }

    private List<CodingRows.SeenKey> seen(Duck duck) {
        return duck.query(
                "SELECT s.department_name AS department, form, label, measure, unit, breakdown, count(*),"
                        + " min(s.received) FROM " + figures()
                        + " f JOIN dim_submission s USING (submission_id) GROUP BY ALL ORDER BY " + KEY,
                r -> new CodingRows.SeenKey(
                        new RawKey(
                                r.getString(1),
                                r.getString(2),
                                r.getString(3),
                                Measure.valueOf(r.getString(4).toUpperCase(Locale.ROOT)),
                                r.getString(5),
                                r.getString(6)),
                        r.getLong(7),
                        r.getObject(8, LocalDate.class)));
    }

    private List<Period> periods(Duck duck) {
        return duck
                .query(
                        "SELECT DISTINCT period FROM " + figures() + " WHERE period IS NOT NULL ORDER BY period",
                        r -> Period.of(r.getString(1)))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private String figures() {
        return "read_parquet(" + Duck.literal(places.get("ledger") + "/run=*/figure-*.parquet")
                + ", hive_partitioning = false)";
    }
}
