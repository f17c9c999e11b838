package tongcang.relation;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** Measures the CPU time of the search for relations: a sheet of 200,000 × 20 with totals, shares and growth in it, and a small sheet. */
public final class RelationBench {
    private RelationBench() {}

    public static void main(String[] args) {
        NumberGrid large = sheet(200_000, 20);
        NumberGrid small = sheet(20, 8);
        time("20 x 8", small, 2_000);
        time("200,000 x 20", large, 5);
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void time(String name, NumberGrid grid, int rounds) {
        long[] nanos = new long[rounds];
        AtomicLong found = new AtomicLong();
        for (int i = 0; i < rounds; i++) {
            found.set(0);
            long start = cpu();
            Relations.find(grid, relation -> found.incrementAndGet());
            nanos[i] = cpu() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT,
                "%-14s median %.2f ms, worst %.2f ms, %d relations%n",
                name,
                nanos[rounds / 2] / 1e6,
                nanos[rounds - 1] / 1e6,
                found.get());
    }

    /** Columns: parts, their total, this year, last year, growth, and a share; a total below every ten rows. */
    private static NumberGrid sheet(int rows, int columns) {
        Random random = new Random(7);
        NumberGrid.Builder grid = new NumberGrid.Builder();
        long[] totals = new long[columns];
        for (int r = 0; r < rows; r++) {
            boolean total = r % 10 == 9;
            long[] row = total ? totals.clone() : random.longs(columns, 100, 100_000).toArray();
            row[2] = row[0] + row[1];
            for (int c = 0; c < columns; c++) {
                totals[c] = total ? 0 : totals[c] + row[c];
                if (c < columns - 2) {
                    grid.put(r, c, BigDecimal.valueOf(row[c], 1));
                }
            }
            grid.put(r, columns - 2, BigDecimal.valueOf(Math.round(1000.0 * (row[3] - row[4]) / row[4]), 1));
            grid.put(r, columns - 1, BigDecimal.valueOf(Math.round(1000.0 * row[0] / row[2]), 1));
        }
        return grid.build();
    }
}
