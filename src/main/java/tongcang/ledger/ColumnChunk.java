package tongcang.ledger;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.bytes.ByteBufferAllocator;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.plain.PlainValuesWriter;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridValuesWriter;
import org.apache.parquet.compression.CompressionCodecFactory.BytesInputCompressor;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;

/**
 * One column of a row group, written whole: each text is encoded and hashed once in its dictionary, where parquet's
 * record-by-record way does so for every row, at more than twice the cost.
 */
final class ColumnChunk<R> {
    /** Rows in a page. */
    private static final int PAGE = 20_000;

    private static final int BUFFER = 1 << 16;
    private static final int NULL = -1;
    private static final ByteBufferAllocator HEAP = HeapByteBufferAllocator.getInstance();
    private static final BytesInputCompressor ZSTD = new Zstd().getCompressor(CompressionCodecName.ZSTD);

    private final Column<R> column;
    private final ColumnDescriptor descriptor;
    private final @Nullable Object[] cells;
    private final ParquetFileWriter out;

    ColumnChunk(Column<R> column, ColumnDescriptor descriptor, List<R> rows, ParquetFileWriter out) {
        this.column = column;
        this.descriptor = descriptor;
        this.cells = new Object[rows.size()];
        for (int row = 0; row < cells.length; row++) {
            cells[row] = column.value().apply(rows.get(row));
        }
        this.out = out;
    }

    void write() throws IOException {
        out.startColumn(descriptor, cells.length, CompressionCodecName.ZSTD);
        if (column.type() == Column.Type.TEXT && !column.distinct()) {
            writeByDictionary();
        } else {
            writePlain();
        }
        out.endColumn();
    }

    private void writeByDictionary() throws IOException {
        Map<Object, Integer> dictionary = new HashMap<>();
        PlainValuesWriter texts = new PlainValuesWriter(BUFFER, Integer.MAX_VALUE, HEAP);
        int[] ids = new int[cells.length];
        for (int row = 0; row < ids.length; row++) {
            Object cell = cells[row];
            if (row > 0 && cell == cells[row - 1]) {
                ids[row] = ids[row - 1];
                continue;
            }
            ids[row] = cell == null ? NULL : id(cell, dictionary, texts);
        }
        if (dictionary.isEmpty()) {
            writePlain();
            return;
        }
        BytesInput all = texts.getBytes();
        out.writeDictionaryPage(
                new DictionaryPage(ZSTD.compress(all), Math.toIntExact(all.size()), dictionary.size(), Encoding.PLAIN));
        int width = BytesUtils.getWidthFromMaxInt(dictionary.size() - 1);
        for (int first = 0; first < cells.length; first += PAGE) {
            int end = Math.min(cells.length, first + PAGE);
            writePage(first, end, ids(ids, first, end, width), Encoding.RLE_DICTIONARY);
        }
    }

    private static int id(Object text, Map<Object, Integer> dictionary, PlainValuesWriter texts) {
        Integer known = dictionary.get(text);
        if (known != null) {
            return known;
        }
        int id = dictionary.size();
        dictionary.put(text, id);
        texts.writeBytes(binary(text));
        return id;
    }

    private static BytesInput ids(int[] ids, int first, int end, int width) throws IOException {
        RunLengthBitPackingHybridEncoder packed = new RunLengthBitPackingHybridEncoder(width, BUFFER, BUFFER, HEAP);
        for (int row = first; row < end; row++) {
            if (ids[row] != NULL) {
                packed.writeInt(ids[row]);
            }
        }
        return BytesInput.concat(BytesInput.from(new byte[] {(byte) width}), packed.toBytes());
    }

    private void writePlain() throws IOException {
        for (int first = 0; first < cells.length; first += PAGE) {
            int end = Math.min(cells.length, first + PAGE);
            PlainValuesWriter values = new PlainValuesWriter(BUFFER, Integer.MAX_VALUE, HEAP);
            for (int row = first; row < end; row++) {
                Object cell = cells[row];
                if (cell != null) {
                    switch (column.type()) {
                        case TEXT -> values.writeBytes(binary(cell));
                        case INT -> values.writeInteger((Integer) cell);
                        case LONG -> values.writeLong((Long) cell);
                        case DATE -> values.writeInteger((int) ((LocalDate) cell).toEpochDay());
                    }
                }
            }
            writePage(first, end, values.getBytes(), Encoding.PLAIN);
        }
    }

    private static Binary binary(@Nullable Object text) {
        return Binary.fromConstantByteArray(String.valueOf(text).getBytes(StandardCharsets.UTF_8));
    }

    private void writePage(int first, int end, BytesInput values, Encoding encoding) throws IOException {
        BytesInput page = BytesInput.concat(present(first, end), values);
        out.writeDataPage(
                end - first,
                Math.toIntExact(page.size()),
                ZSTD.compress(page),
                Statistics.noopStats(descriptor.getPrimitiveType()),
                end - first,
                Encoding.RLE,
                Encoding.RLE,
                encoding);
    }

    /** Which rows hold something; where all do or none does, as in most columns, that is one run. */
    private BytesInput present(int first, int end) throws IOException {
        int filled = 0;
        for (int row = first; row < end; row++) {
            filled += cells[row] == null ? 0 : 1;
        }
        if (filled == 0 || filled == end - first) {
            BytesInput run = BytesInput.concat(
                    BytesInput.fromUnsignedVarInt((end - first) << 1),
                    BytesInput.from(new byte[] {(byte) (filled == 0 ? 0 : 1)}));
            return BytesInput.concat(BytesInput.fromInt((int) run.size()), run);
        }
        RunLengthBitPackingHybridValuesWriter present =
                new RunLengthBitPackingHybridValuesWriter(1, BUFFER, BUFFER, HEAP);
        for (int row = first; row < end; row++) {
            present.writeInteger(cells[row] == null ? 0 : 1);
        }
        return present.getBytes();
    }
}
