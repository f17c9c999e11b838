package tongcang.warehouse.release;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import tongcang.warehouse.database.Duck;

/** What arrived from a department, as a release tells it. */
public final class Arrivals implements AutoCloseable {
    private final Duck duck;

    /** Opens the DuckDB file of a release. */
    public Arrivals(Path database) {
        this.duck = Duck.reading(database);
    }

    /** Whether the codelist has a department of this name or alias. */
    public boolean knows(String department) {
        return duck.number("SELECT count(*) FROM dim_department d WHERE " + isNamed(department)) > 0;
    }

    /** Whether two names or aliases are of one department. */
    public boolean isNamed(String department, String other) {
        return department.equals(other)
                || duck.number("SELECT count(*) FROM dim_department d WHERE " + isNamed(department) + " AND "
                                + isNamed(other))
                        > 0;
    }

    /** Last days of the periods for which the department's workbooks held the indicator, received by {@code day}. */
    public List<LocalDate> periodEnds(String department, String indicator, LocalDate day) {
        return duck.query(
                "SELECT DISTINCT p.end_date FROM fact_observation f JOIN dim_period p USING (period_code)"
                        + " JOIN dim_submission s USING (submission_id) JOIN dim_department d USING (department_code)"
                        + " WHERE f.status <> 'target'"
                        + " AND f.source_kind = 'workbook' AND f.received <= " + date(day) + " AND f.indicator_code = "
                        + Duck.literal(indicator) + " AND " + isNamed(department) + " ORDER BY 1",
                r -> r.getObject(1, LocalDate.class));
    }

    /** Paths of the department's files that were refused or held no figure, received in a span of days, both included. */
    public List<String> notTaken(String department, LocalDate first, LocalDate last) {
        return duck.query(
                "SELECT s.path FROM dim_submission s JOIN dim_department d USING (department_code) WHERE s.outcome <> 'taken'"
                        + " AND s.received BETWEEN " + date(first) + " AND " + date(last) + " AND "
                        + isNamed(department) + " ORDER BY s.received, s.path",
                r -> r.getString(1));
    }

    /** Departments that sent something and that the codelist lacks. */
    public List<String> unknownDepartments() {
        return duck.query(
                "SELECT DISTINCT department_name FROM dim_submission WHERE department_code IS NULL ORDER BY 1",
                r -> r.getString(1));
    }

    /** Ids of the submissions that could not be read. */
    public Set<String> refused() {
        return Set.copyOf(
                duck.query("SELECT submission_id FROM dim_submission WHERE outcome = 'refused'", r -> r.getString(1)));
    }

    private static String isNamed(String department) {
        return "list_contains([d.department_name] || string_split(coalesce(d.aliases, ''), ';'), "
                + Duck.literal(department) + ")";
    }

    private static String date(LocalDate day) {
        return "DATE " + Duck.literal(day.toString());
    }

    @Override
    public void close() {
        duck.close();
    }
}
