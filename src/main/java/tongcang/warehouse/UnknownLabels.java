package tongcang.warehouse;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import tongcang.UnknownLabel;

/** The labels of a release that found no indicator. */
public final class UnknownLabels {
    private static final String QUERY = """
            WITH example AS (
                SELECT s.department_name AS department, u.label,
                    string_agg(concat_ws(' ', u.period_code, u.region_text, u.words, u.unit_text, '（' || s.path || ' ' || u.place || '）'),
                        chr(10) ORDER BY s.received, s.path, u.figure_no) AS examples
                FROM (SELECT *, row_number() OVER (PARTITION BY label ORDER BY submission_id, figure_no) AS no FROM fact_uncoded) u
                JOIN dim_submission s USING (submission_id)
                WHERE u.no <= 3
                GROUP BY ALL
            )
            SELECT c.label, c.department, c.form, string_agg(DISTINCT c.measure_read, chr(10) ORDER BY c.measure_read),
                string_agg(DISTINCT nullif(c.unit_text, ''), chr(10) ORDER BY nullif(c.unit_text, '')),
                sum(c.figures)::BIGINT AS weight, min(c.first_seen), any_value(e.examples), any_value(c.candidates)
            FROM coding c
            LEFT JOIN example e ON e.department = c.department AND e.label = c.label
            WHERE c.rule = 'none'
            GROUP BY c.label, c.department, c.form
            ORDER BY weight DESC, c.label, c.department, c.form
            """;

    private UnknownLabels() {}

    /** All of them, those first that most figures wait for. */
    public static List<UnknownLabel> of(Path database) {
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
                            several(r.getString(9), ";")));
        }
    }

    private static List<String> several(@org.jspecify.annotations.Nullable String joined, String by) {
        return joined == null || joined.isEmpty() ? List.of() : Arrays.asList(joined.split(by));
    }
}
