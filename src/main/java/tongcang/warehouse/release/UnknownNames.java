package tongcang.warehouse.release;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import tongcang.UnknownName;
import tongcang.UnknownName.Kind;
import tongcang.warehouse.database.Duck;

/** Names of places, departments, units and members of a release that have no code, and labels whose unit nobody says. */
public final class UnknownNames {
    private static final String QUERY = """
            WITH waiting AS (
                SELECT 'REGION' AS kind, u.region_text AS name, s.department_name AS department, count(*) AS figures,
                    array_to_string(array_agg(DISTINCT s.path || ' ' || u.place ORDER BY s.path || ' ' || u.place)[1:3], chr(10)) AS examples
                FROM fact_uncoded u
                JOIN dim_submission s USING (submission_id)
                SEMI JOIN (
                    SELECT submission_id, region_text FROM coding_region
                    WHERE region_code IS NULL AND region_text <> '' AND rule <> 'not_for_us') USING (submission_id, region_text)
                GROUP BY ALL
                UNION ALL
                SELECT 'DEPARTMENT', s.department_name, '', coalesce(any_value(c.figures), 0),
                    array_to_string(array_agg(s.path ORDER BY s.path)[1:3], chr(10))
                FROM dim_submission s
                LEFT JOIN (SELECT department AS department_name, sum(figures)::BIGINT AS figures FROM coding GROUP BY ALL) c
                    USING (department_name)
                WHERE s.department_code IS NULL AND s.department_name <> ''
                GROUP BY s.department_name
                UNION ALL
                SELECT CASE rule WHEN 'coding.unknown-unit' THEN 'UNIT' ELSE 'MEMBER' END, found, coalesce(department_name, ''),
                    sum(figures)::BIGINT, array_to_string(array_agg(DISTINCT place ORDER BY place)[1:3], chr(10))
                FROM fact_finding
                WHERE rule IN ('coding.unknown-unit', 'coding.unknown-member')
                GROUP BY rule, found, department_name
                UNION ALL
                SELECT 'UNIT_OF_LABEL', label, department, sum(figures)::BIGINT,
                    any_value(indicator_code)
                FROM coding
                WHERE dimension = 'unstated' AND indicator_code IS NOT NULL
                GROUP BY label, department
            )
            SELECT kind, name, department, figures, examples
            FROM waiting
            ORDER BY kind, figures DESC, name, department
            """;

    private UnknownNames() {}

    /** All of them, of each kind those first that most figures wait for; {@code nearest} names what is near to a name. */
    public static List<UnknownName> of(Path database, BiFunction<Kind, String, List<String>> nearest) {
        try (Duck duck = Duck.reading(database)) {
            return duck.query(QUERY, r -> {
                Kind kind = Kind.valueOf(r.getString(1));
                return new UnknownName(
                        kind,
                        r.getString(2),
                        r.getString(3),
                        r.getLong(4),
                        lines(r.getString(5)),
                        nearest.apply(kind, r.getString(2)));
            });
        }
    }

    private static List<String> lines(@Nullable String joined) {
        return joined == null || joined.isEmpty() ? List.of() : Arrays.asList(joined.split("\n"));
    }
}
