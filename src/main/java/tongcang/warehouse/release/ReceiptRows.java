package tongcang.warehouse.release;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tongcang.Receipt;
import tongcang.Severity;
import tongcang.warehouse.database.Duck;
import tongcang.warehouse.database.Settings;

/** What a built or released file says to each department. */
public final class ReceiptRows {
    private static final String FILES = """
            SELECT s.department_name, s.path, s.received, s.outcome, s.figures,
                (SELECT count(*) FROM fact_observation o WHERE o.submission_id = s.submission_id),
                (SELECT count(*) FROM fact_finding f WHERE f.submission_id = s.submission_id)
            FROM dim_submission s
            ORDER BY 1, s.received DESC, s.path, s.submission_id
            """;
    private static final String FINDINGS = """
            SELECT s.department_name, s.path, f.severity, f.place, f.found, f.expected, f.message
            FROM fact_finding f JOIN dim_submission s USING (submission_id)
            ORDER BY 1, s.received DESC, s.path, s.submission_id,
                CASE f.severity WHEN 'ERROR' THEN 0 WHEN 'WARNING' THEN 1 ELSE 2 END, f.finding_id
            """;

    private ReceiptRows() {}

    /** The receipts of a DuckDB file, by department. */
    public static List<Receipt> of(Path database, Settings settings) {
        try (Duck duck = Duck.reading(database, settings)) {
            Map<String, List<Receipt.File>> files = grouped(duck, FILES, ReceiptRows::file);
            Map<String, List<Receipt.Found>> findings = grouped(duck, FINDINGS, ReceiptRows::found);
            return files.entrySet().stream()
                    .map(e -> new Receipt(e.getKey(), e.getValue(), findings.getOrDefault(e.getKey(), List.of())))
                    .toList();
        }
    }

    /** Rows by their first column, in the order they come. */
    private static <T> Map<String, List<T>> grouped(Duck duck, String sql, Duck.Row<T> row) {
        Map<String, List<T>> groups = new LinkedHashMap<>();
        duck.query(
                sql,
                r -> groups.computeIfAbsent(r.getString(1), d -> new ArrayList<>())
                        .add(row.of(r)));
        return groups;
    }

    private static Receipt.File file(ResultSet row) throws SQLException {
        return new Receipt.File(
                row.getString(2),
                row.getDate(3).toLocalDate(),
                row.getString(4),
                row.getLong(5),
                row.getLong(6),
                row.getLong(7));
    }

    private static Receipt.Found found(ResultSet row) throws SQLException {
        return new Receipt.Found(
                row.getString(2),
                Severity.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                row.getString(7));
    }
}
