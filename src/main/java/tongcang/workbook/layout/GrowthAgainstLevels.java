package tongcang.workbook.layout;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.Measure;
import tongcang.Period;
import tongcang.Provenance;
import tongcang.relation.Claim;
import tongcang.relation.Kind;
import tongcang.relation.NumberGrid;
import tongcang.relation.Relation;
import tongcang.relation.Relations;

/** Holds growth against its two levels in the same row. Where most rows do not fit, it is one in real terms; what fits as a change is none. */
final class GrowthAgainstLevels {
    private static final int MOST_ZEROS = 8;
    private static final BigDecimal LEAST = new BigDecimal("0.8");
    private static final BigDecimal MOST = new BigDecimal("1.25");

    /** Rows that have to agree for two columns to be taken for each other. */
    private static final int FEWEST_TURNED = 3;

    private final Map<Relation.Place, Figure> places;
    private final Collection<List<Figure>> rows;

    /** {@code rows} are the figures of {@code places}, row by row. */
    GrowthAgainstLevels(Map<Relation.Place, Figure> places, Collection<List<Figure>> rows) {
        this.places = places;
        this.rows = rows;
    }

    List<Contradiction> contradictions() {
        Set<List<Integer>> columns = new LinkedHashSet<>();
        rows.forEach(row -> row.stream()
                .filter(f -> f.measure() == Measure.GROWTH_RATE && f.period() != null)
                .forEach(f -> columns.addAll(levels(f, row))));
        if (columns.isEmpty()) {
            return List.of();
        }
        NumberGrid.Builder numbers = new NumberGrid.Builder();
        places.forEach((place, f) ->
                numbers.put(place.row(), place.column(), f.quantity().value()));
        NumberGrid built = numbers.build();
        List<Contradiction> found = new ArrayList<>();
        for (List<Integer> c : columns) {
            List<Relation> checked = checked(built, Kind.GROWTH, c.get(0), c.get(1), c.get(2));
            Set<Relation.Place> changes = checked(built, Kind.DIFFERENCE, c.get(0), c.get(2), c.get(1)).stream()
                    .filter(Relation::holds)
                    .map(Relation::result)
                    .collect(Collectors.toSet());
            List<Relation> broken = checked.stream()
                    .filter(r -> !r.holds() && !changes.contains(r.result()))
                    .toList();
            if (2 * broken.size() <= checked.size()) {
                broken.forEach(r -> found.add(new Contradiction(finding(r), levelsAndGrowth(r))));
            } else {
                found.addAll(turned(built, c, checked));
                found.addAll(scaled(checked));
            }
        }
        return found;
    }

    /** This year's column and last year's changed places: none of the rows fits, and all do the other way round. */
    private List<Contradiction> turned(NumberGrid numbers, List<Integer> c, List<Relation> checked) {
        List<Relation> turned = checked(numbers, Kind.GROWTH, c.get(0), c.get(2), c.get(1));
        boolean fits = turned.size() >= FEWEST_TURNED
                && turned.stream().allMatch(Relation::holds)
                && checked.stream().noneMatch(Relation::holds);
        if (!fits) {
            return List.of();
        }
        Figure first = at(turned.get(0).result());
        return List.of(new Contradiction(
                Contradictions.finding(first, "", "这一列的增长与本期、上年同期两列全都不符，两列对调则全都相符；疑似两列放反，请核实"),
                turned.stream().flatMap(r -> levelsAndGrowth(r).stream()).toList()));
    }

    /** All rows miss by the same power of ten: one of the two columns is in another unit than the heads say. */
    private List<Contradiction> scaled(List<Relation> checked) {
        for (int power = -MOST_ZEROS; power <= MOST_ZEROS && checked.size() >= FEWEST_TURNED; power++) {
            int tens = power;
            if (power != 0 && checked.stream().allMatch(r -> isNear(times(r), tens))) {
                Figure first = at(checked.get(0).result());
                String which = power > 0 ? "本期比上年同期大" : "本期比上年同期小";
                return List.of(new Contradiction(
                        Contradictions.finding(
                                first, "", "按增长推算，整列的" + which + "约 10 的 " + Math.abs(power) + " 次方倍；两列的单位疑似不同，请核实"),
                        checked.stream()
                                .flatMap(r -> levelsAndGrowth(r).stream())
                                .toList()));
            }
        }
        return List.of();
    }

    /** How many times this year's level is what last year's and the growth give. */
    private BigDecimal times(Relation relation) {
        BigDecimal growth = at(relation.result()).quantity().value();
        BigDecimal due = growth.movePointLeft(2).add(BigDecimal.ONE);
        BigDecimal is = growth.subtract(relation.difference()).movePointLeft(2).add(BigDecimal.ONE);
        return due.signum() <= 0 ? BigDecimal.ZERO : is.divide(due, MathContext.DECIMAL32);
    }

    private static boolean isNear(BigDecimal times, int power) {
        BigDecimal one = times.movePointLeft(power);
        return one.compareTo(LEAST) >= 0 && one.compareTo(MOST) <= 0;
    }

    private List<Figure> levelsAndGrowth(Relation relation) {
        return List.of(
                at(relation.result()),
                at(relation.parts().get(0)),
                at(relation.parts().get(1)));
    }

    private static List<Relation> checked(NumberGrid numbers, Kind kind, int result, int... parts) {
        return Relations.check(numbers, List.of(new Claim(true, kind, result, parts).inPercent()));
    }

    /** Columns of a growth, of the level it has grown from and of that it has grown to; empty where not both are beside it. */
    private static List<List<Integer>> levels(Figure growth, List<Figure> row) {
        List<Figure> now = row.stream().filter(f -> isLevel(f, growth, 0)).toList();
        List<Figure> before = row.stream().filter(f -> isLevel(f, growth, 1)).toList();
        return now.size() == 1 && before.size() == 1
                ? List.of(List.of(column(growth), column(before.get(0)), column(now.get(0))))
                : List.of();
    }

    private static boolean isLevel(Figure figure, Figure growth, int yearsBefore) {
        Period a = figure.period();
        Period b = growth.period();
        return figure.measure() == Measure.LEVEL
                && a != null
                && b != null
                && a.kind() == b.kind()
                && a.start().equals(b.start().minusYears(yearsBefore))
                && figure.label().equals(growth.label())
                && figure.region().equals(growth.region())
                && figure.breakdown().equals(growth.breakdown());
    }

    private static int column(Figure figure) {
        return Relation.Place.of(((Provenance.Cell) figure.provenance()).cell()).column();
    }

    private Finding finding(Relation relation) {
        Figure growth = at(relation.result());
        Figure before = at(relation.parts().get(0));
        Figure now = at(relation.parts().get(1));
        String said = growth.quantity().valueText();
        String should =
                growth.quantity().value().subtract(relation.difference()).toPlainString();
        return Contradictions.finding(
                growth,
                should,
                "增长 " + said + "% 与同一行的本期 " + now.quantity().valueText() + "、上年同期 "
                        + before.quantity().valueText() + " 不符，按两期数值计算约为 " + should + "%；请核实这三个数");
    }

    private Figure at(Relation.Place place) {
        return Objects.requireNonNull(places.get(place));
    }
}
