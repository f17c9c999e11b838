package tongcang.workbook;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Writes a workbook of Excel 5 with one sheet, record by record; no library writes that any more. */
final class Biff5Writer {
    private static final Charset GBK = Charset.forName("GB18030");

    private final ByteArrayOutputStream records = new ByteArrayOutputStream();

    Biff5Writer(String sheet) {
        record(0x0809, b -> b.putShort((short) 0x0500).putShort((short) 0x0005).putInt(0));
        record(0x0042, b -> b.putShort((short) 936));
        record(0x041E, b -> text(b.putShort((short) 164), "0.0\"%\"", 1));
        record(
                0x00E0,
                b -> b.putShort((short) 0).putShort((short) 164).putLong(0).putInt(0));
        record(0x0085, b -> text(b.putInt(0).putShort((short) 0), sheet, 1));
        record(0x000A, b -> {});
        record(0x0809, b -> b.putShort((short) 0x0500).putShort((short) 0x0010).putInt(0));
    }

    Biff5Writer text(int row, int column, String text) {
        return record(0x0204, b -> text(place(b, row, column), text, 2));
    }

    Biff5Writer number(int row, int column, double value) {
        return record(0x0203, b -> place(b, row, column).putDouble(value));
    }

    /** A formula whose stored result is a text. */
    Biff5Writer formula(int row, int column, String result) {
        record(
                0x0006,
                b -> place(b, row, column).putLong(0xFFFF_0000_0000_0000L).putInt(0));
        return record(0x0207, b -> text(b, result, 2));
    }

    Biff5Writer hiddenRow(int row) {
        return record(
                0x0208,
                b -> b.putShort((short) row).putLong(0).putShort((short) 0).putShort((short) 0x20));
    }

    byte[] stream() {
        record(0x000A, b -> {});
        return records.toByteArray();
    }

    byte[] file() throws IOException {
        try (POIFSFileSystem container = new POIFSFileSystem()) {
            container.createDocument(new ByteArrayInputStream(stream()), "Book");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            container.writeFilesystem(out);
            return out.toByteArray();
        }
    }

    private interface Body {
        void put(ByteBuffer buffer);
    }

    private Biff5Writer record(int sid, Body body) {
        ByteBuffer buffer = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(sid);
        body.put(buffer);
        buffer.putShort(2, (short) (buffer.position() - 4));
        records.write(buffer.array(), 0, buffer.position());
        return this;
    }

    private static ByteBuffer place(ByteBuffer buffer, int row, int column) {
        return buffer.putShort((short) row).putShort((short) column).putShort((short) 0);
    }

    private static void text(ByteBuffer buffer, String text, int bytesOfLength) {
        byte[] bytes = text.getBytes(GBK);
        if (bytesOfLength == 1) {
            buffer.put((byte) bytes.length);
        } else {
            buffer.putShort((short) bytes.length);
        }
        buffer.put(bytes);
    }
}
