package tongcang.workbook.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.usermodel.HSSFDataFormat;
import org.apache.poi.hssf.util.RKUtil;
import org.jspecify.annotations.Nullable;
import tongcang.support.Limits;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.CellNumbers;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.grid.Hidden;
import tongcang.workbook.grid.TooMuch;

/**
 * Loads a BIFF5 stream, that of Excel 5 and 95, which POI splits into records and knows no model of. Source of the
 * records' layout: OpenOffice.org's documentation of the Microsoft Excel file format, chapters 5 and 6.
 */
final class Biff5Loader {
    private static final int BOF = 0x0809;
    private static final int EOF = 0x000A;
    private static final int ROW_HIDDEN = 0x20;
    private static final int CHINESE = 936;

    private final Limits limits;
    private final Map<Integer, String> formats = new HashMap<>();
    private final List<Integer> styles = new ArrayList<>();
    private final List<Sheet> sheets = new ArrayList<>();
    private Charset charset = Charset.forName("GB18030");
    private @Nullable Sheet sheet;
    private int depth;
    private int begun = -1;
    private long cells;
    private int @Nullable [] waiting;

    /** A sheet as it fills. */
    private record Sheet(String name, Hidden hidden, List<Cell> cells) {}

    Biff5Loader(Limits limits) {
        this.limits = limits;
    }

    List<Grid> load(InputStream stream) throws WorkbookFile.Unreadable, IOException {
        try (InputStream in = new BoundedStream(stream, limits.inflatedBytes(), n -> {})) {
            RecordInputStream records = new RecordInputStream(in);
            while (records.hasNextRecord()) {
                records.nextRecord();
                record(records);
                records.readRemainder();
            }
        }
        return sheets.stream()
                .map(s -> new Grid(s.name(), s.cells(), List.of(), s.hidden()))
                .toList();
    }

    /** A chart inside a sheet has a stream of its own, whose cells are not the sheet's. */
    private void record(RecordInputStream in) throws WorkbookFile.Unreadable {
        switch (in.getSid()) {
            case BOF -> {
                if (depth++ == 0) {
                    sheet = begun >= 0 && begun < sheets.size() ? sheets.get(begun) : null;
                    begun++;
                }
            }
            case EOF -> depth--;
            case 0x002F -> throw OleContainer.encrypted("");
            case 0x0042 -> charset = charset(in.readUShort());
            case 0x0085 -> boundSheet(in);
            case 0x00E0 -> {
                in.readUShort();
                styles.add(in.readUShort());
            }
            case 0x041E -> formats.put(in.readUShort(), text(in, in.readUByte()));
            default -> {
                if (depth == 1 && sheet != null) {
                    cell(in, sheet);
                }
            }
        }
    }

    private void boundSheet(RecordInputStream in) throws WorkbookFile.Unreadable {
        in.readInt();
        boolean hidden = (in.readUByte() & 3) != 0;
        in.readUByte();
        sheets.add(new Sheet(text(in, in.readUByte()), Hidden.of(hidden), new ArrayList<>()));
        if (sheets.size() > limits.sheets()) {
            throw WorkbookFile.Unreadable.tooLarge("工作表超过 " + limits.sheets() + " 张");
        }
    }

    private void cell(RecordInputStream in, Sheet into) {
        switch (in.getSid()) {
            case 0x0208 -> row(in, into);
            case 0x007D -> {
                int first = in.readUShort();
                int last = in.readUShort();
                in.readInt();
                into.hidden().columns().set(first, Math.max(first, last) + 1, (in.readUShort() & 1) != 0);
            }
            case 0x0203 -> {
                int[] place = place(in);
                add(into, CellNumbers.cell(place[0], place[1], in.readDouble(), format(place[2])));
            }
            case 0x027E -> {
                int[] place = place(in);
                add(into, CellNumbers.cell(place[0], place[1], RKUtil.decodeNumber(in.readInt()), format(place[2])));
            }
            case 0x00BD -> numbers(in, into);
            case 0x0204, 0x00D6 -> {
                int[] place = place(in);
                text(into, place, text(in, in.readUShort()));
            }
            case 0x0205 -> {
                int[] place = place(in);
                int value = in.readUByte();
                add(into, in.readUByte() == 1 ? XlsLoader.error(place[0], place[1], value) : truth(place, value));
            }
            case 0x0006 -> formula(in, into);
            case 0x0207 -> {
                if (waiting != null) {
                    text(into, waiting, text(in, in.readUShort()));
                    waiting = null;
                }
            }
            default -> {}
        }
    }

    private static void row(RecordInputStream in, Sheet into) {
        int row = in.readUShort();
        in.readLong();
        in.readUShort();
        into.hidden().rows().set(row, (in.readUShort() & ROW_HIDDEN) != 0);
    }

    private void numbers(RecordInputStream in, Sheet into) {
        int row = in.readUShort();
        int column = in.readUShort();
        while (in.remaining() >= 6) {
            String format = format(in.readUShort());
            add(into, CellNumbers.cell(row, column++, RKUtil.decodeNumber(in.readInt()), format));
        }
    }

    /** The stored result: a number, or a mark that says what else it is; a text follows in its own record. */
    private void formula(RecordInputStream in, Sheet into) {
        int[] place = place(in);
        long result = in.readLong();
        if (result >>> 48 != 0xFFFF) {
            add(into, CellNumbers.cell(place[0], place[1], Double.longBitsToDouble(result), format(place[2])));
            return;
        }
        int value = (int) (result >>> 16) & 0xFF;
        switch ((int) result & 0xFF) {
            case 0 -> waiting = place;
            case 1 -> add(into, truth(place, value));
            case 2 -> add(into, XlsLoader.error(place[0], place[1], value));
            default -> {}
        }
    }

    private static Cell truth(int[] place, int value) {
        return new Cell(place[0], place[1], value == 1 ? "TRUE" : "FALSE", null, "", Cell.Kind.TEXT);
    }

    private void text(Sheet into, int[] place, String text) {
        if (!text.isBlank()) {
            add(into, new Cell(place[0], place[1], text, null, "", Cell.Kind.TEXT));
        }
    }

    private void add(Sheet into, Cell cell) {
        if (++cells > limits.cells()) {
            throw new TooMuch();
        }
        into.cells().add(cell);
    }

    /** Row, column and style. */
    private static int[] place(RecordInputStream in) {
        return new int[] {in.readUShort(), in.readUShort(), in.readUShort()};
    }

    private String format(int style) {
        int format = style < styles.size() ? styles.get(style) : 0;
        @Nullable String builtin = HSSFDataFormat.getBuiltinFormat((short) format);
        return formats.getOrDefault(format, builtin == null ? "" : builtin);
    }

    private String text(RecordInputStream in, int length) {
        byte[] bytes = new byte[Math.min(length, in.remaining())];
        in.readFully(bytes);
        return new String(bytes, charset);
    }

    private static Charset charset(int codepage) {
        String name = codepage == CHINESE ? "GB18030" : "windows-" + codepage;
        return Charset.isSupported(name) ? Charset.forName(name) : Charset.forName("GB18030");
    }
}
