package tongcang.warehouse.database;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The columns of all tables and views of a built file. */
public final class Columns {
    private final Map<String, List<Column>> byRelation;

    /** Reads them from the database's own books. */
    public Columns(Duck duck) {
        byRelation = duck
                .query(
                        "SELECT table_name, column_name, data_type, coalesce(comment, '') FROM duckdb_columns()"
                                + " WHERE NOT internal ORDER BY table_name, column_index",
                        r -> new Column(r.getString(1), r.getString(2), r.getString(3), r.getString(4)))
                .stream()
                .collect(Collectors.groupingBy(Column::relation));
    }

    /** Those of one table or view, in their order; none where there is no such. */
    public List<Column> of(String relation) {
        return byRelation.getOrDefault(relation, List.of());
    }
}
