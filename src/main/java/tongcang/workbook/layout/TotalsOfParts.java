package tongcang.workbook.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tongcang.Figure;
import tongcang.Measure;
import tongcang.relation.Relation;

/**
 * Totals that are not their parts' sum by more than rounding. Where only one cell can be off, because a row and a column miss
 * by the same amount there, or because a slip of one digit explains it, that cell is named with what would be right; else
 * the total is told and all of them are in doubt.
 */
final class TotalsOfParts {
    private static final Pattern MEAN = Pattern.compile("人均|平均|户均|亩均|单产|每|率|指数|密度|占|比重|价格|单价");

    private static final int LISTED = 8;

    private final Map<Relation.Place, Figure> amounts = new LinkedHashMap<>();
    private final List<Relation> ties;

    TotalsOfParts(Map<Relation.Place, Figure> places, Function<Integer, String> rowWords) {
        places.forEach((place, figure) -> {
            if (isAmount(figure)) {
                amounts.put(place, figure);
            }
        });
        this.ties = amounts.isEmpty() ? List.of() : new TotalClaims(amounts, rowWords).ties();
    }

    private static boolean isAmount(Figure figure) {
        return (figure.measure() == Measure.LEVEL || figure.measure() == Measure.INCREMENT)
                && !figure.quantity().unit().contains("%")
                && figure.quantity().ratio().isEmpty()
                && !MEAN.matcher(figure.label()).find();
    }

    /** The totals that hold, with what they are the sum of. */
    List<Relation> kept() {
        return ties.stream().filter(Relation::holds).toList();
    }

    List<Contradiction> contradictions() {
        List<Relation> broken = ties.stream().filter(r -> !r.holds()).toList();
        Map<Relation.Place, List<Relation>> across = new HashMap<>();
        broken.stream()
                .filter(r -> !isDown(r))
                .forEach(r -> cells(r).forEach(cell ->
                        across.computeIfAbsent(cell, c -> new ArrayList<>()).add(r)));
        List<Contradiction> found = new ArrayList<>();
        Set<Relation> explained = new HashSet<>();
        broken.stream().filter(TotalsOfParts::isDown).forEach(down -> {
            for (Relation.Place cell : cells(down)) {
                for (Relation other : across.getOrDefault(cell, List.of())) {
                    if (!explained.contains(down)
                            && !explained.contains(other)
                            && amounts.containsKey(cell)
                            && excess(down, cell).compareTo(excess(other, cell)) == 0) {
                        found.add(crossing(down, cell));
                        explained.add(down);
                        explained.add(other);
                    }
                }
            }
        });
        broken.stream()
                .filter(relation -> !explained.contains(relation))
                .forEach(relation -> found.add(slip(relation).orElseGet(() -> all(relation))));
        return found;
    }

    private static boolean isDown(Relation relation) {
        return relation.parts().get(0).column() == relation.result().column();
    }

    private static List<Relation.Place> cells(Relation relation) {
        return Stream.concat(Stream.of(relation.result()), relation.parts().stream())
                .toList();
    }

    /** By how much a cell is too large if it alone is off. */
    private static BigDecimal excess(Relation relation, Relation.Place cell) {
        return cell.equals(relation.result())
                ? relation.difference()
                : relation.difference().negate();
    }

    private Contradiction crossing(Relation down, Relation.Place cell) {
        return named(
                cell,
                excess(down, cell),
                "行、列两处合计都差 " + excess(down, cell).abs().stripTrailingZeros().toPlainString());
    }

    private Optional<Contradiction> slip(Relation relation) {
        List<Relation.Place> off = cells(relation).stream()
                .filter(amounts::containsKey)
                .filter(cell -> Slips.explain(value(cell), value(cell).subtract(excess(relation, cell))))
                .toList();
        return off.size() == 1
                ? Optional.of(named(
                        off.get(0),
                        excess(relation, off.get(0)),
                        "与合计 "
                                + relation.result().address() + " 相差 "
                                + relation.difference()
                                        .abs()
                                        .stripTrailingZeros()
                                        .toPlainString()))
                : Optional.empty();
    }

    private Contradiction named(Relation.Place cell, BigDecimal excess, String why) {
        Figure figure = Objects.requireNonNull(amounts.get(cell));
        String should = value(cell).subtract(excess).stripTrailingZeros().toPlainString();
        return new Contradiction(
                Contradictions.finding(
                        figure,
                        should,
                        cell.address() + " 的 " + figure.quantity().valueText() + " 可能有误：" + why + "，如为 " + should
                                + " 则各项相符；请核实"),
                List.of(figure));
    }

    private Contradiction all(Relation relation) {
        Figure total = Objects.requireNonNull(amounts.get(relation.result()));
        BigDecimal sum = total.quantity().value().subtract(relation.difference());
        List<Relation.Place> parts = relation.parts();
        return new Contradiction(
                Contradictions.finding(
                        total,
                        "",
                        "合计 " + total.quantity().valueText() + " 与 " + named(parts) + " 共 " + parts.size() + " 项之和 "
                                + sum.stripTrailingZeros().toPlainString() + " 不符，相差 "
                                + relation.difference()
                                        .abs()
                                        .stripTrailingZeros()
                                        .toPlainString() + "；请核实这些数"),
                cells(relation).stream()
                        .map(amounts::get)
                        .filter(Objects::nonNull)
                        .toList());
    }

    /** A few cells one by one, more by the first and the last. */
    private static String named(List<Relation.Place> parts) {
        return parts.size() <= LISTED
                ? parts.stream().map(Relation.Place::address).collect(Collectors.joining("、"))
                : parts.get(0).address() + " 至 " + parts.get(parts.size() - 1).address();
    }

    private BigDecimal value(Relation.Place cell) {
        return Objects.requireNonNull(amounts.get(cell)).quantity().value();
    }
}
