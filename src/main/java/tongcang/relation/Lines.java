package tongcang.relation;

import java.util.stream.IntStream;

/** A grid seen along one of its axes: lines of numbers, each with the same positions. */
final class Lines {
    /** How many numbers tell what all are rounded to. */
    private static final int ENOUGH = 4;

    private final NumberGrid grid;
    private final boolean across;
    private final int count;
    private final int length;
    private final long[] powers = new long[19];
    private final boolean[] numeric;
    private final long[] grains;

    /** {@code across}: the lines are the rows, and the positions in them the columns. */
    Lines(NumberGrid grid, boolean across) {
        this.grid = grid;
        this.across = across;
        this.count = across ? grid.rows() : grid.columns();
        this.length = across ? grid.columns() : grid.rows();
        powers[0] = 1;
        for (int i = 1; i < powers.length; i++) {
            powers[i] = powers[i - 1] * 10;
        }
        this.numeric = new boolean[length];
        this.grains = new long[length];
        for (int p = 0; p < length; p++) {
            for (int l = 0; l < count && !numeric[p]; l++) {
                numeric[p] = has(l, p);
            }
        }
    }

    int count() {
        return count;
    }

    int length() {
        return length;
    }

    boolean across() {
        return across;
    }

    int scale() {
        return grid.scale();
    }

    /** 10 to the power of an exponent of at most 18. */
    long power(int exponent) {
        return powers[exponent];
    }

    /** Lines over the whole grid, at most so many. */
    int[] some(int most) {
        int n = Math.min(count, most);
        return IntStream.range(0, n).map(i -> (int) ((long) i * count / n)).toArray();
    }

    /** Whether any line has a number there. */
    boolean isNumeric(int position) {
        return numeric[position];
    }

    /** Whether some line has words there and none a number. */
    boolean isWorded(int position) {
        return !numeric[position] && IntStream.range(0, count).anyMatch(l -> grid.hasWords(at(l, position)));
    }

    /** How many lines have a number there. */
    int filled(int position) {
        return (int) IntStream.range(0, count).filter(l -> has(l, position)).count();
    }

    boolean has(int line, int position) {
        return grid.has(at(line, position));
    }

    long value(int line, int position) {
        return grid.value(at(line, position));
    }

    /** What the last shown decimal of a number counts, in units of the scale. */
    long unit(int line, int position) {
        return powers[grid.scale() - Math.max(0, grid.decimals(at(line, position)))];
    }

    /**
     * What the numbers of a position are rounded to at most, in units of the scale: the greatest power of ten that divides
     * them all, since 27.00 and 1200 may be 26.6 and 1187 to a person who rounds.
     */
    long grain(int position) {
        if (grains[position] == 0) {
            int exponent = powers.length - 1;
            int told = 0;
            for (int l = 0; l < count && exponent > 0; l++) {
                long value = has(l, position) ? value(l, position) : 0;
                told += value == 0 ? 0 : 1;
                while (exponent > 0 && value % powers[exponent] != 0) {
                    exponent--;
                }
            }
            grains[position] = told < ENOUGH ? 1 : powers[exponent];
        }
        return grains[position];
    }

    Relation.Place place(int line, int position) {
        return across ? new Relation.Place(line, position) : new Relation.Place(position, line);
    }

    private int at(int line, int position) {
        return across ? line * grid.columns() + position : position * grid.columns() + line;
    }
}
