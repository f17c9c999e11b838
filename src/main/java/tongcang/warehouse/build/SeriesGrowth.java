package tongcang.warehouse.build;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** How a series usually grows from year to year: the median of its growth, and as far from it as three deviations reach. */
final class SeriesGrowth {
    /** So many values, the one in question among them, say what is usual. */
    private static final int VALUES = 4;

    /** Three standard deviations of a normal distribution, in medians of absolute deviations: 3 × 1.4826. */
    private static final BigDecimal DEVIATIONS = new BigDecimal("4.4478");

    /** What is nearer than this to the median is usual, however even the series has grown: a share, or points over 100. */
    private static final BigDecimal LEAST = new BigDecimal("0.03");

    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final boolean grows;
    private final TreeMap<Integer, BigDecimal> values = new TreeMap<>();

    /** {@code grows}: of amounts growth is a ratio, of rates and shares a difference in points. */
    SeriesGrowth(boolean grows) {
        this.grows = grows;
    }

    void put(int year, BigDecimal value) {
        values.put(year, value);
    }

    /** Whether the other years say what is usual. */
    boolean isKnown(int year) {
        return values.size() + (values.containsKey(year) ? 0 : 1) >= VALUES
                && others(year).size() >= 2;
    }

    /**
     * By how much the growth of a value, from the year before and to the year after, is off from the median beyond what is
     * usual; zero where it is not, or where nobody knows.
     *
     * @param beside what the same source says of other years, which goes before what was known
     */
    BigDecimal beyondUsual(int year, BigDecimal value, Map<Integer, BigDecimal> beside) {
        if (!isKnown(year)) {
            return BigDecimal.ZERO;
        }
        List<BigDecimal> others = others(year);
        BigDecimal median = median(others);
        BigDecimal spread = median(
                        others.stream().map(g -> g.subtract(median).abs()).toList())
                .multiply(DEVIATIONS)
                .max(LEAST);
        boolean itself = beside.containsKey(year - 1) || beside.containsKey(year + 1);
        return growths(year, value, itself ? beside : values).stream()
                .map(g -> g.subtract(median).abs().subtract(spread))
                .reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    private List<BigDecimal> growths(int year, BigDecimal value, Map<Integer, BigDecimal> beside) {
        List<BigDecimal> growths = new ArrayList<>();
        BigDecimal before = beside.get(year - 1);
        BigDecimal after = beside.get(year + 1);
        if (before != null) {
            growth(before, value).ifPresent(growths::add);
        }
        if (after != null) {
            growth(value, after).ifPresent(growths::add);
        }
        return growths;
    }

    private List<BigDecimal> others(int year) {
        List<BigDecimal> growths = new ArrayList<>();
        values.forEach((y, value) -> {
            BigDecimal before = values.get(y - 1);
            if (before != null && y != year && y - 1 != year) {
                growth(before, value).ifPresent(growths::add);
            }
        });
        return growths;
    }

    /** None of amounts that are not above zero. */
    private Optional<BigDecimal> growth(BigDecimal before, BigDecimal now) {
        if (!grows) {
            return Optional.of(now.subtract(before).movePointLeft(2));
        }
        return before.signum() > 0 && now.signum() > 0
                ? Optional.of(now.divide(before, MathContext.DECIMAL64).subtract(BigDecimal.ONE))
                : Optional.empty();
    }

    private static BigDecimal median(List<BigDecimal> numbers) {
        List<BigDecimal> sorted = numbers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(middle)
                : sorted.get(middle - 1).add(sorted.get(middle)).divide(TWO);
    }
}
