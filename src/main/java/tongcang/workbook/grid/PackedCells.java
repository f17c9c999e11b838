package tongcang.workbook.grid;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows of cells at eight bytes a cell, so that a sheet of millions fits where their objects would not. A long holds,
 * from the top: column (14 bits), what it is (5), number format (13), value (32); a value that is longer lies in a pool.
 */
public final class PackedCells {
    /** Most number formats that a workbook may tell apart; Excel itself allows some hundreds. */
    public static final int FORMATS = 1 << 13;

    private static final int TEXT = 0;
    private static final int ERROR = 1;
    /** A cell without a value: never calculated, or {@link #REPEATED}. */
    private static final int UNCALCULATED = 2;

    private static final int REPEATED = 1;
    private static final int DOUBLE = 3;
    /** A decimal with that many places less this, its digits in the value. */
    private static final int SHORT_DECIMAL = 4;
    /** The same with its digits in the pool. */
    private static final int LONG_DECIMAL = 18;

    private static final int PLACES = LONG_DECIMAL - SHORT_DECIMAL;

    private final List<String> shared;
    private final List<String> formats;
    private final List<String> own = new ArrayList<>();
    private long[] pool = new long[0];
    private int pooled;
    private int[] numbers = new int[64];
    private long[][] rows = new long[64][];
    private int count;
    private long[] open = new long[64];
    private int cells;
    private boolean inOrder = true;
    private int columns;

    /**
     * Begins empty.
     *
     * @param shared texts that all sheets of the workbook share
     * @param formats number formats, at most {@link #FORMATS}
     */
    public PackedCells(List<String> shared, List<String> formats) {
        this.shared = shared;
        this.formats = formats;
    }

    /** A shared text. */
    public void shared(int column, int index) {
        add(column, TEXT, 0, index);
    }

    public void text(int column, String text) {
        add(column, TEXT, 0, own(text));
    }

    public void error(int column, String code) {
        add(column, ERROR, 0, own(code));
    }

    public void uncalculated(int column) {
        add(column, UNCALCULATED, 0, 0);
    }

    /** A finite double. */
    public void number(int column, int format, double value) {
        add(column, DOUBLE, format, pool(Double.doubleToRawLongBits(value)));
    }

    /** A decimal of at most 15 digits; no trailing zeros behind the point, and {@code scale} below {@link #PLACES}. */
    public void decimal(int column, int format, long unscaled, int scale) {
        if (scale >= PLACES) {
            number(column, format, BigDecimal.valueOf(unscaled, scale).doubleValue());
        } else if (unscaled == (int) unscaled) {
            add(column, SHORT_DECIMAL + scale, format, (int) unscaled);
        } else {
            add(column, LONG_DECIMAL + scale, format, pool(unscaled));
        }
    }

    private int own(String text) {
        own.add(text);
        return shared.size() + own.size() - 1;
    }

    private int pool(long value) {
        if (pooled == pool.length) {
            pool = Arrays.copyOf(pool, Math.max(64, pooled + (pooled >> 1)));
        }
        pool[pooled] = value;
        return pooled++;
    }

    private void add(int column, int what, int format, int value) {
        if (cells == open.length) {
            open = Arrays.copyOf(open, cells * 2);
        }
        long head = ((long) column << 18) | ((long) what << 13) | format;
        inOrder &= cells == 0 || column(open[cells - 1]) < column;
        open[cells++] = (head << 32) | (value & 0xFFFFFFFFL);
        columns = Math.max(columns, column + 1);
    }

    /** Ends a row; the cells added since the last end are its. */
    public void endRow(int number) {
        if (cells > 0) {
            long[] row = Arrays.copyOf(open, cells);
            add(number, inOrder ? row : ordered(row));
        }
        cells = 0;
        inOrder = true;
    }

    private void add(int number, long[] row) {
        if (count > 0 && numbers[count - 1] >= number) {
            insert(number, row);
            return;
        }
        reserve();
        numbers[count] = number;
        rows[count++] = row;
    }

    private void reserve() {
        if (count == numbers.length) {
            numbers = Arrays.copyOf(numbers, count + (count >> 1));
            rows = Arrays.copyOf(rows, numbers.length);
        }
    }

    /** A row out of order, or a second part of one: rare, so it may cost. */
    private void insert(int number, long[] row) {
        int index = Arrays.binarySearch(numbers, 0, count, number);
        if (index >= 0) {
            long[] both = Arrays.copyOf(rows[index], rows[index].length + row.length);
            System.arraycopy(row, 0, both, rows[index].length, row.length);
            rows[index] = ordered(both);
            return;
        }
        reserve();
        int at = -index - 1;
        System.arraycopy(numbers, at, numbers, at + 1, count - at);
        System.arraycopy(rows, at, rows, at + 1, count - at);
        numbers[at] = number;
        rows[at] = row;
        count++;
    }

    /** By column; several at one place are one that says so. */
    private static long[] ordered(long[] row) {
        List<Integer> order = IntStream.range(0, row.length)
                .boxed()
                .sorted(Comparator.comparingInt((Integer i) -> column(row[i])))
                .toList();
        long[] places = new long[row.length];
        int count = 0;
        for (int index : order) {
            if (count > 0 && column(places[count - 1]) == column(row[index])) {
                places[count - 1] = (((long) column(row[index]) << 18) | ((long) UNCALCULATED << 13)) << 32 | REPEATED;
            } else {
                places[count++] = row[index];
            }
        }
        return Arrays.copyOf(places, count);
    }

    private static int column(long cell) {
        return (int) (cell >>> 50);
    }

    /** The 0-based numbers of the rows with a cell. */
    int[] numbers() {
        return Arrays.copyOf(numbers, count);
    }

    int columnCount() {
        return columns;
    }

    long size() {
        return Arrays.stream(rows, 0, count).mapToLong(r -> r.length).sum();
    }

    /** The cells of the row with that index among {@link #numbers}. */
    List<Cell> unpack(int index) {
        long[] row = rows[index];
        Cell[] unpacked = new Cell[row.length];
        for (int i = 0; i < row.length; i++) {
            unpacked[i] = unpack(numbers[index], row[i]);
        }
        return List.of(unpacked);
    }

    private Cell unpack(int row, long cell) {
        int column = column(cell);
        int what = (int) (cell >>> 45) & 0x1F;
        String format = formats.isEmpty() ? "" : formats.get((int) (cell >>> 32) & (FORMATS - 1));
        int value = (int) cell;
        return switch (what) {
            case TEXT -> new Cell(row, column, textAt(value), null, "", Cell.Kind.TEXT);
            case ERROR -> new Cell(row, column, textAt(value), null, "", Cell.Kind.ERROR);
            case UNCALCULATED ->
                new Cell(row, column, "", null, "", value == REPEATED ? Cell.Kind.REPEATED : Cell.Kind.UNCALCULATED);
            case DOUBLE -> CellNumbers.cell(row, column, Double.longBitsToDouble(pool[value]), format);
            default -> {
                BigDecimal number = what < LONG_DECIMAL
                        ? BigDecimal.valueOf(value, what - SHORT_DECIMAL)
                        : BigDecimal.valueOf(pool[value], what - LONG_DECIMAL);
                yield new Cell(row, column, number.toPlainString(), number, format, Cell.Kind.NUMBER);
            }
        };
    }

    private String textAt(int index) {
        return index < shared.size() ? shared.get(index) : own.get(index - shared.size());
    }
}
