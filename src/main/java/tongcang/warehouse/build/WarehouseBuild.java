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
import tongcang.Approval;
import tongcang.CodedKey;
import tongcang.Exclusion;
import tongcang.Measure;
import tongcang.NamedPlaces;
import tongcang.Period;
import tongcang.RawKey;
import tongcang.support.Printable;
import tongcang.warehouse.database.Duck;
import tongcang.warehouse.database.Guarded;
import tongcang.warehouse.database.Settings;
import tongcang.warehouse.database.WarehouseException;

/**
 * Builds the warehouse in a file of its own, as a pure function of ledger and codelists: from nothing, or from a release
 * that the same program made with the same codelists of a part of the ledger, which comes to the same. A build that is
 * broken off is thrown away and begun again.
 */
public final class WarehouseBuild {

    /** What a build begins from. */
    public enum Beginning {
        /** Nothing else: there is no release to go on from, or it holds what the ledger no longer has. */
        LEDGER,
        /** The release before: its observations are what the ledger gives. */
        RELEASE,
        /** The ledger alone, since the release before holds other observations than the ledger gives. */
        ALTERED_RELEASE
    }

    private static final System.Logger LOG = System.getLogger(WarehouseBuild.class.getName());

    /** Faults of the coder that are logged; the findings tell all of them. */
    private static final int LOGGED = 20;

    /** The relation of figures that {@code figures.sql} lays. */
    private static final String FIGURES = "ledger_figure";

    /** The same wording in many files is one key; this is the order in which keys are read and written. */
    private static final String KEY = "department, form, label, measure, unit, breakdown";

    private final Path file;
    private final Settings settings;
    private final Map<String, String> places;
    private final List<Exclusion> excluded;
    private final List<Approval> approved;
    private int failures;

    /**
     * Names what is built.
     *
     * @param file the DuckDB file to build
     * @param ledger folder of the ledger
     * @param codelists folder of the codelists, already checked
     * @param excluded submissions that a person took out
     * @param approved what a person approved of what would be held
     */
    public WarehouseBuild(
            Path file,
            Path ledger,
            Path codelists,
            List<Exclusion> excluded,
            List<Approval> approved,
            Settings settings) {
        this.file = file;
        this.excluded = List.copyOf(excluded);
        this.approved = List.copyOf(approved);
        this.settings = settings;
        this.places = Map.of("ledger", Duck.pattern(ledger), "codelists", Duck.pattern(codelists));
    }

    /**
     * Begins the file, fills the dimensions, and codes every distinct wording of the ledger, and the places that each sheet
     * names.
     *
     * @param coder codes a wording
     * @param places codes the places of a sheet
     * @param grading how sure a reading is by its evidence
     * @param earlier the DuckDB file of a release of the same program and seeds to go on from, if there is one
     * @return what the build begins from
     */
    public Beginning code(
            Function<RawKey, CodedKey> coder,
            Function<NamedPlaces, Map<String, NamedPlaces.Meaning>> places,
            Grader grading,
            Optional<Path> earlier) {
        Beginning beginning = earlier.isEmpty() ? Beginning.LEDGER : begin(earlier.get());
        if (beginning == Beginning.RELEASE) {
            lay(coder, places, grading);
            beginning = compared();
        }
        if (beginning != Beginning.RELEASE) {
            begin();
            lay(coder, places, grading);
        }
        return beginning;
    }

    private void lay(
            Function<RawKey, CodedKey> coder,
            Function<NamedPlaces, Map<String, NamedPlaces.Meaning>> places,
            Grader grading) {
        try (Duck duck = Duck.writing(file, settings)) {
            duck.script("figures.sql", this.places);
            duck.append("grading", AssuranceRows.grading(duck, FIGURES, grading));
            duck.append("approval", AssuranceRows.approvals(approved));
            List<CodingRows.SeenKey> seen = seen(duck);
            List<CodedKey> coded = seen.stream().map(s -> coded(coder, s.key())).toList();
            duck.append("coding", CodingRows.coding(seen, coded));
            duck.append("coding_problem", CodingRows.problems(seen, coded));
            duck.append("dim_indicator", CodingRows.provisionals(seen, coded));
            duck.append("dim_unit", CodingRows.units(coded));
            duck.append("dim_period", CodingRows.periods(periods(duck)));
            duck.append("coding_region", new PlaceRows(duck, FIGURES).coded(places));
        }
    }

    /** Whatever a wording does to the coder, the night goes on and the wording is accounted for. */
    private CodedKey coded(Function<RawKey, CodedKey> coder, RawKey key) {
        settings.brake().check();
        try {
            return coder.apply(key);
        } catch (RuntimeException | StackOverflowError e) {
            if (failures++ < LOGGED) {
                LOG.log(System.Logger.Level.ERROR, "coding failed: " + Printable.line(key.toString()), e);
            }
            return CodingRows.failed(key);
        }
    }

    private void begin() {
        delete();
        try (Duck duck = Duck.writing(file, settings)) {
            duck.script("fact-tables.sql", Map.of());
            layDimensions(duck);
            duck.run("INSERT INTO counted_submission SELECT submission_id, true FROM dim_submission"
                    + " WHERE outcome <> 'excluded' ORDER BY submission_id");
        }
    }

    /**
     * Observations of submissions stay, and what was set aside stays so; all else is made anew. A file whose tables are not
     * those of a release was altered.
     */
    private Beginning begin(Path release) {
        copy(release);
        try (Duck duck = Duck.writing(file, settings)) {
            duck.run("CREATE TEMP TABLE known AS FROM dim_submission");
            duck.run("CREATE TEMP TABLE aside AS FROM fact_finding WHERE rule = " + Duck.literal(UnfitSubmission.RULE));
            duck.run("CREATE TEMP TABLE held AS SELECT submission_id, figure_no FROM fact_held WHERE reasons IN "
                    + HeldRevisions.reasons());
            dropped(duck).forEach(duck::run);
            duck.script("fact-tables.sql", Map.of());
            duck.run("INSERT INTO fact_finding FROM aside");
            layDimensions(duck);
            duck.run("INSERT INTO held_before FROM held");
            duck.run("UPDATE dim_submission SET outcome = 'set_aside'"
                    + " WHERE submission_id IN (SELECT submission_id FROM aside)");
            duck.run(
                    "INSERT INTO counted_submission SELECT s.submission_id, k.submission_id IS NULL FROM dim_submission s"
                            + " LEFT JOIN known k USING (submission_id)"
                            + " WHERE s.outcome NOT IN ('set_aside', 'excluded') ORDER BY 1");
            return duck.number("SELECT count(*) FROM (FROM known EXCEPT FROM dim_submission)") == 0
                    ? Beginning.RELEASE
                    : Beginning.LEDGER;
        } catch (WarehouseException e) {
            return unusable(e);
        }
    }

    private void copy(Path release) {
        delete();
        try {
            Files.copy(release, file);
            if (!file.toFile().setWritable(true)) { // a copy has the rights of its original, which can be read only
                throw new IOException(file + " cannot be made writable");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Beginning compared() {
        try (Duck duck = Duck.writing(file, settings)) {
            List.of("codelists.sql", "figures.sql", "coded-figures.sql").forEach(sql -> duck.script(sql, places));
            return duck.number(Duck.resource("earlier.sql")) == 1 ? Beginning.RELEASE : Beginning.ALTERED_RELEASE;
        } catch (WarehouseException e) {
            return unusable(e);
        }
    }

    /** Want of memory is nobody's doing. */
    private static Beginning unusable(WarehouseException e) {
        LOG.log(System.Logger.Level.WARNING, "cannot go on from the release before", e);
        return e.isOfMemory() ? Beginning.LEDGER : Beginning.ALTERED_RELEASE;
    }

    /** A submission that the ledger does not hold is told: its line does nothing. */
    private static void exclude(Duck duck, Exclusion exclusion) {
        String id = Duck.literal(exclusion.submission());
        String who = exclusion.person() + " " + exclusion.day() + "：" + exclusion.reason();
        duck.run("UPDATE dim_submission SET outcome = 'excluded' WHERE submission_id = " + id);
        duck.run("INSERT INTO fact_finding SELECT " + id + " || '^2', CASE WHEN s.submission_id IS NULL"
                + " THEN 'decision.no-submission' ELSE 'decision.excluded' END, CASE WHEN s.submission_id IS NULL"
                + " THEN 'WARNING' ELSE 'INFO' END, s.submission_id, s.department_name, coalesce(s.path, ''), " + id
                + ", '', CASE WHEN s.submission_id IS NULL THEN '台账中没有这一报送件，剔除的裁定不起作用，请核对编号；'"
                + " ELSE '按裁定剔除，其数值不进入发布版；' END || " + Duck.literal(who) + ", coalesce(s.figures, 0)"
                + " FROM (SELECT 1) LEFT JOIN dim_submission s ON s.submission_id = " + id);
    }

    private void layDimensions(Duck duck) {
        duck.script("dimension-tables.sql", Map.of());
        duck.script("codelists.sql", places);
        duck.script("readings.sql", places);
        duck.script("dimensions.sql", places);
        excluded.forEach(exclusion -> exclude(duck, exclusion));
    }

    private static List<String> dropped(Duck duck) {
        return duck.query(
                "SELECT 'DROP VIEW ' || view_name FROM duckdb_views() WHERE NOT internal UNION ALL"
                        + " SELECT DISTINCT 'DROP MACRO ' || CASE function_type WHEN 'table_macro' THEN 'TABLE ' ELSE '' END"
                        + " || function_name FROM duckdb_functions() WHERE NOT internal UNION ALL"
                        + " SELECT 'DROP TABLE ' || table_name FROM duckdb_tables()"
                        + " WHERE NOT internal AND NOT temporary AND table_name <> 'fact_observation'",
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

    /**
     * Fills the facts and the findings, and lays the views. What the engine cannot take in is set aside.
     *
     * @return the submissions that are set aside, by this build or by the release that it goes on from
     */
    public List<UnfitSubmission> build() {
        FactBuild facts = new FactBuild(file, settings, places);
        try {
            facts.lay(Map.of());
        } catch (WarehouseException e) {
            facts.lay(Sieve.unfit(fresh(), e, facts::tryOut));
        }
        try (Duck duck = Duck.writing(file, settings)) {
            return UnfitSubmission.of(duck);
        }
    }

    private List<String> fresh() {
        try (Duck duck = Duck.writing(file, settings)) {
            return duck.query(
                    "SELECT submission_id FROM counted_submission WHERE is_fresh ORDER BY 1", r -> r.getString(1));
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

    private List<CodingRows.SeenKey> seen(Duck duck) {
        return duck.query(
                "SELECT s.department_name AS department, form, label, measure, unit, breakdown, count(*),"
                        + " min(s.received) FROM " + FIGURES
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
                        "SELECT DISTINCT period FROM " + FIGURES + " WHERE period IS NOT NULL ORDER BY period",
                        r -> Period.of(r.getString(1)))
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }
}
