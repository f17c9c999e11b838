package tongcang.warehouse.build;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tongcang.Approval;
import tongcang.Assurance;
import tongcang.Evidence;
import tongcang.Origin;
import tongcang.warehouse.database.Duck;

/** The rows that say how sure readings are, by their evidence, and what a person approved. */
final class AssuranceRows {
    private AssuranceRows() {}

    /** Grades each distinct evidence of the figures; {@code figures} is their relation, in SQL. */
    static List<List<@Nullable Object>> grading(Duck duck, String figures, Grader grading) {
        return duck.query(
                "SELECT unit_origin, period_origin, region_origin, measure_origin, label_origin, doubts, count(*) FROM "
                        + figures + " GROUP BY ALL ORDER BY ALL",
                r -> {
                    List<@Nullable Object> row = new ArrayList<>();
                    for (int i = 1; i <= 6; i++) {
                        row.add(r.getString(i));
                    }
                    row.add(r.getLong(7));
                    Evidence evidence = evidence(row);
                    add(row, grading.grade(evidence, false));
                    add(row, grading.grade(evidence, true));
                    return row;
                });
    }

    private static void add(List<@Nullable Object> row, Assurance assurance) {
        row.add(assurance.grade().code());
        row.add(String.join("；", assurance.holds()));
    }

    private static Evidence evidence(List<@Nullable Object> row) {
        List<Evidence.Doubt> doubts = Arrays.stream(String.valueOf(row.get(5)).split(" "))
                .filter(code -> !code.isEmpty())
                .map(code -> new Evidence.Doubt(code, ""))
                .toList();
        return new Evidence(
                origin(row.get(0)),
                origin(row.get(1)),
                origin(row.get(2)),
                origin(row.get(3)),
                origin(row.get(4)),
                doubts);
    }

    private static Origin origin(@Nullable Object code) {
        return Origin.valueOf(String.valueOf(code).toUpperCase(Locale.ROOT));
    }

    static List<List<@Nullable Object>> approvals(List<Approval> approved) {
        return approved.stream()
                .map(a -> {
                    List<@Nullable Object> row = new ArrayList<>();
                    row.addAll(List.of(a.scope().code(), a.key(), a.guard(), a.day(), a.person(), a.reason()));
                    return row;
                })
                .toList();
    }
}
