package tongcang.warehouse.build;

import java.util.List;
import tongcang.warehouse.database.Column;
import tongcang.warehouse.database.Duck;

/** A column of a view or a derived table that says nothing of itself means what the column of that name means elsewhere. */
final class ViewComments {
    private record Column(String view, String name, String comment) {}

    private ViewComments() {}

    static void inherit(Duck duck) {
        List<Column> columns = duck.query(
                Duck.resource("view-comments.sql"), r -> new Column(r.getString(1), r.getString(2), r.getString(3)));
        for (Column column : columns) {
            duck.run("COMMENT ON COLUMN " + column.view() + "." + column.name() + " IS "
                    + Duck.literal(column.comment()));
        }
    }
}
