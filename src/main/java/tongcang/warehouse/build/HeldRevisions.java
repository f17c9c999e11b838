package tongcang.warehouse.build;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tongcang.warehouse.build.RestatedSeries.Held;
import tongcang.warehouse.build.RestatedSeries.Stated;
import tongcang.warehouse.database.Duck;

/** Finds the revisions that wait for a person, series by series: rows of {@code held_revision}. */
final class HeldRevisions {
    /** Each value of each series that was stated anew and far from before, as it arrived; of one day by name. */
    private static final String STATED = """
            SELECT concat_ws('|', f.indicator_code, f.region_code, f.measure, f.breakdown, f.base_period, f.unit_code, is_target) AS series,
                (i.additivity <> 'rate' OR f.dimension LIKE 'money%') AND f.measure IN ('level', 'increment') AS grows,
                strftime(p.start_date, '%m') || strftime(p.end_date, '%m') || (p.end_date - p.start_date > 366) AS season,
                p.year, f.submission_id, l.figure_no, f.department_name, f.value, f.tolerance, a.key IS NOT NULL AS is_approved,
                layout_key(f.department_name, l.form, f.section, l.sheet, $power) AS power_key,
                layout_key(f.department_name, l.form, f.section, l.sheet, $far) AS far_key,
                '前一版（' || f.received || ' 收到，' || f.place || '）为 ' || f.value_text || f.unit_text AS words
            FROM (SELECT *, status = 'target' AS is_target FROM fact_observation) f
            JOIN restated USING (indicator_code, region_code, measure, breakdown, base_period, unit_code, is_target)
            JOIN dim_indicator i USING (indicator_code)
            JOIN dim_period p USING (period_code)
            JOIN source s USING (submission_id)
            JOIN ledger_figure l ON l.submission_id = f.submission_id AND l.submission_id || '#' || l.figure_no = f.observation_id
            LEFT JOIN approval a ON a.scope = 'figure' AND a.key = f.observation_id AND a.guard = f.words
            WHERE f.comparator = 'eq' AND f.value_high IS NULL AND f.exchange_rate = '' AND f.dimension <> 'proportion'
            ORDER BY series, s.arrival, l.figure_no
            """;

    /** So many rows are one statement. */
    private static final int ROWS = 500;

    private final Duck duck;

    HeldRevisions(Duck duck) {
        this.duck = duck;
    }

    /** The reasons, as SQL: {@code fact_held} tells by them what is held as a revision. */
    static String reasons() {
        return Arrays.stream(RestatedSeries.Reason.values())
                .map(reason -> Duck.literal(reason.text()))
                .collect(Collectors.joining(", ", "(", ")"));
    }

    void lay() {
        if (duck.number("SELECT count(*) FROM restated") == 0) {
            return;
        }
        List<String> approved =
                duck.query("SELECT key FROM approval WHERE scope = 'layout' ORDER BY key", r -> r.getString(1));
        List<Held> held = new ArrayList<>();
        String stated = STATED.replace("$power", Duck.literal(RestatedSeries.Reason.POWER_OF_TEN.text()))
                .replace("$far", Duck.literal(RestatedSeries.Reason.FAR.text()));
        duck.ask(stated, rows -> {
            RestatedSeries series = new RestatedSeries("", false, approved);
            while (rows.next()) {
                ResultSet row = rows.row();
                if (!series.name().equals(row.getString(1))) {
                    held.addAll(series.held());
                    series = new RestatedSeries(row.getString(1), row.getBoolean(2), approved);
                }
                series.add(stated(row));
            }
            return held.addAll(series.held());
        });
        for (int from = 0; from < held.size(); from += ROWS) {
            insert(held.subList(from, Math.min(from + ROWS, held.size())));
        }
    }

    private static Stated stated(ResultSet row) throws SQLException {
        return new Stated(
                row.getString(3),
                row.getInt(4),
                row.getString(5),
                row.getInt(6),
                row.getString(7),
                row.getBigDecimal(8),
                row.getBigDecimal(9),
                row.getBoolean(10),
                row.getString(11),
                row.getString(12),
                row.getString(13));
    }

    private void insert(List<Held> held) {
        duck.run(held.stream()
                .map(h -> "(" + Duck.literal(h.stated().submission()) + ", "
                        + h.stated().number() + ", "
                        + Duck.literal(h.reason().text()) + ", " + Duck.literal(h.before()) + ", "
                        + Duck.literal(h.key()) + ")")
                .collect(Collectors.joining(", ", "INSERT INTO held_revision VALUES ", "")));
    }
}
