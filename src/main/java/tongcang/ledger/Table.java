package tongcang.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.crypto.FileEncryptionProperties;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;
import tongcang.ledger.chain.Link;

/** A table of the ledger: its name and columns, and how a part file of it is written. */
record Table<R>(String name, List<Column<R>> columns) {
    /** Rows that lie together: DuckDB reads so many at once. */
    private static final int GROUP = 122_880;

    private static final @Nullable FileEncryptionProperties OPEN = null;

    Table {
        columns = List.copyOf(columns);
    }

    /** Writes one part file: under a temporary name, forced to the disk, renamed. An older one is replaced. */
    void write(Path file, List<R> rows) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        Files.deleteIfExists(unfinished);
        try (ParquetFileWriter out = new ParquetFileWriter(
                new LocalOutputFile(unfinished),
                schema(),
                ParquetFileWriter.Mode.CREATE,
                ParquetWriter.DEFAULT_BLOCK_SIZE,
                ParquetWriter.MAX_PADDING_SIZE_DEFAULT,
                OPEN,
                ParquetProperties.builder().build())) {
            out.start();
            for (int first = 0; first < rows.size(); first += GROUP) {
                writeGroup(rows.subList(first, Math.min(rows.size(), first + GROUP)), out);
            }
            out.end(Map.of("tongcang.format", Integer.toString(Link.FORMAT)));
        }
        try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void writeGroup(List<R> rows, ParquetFileWriter out) throws IOException {
        MessageType schema = schema();
        out.startBlock(rows.size());
        for (int i = 0; i < columns.size(); i++) {
            new ColumnChunk<>(columns.get(i), schema.getColumns().get(i), rows, out).write();
        }
        out.endBlock();
    }

    private MessageType schema() {
        return new MessageType(
                name, columns.stream().map(c -> (Type) c.parquetType()).toList());
    }
}
