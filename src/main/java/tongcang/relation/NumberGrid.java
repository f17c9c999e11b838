package tongcang.relation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The numbers of a sheet at their places, exact, each with the decimals that are shown of it.
 *
 * <p>Inside, all are whole numbers of one scale, as fine as the finest that fits into 64 bits with room for the sum of a
 * line; a number that is finer still is rounded to it, and its tolerance with it.
 */
public final class NumberGrid {
    private static final byte ABSENT = Byte.MIN_VALUE;
    private static final byte WORDS = Byte.MIN_VALUE + 1;
    private static final int DIGITS = 17;

    private final int rows;
    private final int columns;
    private final int scale;
    private final long[] values;
    private final byte[] decimals;

    private NumberGrid(int rows, int columns, int scale, List<Entry> entries, List<int[]> words) {
        this.rows = rows;
        this.columns = columns;
        this.scale = scale;
        this.values = new long[Math.multiplyExact(rows, columns)];
        this.decimals = new byte[values.length];
        Arrays.fill(decimals, ABSENT);
        for (int[] w : words) {
            if (w[0] < rows && w[1] < columns) {
                decimals[w[0] * columns + w[1]] = WORDS;
            }
        }
        for (Entry e : entries) {
            int at = e.row * columns + e.column;
            values[at] = e.value
                    .setScale(scale, RoundingMode.HALF_UP)
                    .unscaledValue()
                    .longValueExact();
            decimals[at] = (byte) Math.min(e.value.scale(), scale);
        }
    }

    private record Entry(int row, int column, BigDecimal value) {}

    /** Collects the numbers of a sheet. */
    public static final class Builder {
        private final List<Entry> entries = new ArrayList<>();
        private final List<int[]> words = new ArrayList<>();
        private int least;

        /** Reckons in at least so many decimals, as far as there is room: quotients of few decimals are cut short less. */
        public Builder decimals(int least) {
            this.least = least;
            return this;
        }

        /**
         * Adds a number; of one place the last counts.
         *
         * @param row 0-based
         * @param column 0-based
         * @param value its scale says how many decimals are shown
         */
        public Builder put(int row, int column, BigDecimal value) {
            entries.add(new Entry(row, column, value.scale() < 0 ? value.setScale(0) : value));
            return this;
        }

        /** Tells that a place holds something that is no number. */
        public Builder putWords(int row, int column) {
            words.add(new int[] {row, column});
            return this;
        }

        /** The grid; numbers of more digits than a sheet can hold are left out. */
        public NumberGrid build() {
            List<Entry> fit = entries.stream()
                    .filter(e -> e.value.precision() - e.value.scale() <= DIGITS - 2)
                    .toList();
            int rows = fit.stream().mapToInt(e -> e.row + 1).max().orElse(0);
            int columns = fit.stream().mapToInt(e -> e.column + 1).max().orElse(0);
            int whole = fit.stream()
                    .mapToInt(e -> Math.max(1, e.value.precision() - e.value.scale()))
                    .max()
                    .orElse(1);
            int room = DIGITS - String.valueOf(Math.max(rows, columns)).length() + 1;
            int finest = fit.stream().mapToInt(e -> e.value.scale()).reduce(least, Math::max);
            return new NumberGrid(rows, columns, Math.max(0, Math.min(finest, room - whole)), fit, words);
        }
    }

    int rows() {
        return rows;
    }

    int columns() {
        return columns;
    }

    /** How many decimals the whole numbers of this grid stand for. */
    int scale() {
        return scale;
    }

    boolean has(int at) {
        return decimals[at] > WORDS;
    }

    boolean hasWords(int at) {
        return decimals[at] == WORDS;
    }

    /** The number at a place, in units of the scale; 0 where there is none. */
    long value(int at) {
        return values[at];
    }

    int decimals(int at) {
        return decimals[at];
    }
}
