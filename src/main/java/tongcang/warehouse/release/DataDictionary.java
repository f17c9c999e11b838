package tongcang.warehouse.release;

import java.util.List;
import tongcang.warehouse.database.Columns;
import tongcang.warehouse.database.Duck;

/** The tables, views and columns of a warehouse with their comments, as Markdown. */
final class DataDictionary {
    private record Relation(String kind, String name, String comment) {}

    private DataDictionary() {}

    static String markdown(Duck duck) {
        List<Relation> relations = duck.query(
                "SELECT 'table', table_name, coalesce(comment, '') FROM duckdb_tables() UNION ALL"
                        + " SELECT 'view', view_name, coalesce(comment, '') FROM duckdb_views() WHERE NOT internal"
                        + " ORDER BY 1, 2",
                r -> new Relation(r.getString(1), r.getString(2), r.getString(3)));
        Columns columns = new Columns(duck);
        StringBuilder out = new StringBuilder("# Data dictionary\n\nGenerated from the comments in the database.\n");
        for (Relation relation : relations) {
            out.append("\n## ")
                    .append(relation.name())
                    .append(" (")
                    .append(relation.kind())
                    .append(")\n\n");
            out.append(relation.comment()).append("\n\n| column | type | 说明 |\n|---|---|---|\n");
            columns.of(relation.name())
                    .forEach(c -> out.append("| " + c.name() + " | " + c.type() + " | "
                            + c.comment().replace("|", "\\|") + " |\n"));
        }
        return out.toString();
    }
}
