package tongcang.workbook.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.Provenance;
import tongcang.Severity;
import tongcang.relation.Relation;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.table.RowKinds;

/** What the figures of one table say against each other. They are told, and stay as they are. */
final class Contradictions {
    /** How many of a column's figures may be doubles at most, of a hundred, for the table to have been understood. */
    private static final int DOUBLES = 34;

    private static final Pattern BETWEEN_IDEOGRAPHS = Pattern.compile("(?<=\\p{IsHan})\\s+(?=\\p{IsHan})");

    private final Map<Relation.Place, Figure> places = new LinkedHashMap<>();
    private final Map<Integer, List<Figure>> rows = new TreeMap<>();

    private final Map<Integer, List<String>> labels = new HashMap<>();
    private final Grid grid;
    private final TotalsOfParts totals;

    Contradictions(Grid grid, List<Figure> figures) {
        this.grid = grid;
        for (Figure figure : figures) {
            if (figure.provenance() instanceof Provenance.Cell cell) {
                Relation.Place place = Relation.Place.of(cell.cell());
                places.put(place, figure);
                rows.computeIfAbsent(place.row(), r -> new ArrayList<>()).add(figure);
            }
        }
        this.totals = new TotalsOfParts(places, this::words);
    }

    List<Contradiction> all() {
        List<Contradiction> all = new ArrayList<>(new GrowthAgainstLevels(places, rows.values()).contradictions());
        List<Finding> findings = new ArrayList<>(doubles());
        findings.addAll(aboveTotal());
        Map<Provenance, Figure> at = new HashMap<>();
        places.values().forEach(f -> at.put(f.provenance(), f));
        findings.forEach(f -> all.add(new Contradiction(f, List.of(Objects.requireNonNull(at.get(f.provenance()))))));
        all.addAll(new Impossible(places).contradictions());
        all.addAll(totals.contradictions());
        return all;
    }

    /** The totals that their parts add up to. */
    List<Tie> sums() {
        return totals.kept().stream()
                .map(sum -> new Tie(
                        Stream.concat(Stream.of(sum.result()), sum.parts().stream())
                                .flatMap(place -> Stream.ofNullable(places.get(place)))
                                .toList(),
                        sum))
                .toList();
    }

    /** The words of a row, before its numbers. */
    private String words(int row) {
        return BETWEEN_IDEOGRAPHS
                .matcher(String.join(" ", labels(row)))
                .replaceAll("")
                .strip();
    }

    /** The texts of a row, cell by cell. */
    private List<String> labels(int row) {
        return labels.computeIfAbsent(
                row,
                r -> grid.row(r).stream()
                        .filter(cell -> cell.kind() == Cell.Kind.TEXT && !RowKinds.isValue(cell))
                        .map(grid::words)
                        .toList());
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

    private List<Finding> aboveTotal() {
        Map<List<Object>, List<Figure>> columns = new LinkedHashMap<>();
        places.forEach((place, f) -> {
            List<Object> key = new ArrayList<>(about(f));
            key.add(place.column());
            columns.computeIfAbsent(key, k -> new ArrayList<>()).add(f);
        });
        return columns.values().stream()
                .flatMap(column -> PartsAboveTotal.of(column).stream())
                .map(e -> finding(
                        e.part(),
                        "",
                        "“" + e.part().region() + "”的 " + e.part().quantity().valueText() + " 大于“"
                                + e.whole().region() + "”的 "
                                + e.whole().quantity().valueText() + "（"
                                + ((Provenance.Cell) e.whole().provenance()).cell() + "），部分不应大于总体；请核实"))
                .toList();
    }

    /** What a figure is about, as it was read, and the words of its row. */
    private List<Object> key(int row, Figure f) {
        List<Object> key = new ArrayList<>(about(f));
        key.add(f.region());
        key.add(labels(row));
        return key;
    }

    /** What a figure is about, its place left out. */
    private static List<Object> about(Figure f) {
        return List.of(
                f.label(),
                f.breakdown(),
                f.measure(),
                f.status(),
                String.valueOf(f.period()),
                f.quantity().unit(),
                f.quantity().comparator());
    }

    static Finding finding(Figure figure, String expected, String message) {
        return new Finding(
                "workbook.contradiction",
                Severity.WARNING,
                figure.provenance(),
                figure.quantity().valueText(),
                expected,
                message);
    }
}
