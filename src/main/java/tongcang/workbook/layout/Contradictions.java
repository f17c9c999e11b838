package tongcang.workbook.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.Measure;
import tongcang.Period;
import tongcang.Provenance;
import tongcang.Severity;
import tongcang.relation.Claim;
import tongcang.relation.Kind;
import tongcang.relation.NumberGrid;
import tongcang.relation.Relation;
import tongcang.relation.Relations;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.table.RowKinds;

/** What the figures of one table say against each other. They are told, and stay as they are. */
final class Contradictions {
    /** How many of a column's figures may be doubles at most, of a hundred, for the table to have been understood. */
    private static final int DOUBLES = 34;

    private final Map<Relation.Place, Figure> places = new LinkedHashMap<>();
    private final Map<Integer, List<Figure>> rows = new TreeMap<>();

    private final Grid grid;

    Contradictions(Grid grid, List<Figure> figures) {
        this.grid = grid;
        for (Figure figure : figures) {
            if (figure.provenance() instanceof Provenance.Cell cell) {
                Relation.Place place = Relation.Place.of(cell.cell());
                places.put(place, figure);
                rows.computeIfAbsent(place.row(), r -> new ArrayList<>()).add(figure);
            }
        }
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(growth());
        findings.addAll(doubles());
        return findings;
    }

    /** Growth against its two levels. Where most rows do not fit, it is one in real terms; what fits as a change is none. */
    private List<Finding> growth() {
        Set<List<Integer>> columns = new LinkedHashSet<>();
        rows.values()
                .forEach(row -> row.stream()
                        .filter(f -> f.measure() == Measure.GROWTH_RATE && f.period() != null)
                        .forEach(f -> columns.addAll(levels(f, row))));
        if (columns.isEmpty()) {
            return List.of();
        }
        NumberGrid.Builder numbers = new NumberGrid.Builder();
        places.forEach((place, f) ->
                numbers.put(place.row(), place.column(), f.quantity().value()));
        NumberGrid built = numbers.build();
        List<Finding> findings = new ArrayList<>();
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
                broken.forEach(r -> findings.add(growth(r)));
            }
        }
        return findings;
    }

    private static List<Relation> checked(NumberGrid numbers, Kind kind, int result, int... parts) {
        return Relations.check(numbers, List.of(new Claim(true, kind, result, parts)));
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

    private Finding growth(Relation relation) {
        Figure growth = at(relation.result());
        Figure before = at(relation.parts().get(0));
        Figure now = at(relation.parts().get(1));
        String said = growth.quantity().valueText();
        String should =
                growth.quantity().value().subtract(relation.difference()).toPlainString();
        return finding(
                growth,
                should,
                "增长 " + said + "% 与同一行的本期 " + now.quantity().valueText() + "、上年同期 "
                        + before.quantity().valueText() + " 不符，按两期数值计算约为 " + should + "%；请核实这三个数");
    }

    private Figure at(Relation.Place place) {
        return Objects.requireNonNull(places.get(place));
    }

    /** The same thing said twice in a column, with different numbers. */
    private List<Finding> doubles() {
        Map<Integer, Map<List<Object>, List<Figure>>> columns = new TreeMap<>();
        places.forEach((place, f) -> columns.computeIfAbsent(place.column(), c -> new LinkedHashMap<>())
                .computeIfAbsent(key(place.row(), f), k -> new ArrayList<>())
                .add(f));
        return columns.values().stream()
                .flatMap(column -> doubles(column).stream())
                .toList();
    }

    private List<Finding> doubles(Map<List<Object>, List<Figure>> column) {
        List<List<Figure>> said = column.values().stream()
                .filter(same -> same.size() > 1 && !same.get(0).region().isEmpty())
                .toList();
        int all = column.values().stream().mapToInt(List::size).sum();
        int again = said.stream().mapToInt(same -> same.size() - 1).sum();
        if (again == 0 || 100 * again > DOUBLES * all) {
            return List.of();
        }
        return said.stream()
                .filter(same -> same.stream()
                                .map(f -> f.quantity().value().stripTrailingZeros())
                                .distinct()
                                .count()
                        > 1)
                .map(Contradictions::twice)
                .toList();
    }

    private static Finding twice(List<Figure> same) {
        String places = same.stream()
                .map(f -> ((Provenance.Cell) f.provenance()).cell() + " 为 "
                        + f.quantity().valueText())
                .collect(Collectors.joining("，"));
        return finding(
                same.get(1),
                "",
                "“" + same.get(0).region() + "”在同一列出现 " + same.size() + " 次而数值不同：" + places + "；请核实并只保留一个");
    }

    /** What a figure is about, as it was read, and the words of its row. */
    private List<Object> key(int row, Figure f) {
        return List.of(
                grid.row(row).stream()
                        .filter(cell -> cell.kind() == Cell.Kind.TEXT && !RowKinds.isValue(cell))
                        .map(grid::words)
                        .toList(),
                f.label(),
                f.region(),
                f.breakdown(),
                f.measure(),
                f.status(),
                String.valueOf(f.period()),
                f.quantity().unit(),
                f.quantity().comparator());
    }

    private static Finding finding(Figure figure, String expected, String message) {
        return new Finding(
                "workbook.contradiction",
                Severity.WARNING,
                figure.provenance(),
                figure.quantity().valueText(),
                expected,
                message);
    }
}
