package tongcang.ledger;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import tongcang.support.ColumnSum;

/** Reads a flat Parquet file, whoever wrote it, and sums up its columns: a second opinion on what was written. */
public final class ParquetFile {

    private static final Set<PrimitiveTypeName> INEXACT =
            EnumSet.of(PrimitiveTypeName.FLOAT, PrimitiveTypeName.DOUBLE, PrimitiveTypeName.INT96);

    private ParquetFile() {}

    /**
     * Sums of all columns, by name in the file's order.
     *
     * @throws IOException if the file is no Parquet, or not a flat one
     */
    public static Map<String, ColumnSum> sums(Path file) throws IOException {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new Zstd())
                .build();
        try (ParquetFileReader in = ParquetFileReader.open(new LocalInputFile(file), options)) {
            FileMetaData meta = in.getFooter().getFileMetaData();
            Map<String, ColumnSum> sums = new LinkedHashMap<>();
            for (PageReadStore group = in.readNextRowGroup(); group != null; group = in.readNextRowGroup()) {
                Adders adders = new Adders(meta.getSchema());
                ColumnReadStoreImpl store =
                        new ColumnReadStoreImpl(group, adders, meta.getSchema(), meta.getCreatedBy());
                for (ColumnDescriptor column : meta.getSchema().getColumns()) {
                    sums.merge(
                            column.getPath()[0],
                            sum(store.getColumnReader(column), column, group.getRowCount(), adders),
                            ParquetFile::add);
                }
            }
            addEmpty(meta.getSchema(), sums);
            return sums;
        }
    }

    /**
     * How many rows a file has.
     *
     * @throws IOException if the file is no Parquet
     */
    public static long rows(Path file) throws IOException {
        ParquetReadOptions options =
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
        try (ParquetFileReader in = ParquetFileReader.open(new LocalInputFile(file), options)) {
            return in.getRecordCount();
        }
    }

    private static ColumnSum add(ColumnSum a, ColumnSum b) {
        return new ColumnSum(a.filled() + b.filled(), a.sum().add(b.sum()));
    }

    /** A file without rows has no row group and still has its columns. */
    private static void addEmpty(MessageType schema, Map<String, ColumnSum> sums) {
        schema.getColumns().forEach(c -> sums.putIfAbsent(c.getPath()[0], new ColumnSum(0, BigDecimal.ZERO)));
    }

    private static ColumnSum sum(ColumnReader values, ColumnDescriptor column, long rows, Adders adders)
            throws IOException {
        if (column.getPath().length != 1 || column.getMaxRepetitionLevel() > 0) {
            throw new IOException("not a flat file: " + String.join(".", column.getPath()));
        }
        if (INEXACT.contains(column.getPrimitiveType().getPrimitiveTypeName())) {
            throw new IOException("an inexact column: " + column.getPath()[0]);
        }
        long filled = 0;
        for (long i = 0; i < rows; i++) {
            if (values.getCurrentDefinitionLevel() == column.getMaxDefinitionLevel()) {
                filled++;
                values.writeCurrentValueToConverter();
            }
            values.consume();
        }
        BigInteger sum = adders.of(column).total();
        return new ColumnSum(filled, new BigDecimal(sum, scale(column)));
    }

    private static int scale(ColumnDescriptor column) {
        return column.getPrimitiveType().getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal
                ? decimal.getScale()
                : 0;
    }

    /** The adders of a row group, one per column. */
    private static final class Adders extends GroupConverter {
        private final MessageType schema;
        private final List<ColumnAdder> adders;

        Adders(MessageType schema) {
            this.schema = schema;
            this.adders = schema.getColumns().stream()
                    .map(c -> new ColumnAdder(c.getPrimitiveType()))
                    .toList();
        }

        ColumnAdder of(ColumnDescriptor column) {
            return adders.get(schema.getFieldIndex(column.getPath()[0]));
        }

        @Override
        public Converter getConverter(int field) {
            return adders.get(field);
        }

        @Override
        public void start() {}

        @Override
        public void end() {}
    }
}
