package tongcang.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.jspecify.annotations.Nullable;

/** A table of the ledger: its name and columns, and how a part file of it is written. */
record Table<R>(String name, List<Column<R>> columns) {

    Table {
        columns = List.copyOf(columns);
    }

    /** Writes one part file: under a temporary name, forced to the disk, renamed. An older one is replaced. */
    void write(Path file, List<R> rows) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
        Files.deleteIfExists(unfinished);
        try (ParquetWriter<R> out = new Builder<>(this, unfinished).build()) {
            for (R row : rows) {
                out.write(row);
            }
        }
        try (FileChannel written = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private MessageType schema() {
        return new MessageType(
                name, columns.stream().map(c -> (Type) c.parquetType()).toList());
    }

    private static final class Builder<R> extends ParquetWriter.Builder<R, Builder<R>> {
        private final Table<R> table;

        Builder(Table<R> table, Path file) {
            super(new LocalOutputFile(file));
            this.table = table;
            withConf(new PlainParquetConfiguration());
            withCodecFactory(new Zstd());
            withCompressionCodec(CompressionCodecName.ZSTD);
            withSizeStatisticsEnabled(false); // nobody asks for them, and they cost a tenth of the writing
            table.columns().stream()
                    .filter(Column::distinct)
                    .forEach(column -> withDictionaryEncoding(column.name(), false));
        }

        @Override
        protected Builder<R> self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract in parquet's own builder
        protected WriteSupport<R> getWriteSupport(Configuration conf) {
            return new Rows<>(table);
        }

        @Override
        protected WriteSupport<R> getWriteSupport(ParquetConfiguration conf) {
            return new Rows<>(table);
        }
    }

    private static final class Rows<R> extends WriteSupport<R> {
        private final Table<R> table;
        private @Nullable RecordConsumer out;

        Rows(Table<R> table) {
            this.table = table;
        }

        @Override
        @SuppressWarnings("deprecation") // abstract in parquet's own class
        public WriteContext init(Configuration conf) {
            return new WriteContext(table.schema(), Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration conf) {
            return new WriteContext(table.schema(), Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer consumer) {
            this.out = consumer;
        }

        @Override
        public void write(R row) {
            RecordConsumer out = Objects.requireNonNull(this.out);
            out.startMessage();
            int index = 0;
            for (Column<R> column : table.columns()) {
                column.write(row, index++, out);
            }
            out.endMessage();
        }
    }
}
