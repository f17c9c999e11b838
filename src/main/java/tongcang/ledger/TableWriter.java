package tongcang.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.crypto.FileEncryptionProperties;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.jspecify.annotations.Nullable;
import tongcang.ledger.chain.Link;

/** Writes one part file of a table row by row; it holds a group of rows at most, however many there are. */
final class TableWriter<R> implements AutoCloseable {
    /** Rows that lie together: DuckDB reads so many at once. */
    private static final int GROUP = 122_880;

    private static final @Nullable FileEncryptionProperties OPEN = null;

    private final Table<R> table;
    private final Path file;
    private final Path unfinished;
    private final MessageType schema;
    private final ParquetFileWriter out;
    private final List<R> group = new ArrayList<>();
    private boolean ended;

    /** Begins under a temporary name. */
    TableWriter(Table<R> table, Path file) throws IOException {
        this.table = table;
        this.file = file;
        this.unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        this.schema = table.schema();
        Files.deleteIfExists(unfinished);
        this.out = new ParquetFileWriter(
                new LocalOutputFile(unfinished),
                schema,
                ParquetFileWriter.Mode.CREATE,
                ParquetWriter.DEFAULT_BLOCK_SIZE,
                ParquetWriter.MAX_PADDING_SIZE_DEFAULT,
                OPEN,
                ParquetProperties.builder().build());
        out.start();
    }

    void add(R row) throws IOException {
        group.add(row);
        if (group.size() == GROUP) {
            writeGroup();
        }
    }

    private void writeGroup() throws IOException {
        out.startBlock(group.size());
        for (int i = 0; i < table.columns().size(); i++) {
            new ColumnChunk<>(table.columns().get(i), schema.getColumns().get(i), group, out).write();
        }
        out.endBlock();
        group.clear();
    }

    /** Forces the file to the disk and gives it its name; an older one is replaced. */
    void seal() throws IOException {
        if (!group.isEmpty()) {
            writeGroup();
        }
        out.end(Map.of("tongcang.format", Integer.toString(Link.FORMAT)));
        close();
        try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Lets go of the file; unless it was sealed nobody will read it. */
    @Override
    public void close() throws IOException {
        if (!ended) {
            ended = true;
            out.close();
        }
    }
}
