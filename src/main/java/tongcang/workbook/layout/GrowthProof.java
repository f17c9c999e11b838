package tongcang.workbook.layout;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tongcang.Figure;
import tongcang.Measure;
import tongcang.Period;
import tongcang.Provenance;

/**
 * What growth rates of a table prove of the figures that they tie: where this year's level over last year's is the growth
 * that is stated beside them, measure, unit and times of it were read right. A number of two decimals fits by chance about
 * once in a thousand times, one of none once in fifty: so many different ones must fit that all together would not by chance
 * in a thousand tables, and twice as many as do not. Then those that do not fit contradict.
 */
final class GrowthProof {
    /** Fields that a growth which fits speaks for. */
    static final List<String> HOLDS = List.of("unit.growth-holds", "period.growth-holds", "measure.growth-holds");

    static final String FAILS = "value.growth-fails";

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal HALF = new BigDecimal("0.5");
    /** Points by which growth at comparable scope or prices may differ from that of the levels. */
    private static final BigDecimal OTHER_BASIS = BigDecimal.valueOf(3);
    /** Bits that chance has to be beaten by. */
    private static final int SURE = 10;

    /** What a level is of, but its time. */
    private record Key(String label, Map<String, String> breakdown, String region, Period period) {}

    private record Triple(Figure growth, Figure before, Figure now) {
        /** How far the growth may be off by the rounding of all three. */
        BigDecimal tolerance() {
            BigDecimal from = before.quantity().value();
            BigDecimal to = now.quantity().value();
            BigDecimal ofLevels = half(to).add(half(from).multiply(to.abs()).divide(from, MathContext.DECIMAL64))
                    .multiply(HUNDRED)
                    .divide(from, MathContext.DECIMAL64);
            return half(growth.quantity().value()).add(ofLevels);
        }

        boolean holds() {
            return miss().compareTo(tolerance()) <= 0;
        }

        /** Whether another basis (comparable scope, prices, a revised year) cannot explain by how much it misses. */
        boolean fails() {
            return !holds() && miss().compareTo(OTHER_BASIS) > 0;
        }

        private BigDecimal miss() {
            BigDecimal from = before.quantity().value();
            BigDecimal reckoned =
                    now.quantity().value().subtract(from).multiply(HUNDRED).divide(from, MathContext.DECIMAL64);
            return reckoned.subtract(growth.quantity().value()).abs();
        }

        /** How unlikely it is that any number within a hundred points fits, as a power of 2. */
        int bits() {
            return HUNDRED.divide(tolerance().multiply(BigDecimal.valueOf(2)), MathContext.DECIMAL64)
                            .toBigInteger()
                            .bitLength()
                    - 1;
        }
    }

    private GrowthProof() {}

    /** For each place that takes part, the codes of what is proven there, or of what fails. */
    static Map<String, Map<String, String>> in(List<Figure> figures) {
        List<Triple> triples = triples(figures);
        Set<BigDecimal> different = new HashSet<>();
        int holds = 0;
        int bits = 0;
        for (Triple t : triples) {
            BigDecimal value = t.growth().quantity().value();
            if (t.holds()) {
                holds++;
                bits += value.signum() != 0 && different.add(value) ? Math.max(0, t.bits()) : 0;
            }
        }
        if (bits < SURE || 3 * holds < 2 * triples.size()) {
            return Map.of();
        }
        Map<String, Map<String, String>> told = new HashMap<>();
        for (Triple t : triples) {
            if (t.holds()) {
                HOLDS.forEach(code -> tell(told, t.growth(), code, ""));
                tell(told, t.before(), HOLDS.get(1), "");
                tell(told, t.now(), HOLDS.get(1), "");
            }
        }
        triples.stream().filter(Triple::fails).forEach(t -> {
            String words = "增长 " + t.growth().quantity().valueText() + "% 与本期 "
                    + t.now().quantity().valueText() + "、上年同期 "
                    + t.before().quantity().valueText() + " 不符";
            for (Figure figure : List.of(t.growth(), t.before(), t.now())) {
                tell(told, figure, FAILS, words);
            }
        });
        return told;
    }

    private static void tell(Map<String, Map<String, String>> told, Figure figure, String code, String words) {
        told.computeIfAbsent(place(figure), p -> new HashMap<>()).putIfAbsent(code, words);
    }

    static String place(Figure figure) {
        return figure.provenance() instanceof Provenance.Cell cell ? cell.cell() : "";
    }

    private static List<Triple> triples(List<Figure> figures) {
        List<Figure> growths = figures.stream()
                .filter(f -> f.measure() == Measure.GROWTH_RATE
                        && f.period() != null
                        && f.breakdown().isEmpty())
                .toList();
        if (growths.isEmpty()) {
            return List.of();
        }
        Map<Key, Figure> levels = new HashMap<>();
        Set<Key> twice = new HashSet<>();
        for (Figure f : figures) {
            Period period = f.period();
            if (f.measure() == Measure.LEVEL && period != null) {
                Key key = new Key(f.label(), f.breakdown(), f.region(), period);
                if (levels.put(key, f) != null) {
                    twice.add(key);
                }
            }
        }
        levels.keySet().removeAll(twice);
        List<Triple> triples = new ArrayList<>();
        for (Figure growth : growths) {
            Period period = Objects.requireNonNull(growth.period());
            @Nullable Figure now = levels.get(new Key(growth.label(), growth.breakdown(), growth.region(), period));
            @Nullable
            Figure before =
                    levels.get(new Key(growth.label(), growth.breakdown(), growth.region(), period.yearEarlier()));
            if (now != null && before != null && before.quantity().value().signum() > 0) {
                triples.add(new Triple(growth, before, now));
            }
        }
        return triples;
    }

    /** Half of the last place that is shown. */
    private static BigDecimal half(BigDecimal number) {
        return HALF.scaleByPowerOfTen(-Math.max(0, number.scale()));
    }
}
