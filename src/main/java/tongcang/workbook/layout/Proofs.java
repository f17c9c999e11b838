package tongcang.workbook.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import tongcang.Figure;
import tongcang.Measure;
import tongcang.Origin;
import tongcang.Period;
import tongcang.Provenance;
import tongcang.relation.Kind;
import tongcang.relation.Relation;

/**
 * What the arithmetic of a table proves of its figures. A tie speaks for what it tells apart and for nothing else: growth for
 * its measure, its unit and the times of its levels, a share for its measure and unit, a running total for how its time is
 * counted, a sum for the unit that its parts have in common.
 */
final class Proofs {
    /** Points by which growth at comparable scope or prices may differ from that of the levels. */
    private static final BigDecimal OTHER_BASIS = BigDecimal.valueOf(3);

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    private final Map<Provenance, Map<String, String>> told = new HashMap<>();
    private final List<Figure> figures;
    /** Levels by what they are of and their time; without those that two cells say. */
    private final Map<Key, Figure> levels = new HashMap<>();

    /** What a level is of, and its time. */
    private record Key(String label, Map<String, String> breakdown, String region, Period period) {
        static Key of(Figure figure, Period period) {
            return new Key(figure.label(), figure.breakdown(), figure.region(), period);
        }
    }

    private Proofs(List<Figure> figures) {
        this.figures = figures;
        Set<Key> twice = new HashSet<>();
        for (Figure f : figures) {
            Period period = f.period();
            if (f.measure() == Measure.LEVEL && period != null) {
                Key key = Key.of(f, period);
                if (levels.put(key, f) != null) {
                    twice.add(key);
                }
            }
        }
        levels.keySet().removeAll(twice);
    }

    /** For each figure that a tie speaks for or against, the codes of what it says, with the words of what is wrong. */
    static Map<Provenance, Map<String, String>> in(List<Figure> figures, List<Tie> sums) {
        Proofs proofs = new Proofs(figures);
        if (!proofs.levels.isEmpty()) {
            proofs.growth();
            proofs.shares();
            proofs.runningTotals();
        }
        proofs.sums(sums);
        return proofs.told;
    }

    /** Where the growth rates of a table fit their levels, those that do not contradict them. */
    private void growth() {
        List<List<Figure>> growths = new ArrayList<>();
        for (Figure growth : figures) {
            Period period = growth.period();
            if (growth.measure() == Measure.GROWTH_RATE
                    && period != null
                    && growth.breakdown().isEmpty()) {
                Figure now = levels.get(Key.of(growth, period));
                Figure before = levels.get(Key.of(growth, period.yearEarlier()));
                if (now != null && before != null && before.quantity().value().signum() > 0) {
                    growths.add(List.of(growth, before, now));
                }
            }
        }
        List<Tie> ties = Tie.check(Kind.GROWTH, growths);
        if (!Tie.areSure(ties)) {
            return;
        }
        for (Tie tie : ties) {
            if (tie.holds()) {
                tell(tie.result(), "unit.growth-holds", "");
                tell(tie.result(), "measure.growth-holds", "");
                tie.figures().forEach(f -> tell(f, "period.growth-holds", ""));
            } else if (tie.relation().difference().abs().compareTo(OTHER_BASIS) > 0) {
                String words = "增长 " + tie.result().quantity().valueText() + "% 与本期 "
                        + tie.figures().get(2).quantity().valueText() + "、上年同期 "
                        + tie.figures().get(1).quantity().valueText() + " 不符";
                tie.figures().forEach(f -> tell(f, "value.growth-fails", words));
            }
        }
    }

    /** A column of shares beside one of levels, or a row below one; the whole is what has the share of 100. */
    private void shares() {
        for (boolean down : new boolean[] {true, false}) {
            Map<Integer, Map<Integer, Figure>> shares = lines(Measure.SHARE, down);
            Map<Integer, Map<Integer, Figure>> of = shares.isEmpty() ? Map.of() : lines(Measure.LEVEL, down);
            shares.values().stream()
                    .filter(line -> line.values().stream().anyMatch(Proofs::isWhole))
                    .forEach(line -> of.values().forEach(each -> shares(line, each)));
        }
    }

    /** The figures of a measure by column and row, or by row and column. */
    private Map<Integer, Map<Integer, Figure>> lines(Measure measure, boolean down) {
        Map<Integer, Map<Integer, Figure>> lines = new TreeMap<>();
        for (Figure f : figures) {
            if (f.measure() == measure && f.provenance() instanceof Provenance.Cell cell) {
                Relation.Place place = Relation.Place.of(cell.cell());
                lines.computeIfAbsent(down ? place.column() : place.row(), l -> new TreeMap<>())
                        .put(down ? place.row() : place.column(), f);
            }
        }
        return lines;
    }

    private void shares(Map<Integer, Figure> shares, Map<Integer, Figure> of) {
        List<Figure> wholes = shares.entrySet().stream()
                .filter(e -> isWhole(e.getValue()))
                .flatMap(e -> Stream.ofNullable(of.get(e.getKey())))
                .toList();
        if (wholes.size() != 1) {
            return;
        }
        Figure whole = wholes.get(0);
        List<Tie> ties = Tie.check(
                Kind.RATIO,
                shares.entrySet().stream()
                        .filter(e -> of.containsKey(e.getKey()) && !whole.equals(of.get(e.getKey())))
                        .map(e -> List.of(e.getValue(), Objects.requireNonNull(of.get(e.getKey())), whole))
                        .toList());
        if (Tie.areSure(ties)) {
            ties.stream().filter(Tie::holds).forEach(tie -> {
                tell(tie.result(), "unit.share-holds", "");
                tell(tie.result(), "measure.share-holds", "");
            });
        }
    }

    private static boolean isWhole(Figure share) {
        return share.quantity().value().compareTo(WHOLE) == 0;
    }

    /** The total of the months so far is that of the month before and the month. */
    private void runningTotals() {
        List<List<Figure>> totals = new ArrayList<>();
        for (Figure total : levels.values()) {
            Period period = Objects.requireNonNull(total.period());
            int month = period.end().getMonthValue();
            boolean fromJanuary = period.start().getMonthValue() == 1
                    && (period.kind() == Period.Kind.CUMULATIVE || period.kind() == Period.Kind.YEAR);
            if (fromJanuary && month > 1) {
                int year = period.start().getYear();
                Figure before = levels.get(Key.of(total, Period.months(year, 1, month - 1)));
                Figure added = levels.get(Key.of(total, Period.month(year, month)));
                if (before != null && added != null) {
                    totals.add(List.of(total, before, added));
                }
            }
        }
        List<Tie> ties = Tie.check(Kind.SUM, totals);
        if (Tie.areSure(ties)) {
            ties.stream()
                    .filter(Tie::holds)
                    .flatMap(tie -> tie.figures().stream())
                    .filter(f -> isNear(f.evidence().period()))
                    .forEach(f -> tell(f, "period.total-holds", ""));
        }
    }

    /** A sum says that all have one unit; it must be said near one of them. */
    private void sums(List<Tie> sums) {
        if (!Tie.areSure(sums)) {
            return;
        }
        for (Tie sum : sums) {
            String unit = sum.result().quantity().unit();
            boolean common = !unit.isEmpty()
                    && sum.figures().stream().allMatch(f -> f.quantity().unit().equals(unit));
            boolean said = sum.figures().stream()
                    .anyMatch(f -> isNear(f.evidence().unit())
                            && f.evidence().doubts().stream()
                                    .noneMatch(d -> d.code().startsWith("unit.")));
            if (sum.holds() && common && said) {
                sum.figures().forEach(f -> tell(f, "unit.sum-holds", ""));
            }
        }
    }

    /** Whether something was said at the figure's own row or column, in its caption, its title or its form. */
    private static boolean isNear(Origin origin) {
        return origin.compareTo(Origin.FORM) <= 0;
    }

    private void tell(Figure figure, String code, String words) {
        told.computeIfAbsent(figure.provenance(), p -> new HashMap<>()).putIfAbsent(code, words);
    }
}
