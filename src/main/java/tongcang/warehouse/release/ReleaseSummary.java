package tongcang.warehouse.release;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tongcang.Severity;
import tongcang.warehouse.build.UnfitSubmission;
import tongcang.warehouse.database.Duck;

/**
 * What a release holds, in a few numbers.
 *
 * @param taken submissions with figures
 * @param refused submissions that could not be read
 * @param empty submissions without figures
 * @param excluded submissions that a person took out
 * @param unfit submissions that are set aside
 * @param figures numbers read in all submissions
 * @param observations rows of fact_observation
 * @param uncoded figures that have no code
 * @param held figures that are not shown before a person decides
 * @param findings by severity
 * @param departments what each department sent and what was found in it
 * @param kinds what was found, a row per file and kind, the gravest first, and of these what touches most places
 */
public record ReleaseSummary(
        long taken,
        long refused,
        long empty,
        long excluded,
        List<UnfitSubmission> unfit,
        long figures,
        long observations,
        long uncoded,
        long held,
        Map<String, Long> findings,
        List<Department> departments,
        List<Kind> kinds) {

    /** Findings of one kind in one file; {@code examples} are the first three places. */
    public record Kind(
            Severity severity,
            String department,
            String path,
            String rule,
            long places,
            String examples,
            String message) {}

    /** One department's share. */
    public record Department(
            String name,
            long submissions,
            long refused,
            long figures,
            long errors,
            long warnings,
            long notes,
            String lastReceived) {}

    /** Counts in the DuckDB file of a release. */
    public static ReleaseSummary of(Path database) {
        try (Duck duck = Duck.reading(database)) {
            Map<String, Long> findings = new TreeMap<>();
            duck.query(
                    "SELECT severity, count(*) FROM fact_finding GROUP BY severity",
                    r -> findings.put(r.getString(1), r.getLong(2)));
            return new ReleaseSummary(
                    submissions(duck, "taken"),
                    submissions(duck, "refused"),
                    submissions(duck, "empty"),
                    submissions(duck, "excluded"),
                    UnfitSubmission.of(duck),
                    duck.number("SELECT coalesce(sum(figures), 0)::BIGINT FROM dim_submission"),
                    duck.number("SELECT count(*) FROM fact_observation"),
                    duck.number("SELECT count(*) FROM fact_uncoded"),
                    duck.number("SELECT count(*) FROM fact_held"),
                    findings,
                    departments(duck),
                    kinds(duck));
        }
    }

    private static long submissions(Duck duck, String outcome) {
        return duck.number("SELECT count(*) FROM dim_submission WHERE outcome = " + Duck.literal(outcome));
    }

    private static List<Department> departments(Duck duck) {
        return duck.query(
                """
                SELECT s.department_name, count(*), count(*) FILTER (outcome = 'refused'), sum(s.figures)::BIGINT,
                    coalesce(any_value(f.errors), 0), coalesce(any_value(f.warnings), 0), coalesce(any_value(f.notes), 0),
                    max(s.received)::VARCHAR
                FROM dim_submission s
                LEFT JOIN (
                    SELECT department_name, count(*) FILTER (severity = 'ERROR') AS errors,
                        count(*) FILTER (severity = 'WARNING') AS warnings, count(*) FILTER (severity = 'INFO') AS notes
                    FROM fact_finding GROUP BY department_name) f USING (department_name)
                GROUP BY s.department_name ORDER BY s.department_name
                """,
                r -> new Department(
                        r.getString(1),
                        r.getLong(2),
                        r.getLong(3),
                        r.getLong(4),
                        r.getLong(5),
                        r.getLong(6),
                        r.getLong(7),
                        r.getString(8)));
    }

    private static List<Kind> kinds(Duck duck) {
        return duck.query(
                """
                SELECT severity, coalesce(department_name, ''), coalesce(path, ''), rule, places, coalesce(examples, ''), message
                FROM finding_kind
                ORDER BY CASE severity WHEN 'ERROR' THEN 0 WHEN 'WARNING' THEN 1 ELSE 2 END, places DESC, path, rule
                """,
                r -> new Kind(
                        Severity.valueOf(r.getString(1)),
                        r.getString(2),
                        r.getString(3),
                        r.getString(4),
                        r.getLong(5),
                        r.getString(6),
                        r.getString(7)));
    }
}
