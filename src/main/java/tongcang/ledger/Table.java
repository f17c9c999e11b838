package tongcang.ledger;

import java.util.List;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;

/** A table of the ledger: its name and its columns. */
record Table<R>(String name, List<Column<R>> columns) {
    Table {
        columns = List.copyOf(columns);
    }

    MessageType schema() {
        return new MessageType(
                name, columns.stream().map(c -> (Type) c.parquetType()).toList());
    }
}
