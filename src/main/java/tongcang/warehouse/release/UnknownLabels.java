package tongcang.warehouse.release;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import tongcang.UnknownLabel;
import tongcang.warehouse.database.Duck;

/** The labels of a release that found no indicator of the catalogue. */
public final class UnknownLabels {
    private static final String QUERY = """
            WITH example AS (
                SELECT department_name AS department, label,
                    string_agg(concat_ws(' ', period_code, region_text, words, unit_text, '（' || path || ' ' || place || '）'),
                        chr(10) ORDER BY no) AS examples
                FROM (
                    SELECT *, row_number() OVER (
                        PARTITION BY department_name, label ORDER BY received, path, submission_id, figure_no) AS no
                    FROM (
                        SELECT submission_id, figure_no, label, period_code, region_text, words, unit_text, place FROM fact_uncoded
                        UNION ALL
                        SELECT submission_id, split_part(split_part(observation_id, '#', -1), '.', 1)::INTEGER, label,
                            period_code, region_code, words, unit_text, place
                        FROM fact_observation
                        WHERE coding_rule = 'provisional'
                    )
                    JOIN dim_submission USING (submission_id)
                )
                WHERE no <= 3
                GROUP BY ALL
            )
            SELECT c.label, c.department, c.form, string_agg(DISTINCT c.measure_read, chr(10) ORDER BY c.measure_read),
                string_agg(DISTINCT nullif(c.unit_text, ''), chr(10) ORDER BY nullif(c.unit_text, '')),
                sum(c.figures)::BIGINT AS weight, min(c.first_seen), any_value(e.examples)
            FROM coding c
            LEFT JOIN example e ON e.department = c.department AND e.label = c.label
            WHERE c.rule IN ('none', 'provisional')
            GROUP BY c.label, c.department, c.form
            ORDER BY weight DESC, c.label, c.department, c.form
            """;

    private UnknownLabels() {}

    /** All of them, those first that most figures wait for; {@code nearest} names the indicators nearest to a label. */
    public static List<UnknownLabel> of(Path database, Function<String, List<String>> nearest) {
        try (Duck duck = Duck.reading(database)) {
            return duck.query(
                    QUERY,
                    r -> new UnknownLabel(
                            r.getString(1),
                            r.getString(2),
                            r.getString(3),
                            several(r.getString(4), "\n"),
                            several(r.getString(5), "\n"),
                            r.getLong(6),
                            r.getObject(7, LocalDate.class),
                            several(r.getString(8), "\n"),
                            nearest.apply(r.getString(1))));
        }
    }

    private static List<String> several(@org.jspecify.annotations.Nullable String joined, String by) {
        return joined == null || joined.isEmpty() ? List.of() : Arrays.asList(joined.split(by));
    }
}
