package tongcang.warehouse.build;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tongcang.warehouse.database.Duck;
import tongcang.warehouse.database.Settings;

/** Lays facts, findings and views over coded dimensions, in one transaction: done, or nothing has happened. */
final class FactBuild {
    /** Each may stand on those before it. */
    private static final List<String> VIEWS = List.of(
            "observation.sql", "boundaries.sql", "vintages.sql", "targets.sql", "time-series.sql", "finding-kinds.sql");

    private final Path file;
    private final Settings settings;
    private final Map<String, String> places;

    FactBuild(Path file, Settings settings, Map<String, String> places) {
        this.file = file;
        this.settings = settings;
        this.places = places;
    }

    /** Lays all, but what is set aside: submissions with the reasons why. */
    void lay(Map<String, String> aside) {
        try (Duck duck = Duck.writing(file, settings)) {
            duck.run("BEGIN");
            aside.forEach((submission, reason) -> setAside(duck, submission, reason));
            lay(duck);
            requireAll(duck);
            duck.run("DROP TABLE coding_problem");
            duck.run("DROP TABLE counted_submission");
            duck.run("DROP TABLE held_before");
            duck.run("DROP TABLE superseded_reading");
            new Marts(duck).lay();
            ViewComments.inherit(duck);
            duck.run("COMMIT");
        }
    }

    /** Lays the facts of these submissions alone, and takes them back. */
    void tryOut(List<String> submissions) {
        try (Duck duck = Duck.writing(file, settings)) {
            duck.run("BEGIN");
            duck.run("DELETE FROM counted_submission WHERE NOT list_contains("
                    + submissions.stream().map(Duck::literal).collect(Collectors.joining(", ", "[", "]::VARCHAR[]"))
                    + ", submission_id)");
            lay(duck);
            duck.run("ROLLBACK");
        }
    }

    private void lay(Duck duck) {
        duck.script("codelists.sql", places);
        duck.script("figures.sql", places);
        duck.script("coded-figures.sql", places);
        duck.script("layouts.sql", places);
        duck.script("facts.sql", places);
        duck.script("versions.sql", Map.of());
        new HeldRevisions(duck).lay();
        duck.script("outcomes.sql", Map.of());
        duck.script("findings.sql", places);
        duck.script("layout-drift.sql", places);
        VIEWS.forEach(views -> duck.script(views, Map.of()));
    }

    private static void setAside(Duck duck, String submission, String reason) {
        String id = Duck.literal(submission);
        duck.run("DELETE FROM counted_submission WHERE submission_id = " + id);
        duck.run("UPDATE dim_submission SET outcome = 'set_aside' WHERE submission_id = " + id);
        duck.run("INSERT INTO fact_finding SELECT submission_id || '^1', " + Duck.literal(UnfitSubmission.RULE)
                + ", 'ERROR', submission_id,"
                + " department_name, path, "
                + Duck.literal(reason.lines().findFirst().orElse("")) + ", '',"
                + " '建库时出错，本件已搁置，其余不受影响；请把文件和日志交给维护人员，或在 seeds/decisions/excluded.csv 中剔除它', figures"
                + " FROM dim_submission WHERE submission_id = " + id);
    }

    /** Nothing is lost and nothing doubled: each figure of the ledger is an observation, or held or uncoded with its reason. */
    private static void requireAll(Duck duck) {
        long read = duck.number("SELECT coalesce(sum(figures), 0) FROM dim_submission"
                + " WHERE outcome NOT IN ('set_aside', 'excluded')");
        // the further terms of a ratio end in .2, .3 ...; what is before the mark has no point
        long coded = duck.number(
                "SELECT count(*) FROM fact_observation WHERE NOT contains(observation_id, '.') OR suffix(observation_id, '.1')");
        long uncoded = duck.number("SELECT count(*) FROM fact_uncoded");
        long held = duck.number("SELECT count(*) FROM fact_held");
        if (read != coded + held + uncoded) {
            throw new IllegalStateException(
                    "the ledger holds " + read + " figures, but " + coded + " are observations, " + held + " held and "
                            + uncoded + " uncoded; the release before stays current");
        }
    }
}
