package tongcang.ledger;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
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
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import tongcang.ColumnSum;

/** Reads a flat Parquet file, whoever wrote it, and sums up its columns: a second opinion on what was written. */
public final class ParquetFile {

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
                ColumnReadStoreImpl store =
                        new ColumnReadStoreImpl(group, new Nothing(), meta.getSchema(), meta.getCreatedBy());
                for (ColumnDescriptor column : meta.getSchema().getColumns()) {
                    sums.merge(
                            column.getPath()[0],
                            sum(store.getColumnReader(column), column, group.getRowCount()),
                            ParquetFile::add);
                }
            }
            addEmpty(meta.getSchema(), sums);
            return sums;
        }
    }

    private static ColumnSum add(ColumnSum a, ColumnSum b) {
        return new ColumnSum(a.filled() + b.filled(), a.sum().add(b.sum()));
    }

    /** A file without rows has no row group and still has its columns. */
    private static void addEmpty(MessageType schema, Map<String, ColumnSum> sums) {
        schema.getColumns().forEach(c -> sums.putIfAbsent(c.getPath()[0], new ColumnSum(0, BigDecimal.ZERO)));
    }

    private static ColumnSum sum(ColumnReader values, ColumnDescriptor column, long rows) throws IOException {
        if (column.getPath().length != 1 || column.getMaxRepetitionLevel() > 0) {
            throw new IOException("not a flat file: " + String.join(".", column.getPath()));
        }
        long filled = 0;
        BigInteger sum = BigInteger.ZERO;
        for (long i = 0; i < rows; i++) {
            if (values.getCurrentDefinitionLevel() == column.getMaxDefinitionLevel()) {
                filled++;
                sum = sum.add(value(values, column));
            }
            values.consume();
        }
        return new ColumnSum(filled, new BigDecimal(sum, scale(column)));
    }

    private static int scale(ColumnDescriptor column) {
        return column.getPrimitiveType().getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation decimal
                ? decimal.getScale()
                : 0;
    }

    private static BigInteger value(ColumnReader values, ColumnDescriptor column) throws IOException {
        boolean decimal = column.getPrimitiveType().getLogicalTypeAnnotation() instanceof DecimalLogicalTypeAnnotation;
        return switch (column.getPrimitiveType().getPrimitiveTypeName()) {
            case INT32 -> BigInteger.valueOf(values.getInteger());
            case INT64 -> BigInteger.valueOf(values.getLong());
            case BOOLEAN -> values.getBoolean() ? BigInteger.ONE : BigInteger.ZERO;
            case BINARY, FIXED_LEN_BYTE_ARRAY ->
                decimal
                        ? new BigInteger(values.getBinary().getBytesUnsafe())
                        : BigInteger.valueOf(values.getBinary().length());
            case FLOAT, DOUBLE, INT96 -> throw new IOException("an inexact column: " + column.getPath()[0]);
        };
    }

    /** Takes no values: they are drawn from the column readers. */
    private static final class Nothing extends GroupConverter {
        @Override
        public Converter getConverter(int field) {
            return new PrimitiveConverter() {};
        }

        @Override
        public void start() {}

        @Override
        public void end() {}
    }
}
