package tongcang.workbook.layout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tongcang.Figure;
import tongcang.relation.Claim;
import tongcang.relation.Kind;
import tongcang.relation.NumberGrid;
import tongcang.relation.Relation;
import tongcang.relation.Relations;

/**
 * Which rows and columns claim to be totals of others: by their words (合计, 小计), or because most of their numbers are. A
 * claim is believed where the sheet's own arithmetic keeps it far more often than not; what then breaks it is a
 * contradiction.
 */
final class TotalClaims {
    private static final Pattern TOTAL = Pattern.compile("(?:.*[^\\p{IsHan}])?(?:合计|总计|小计)(?:[（(].*)?");
    private static final Pattern SUBSET = Pattern.compile("^[#*]?其中.*|^#.*");

    /** Larger tables are held to the claims of their words alone. */
    private static final int MOST_SEARCHED = 400;

    /** Of more totals than these only the first and the last may be that of all. */
    private static final int FEW = 4;

    /** Of one number alone, a difference of more than a fifth says that other rows are meant. */
    private static final int NEAR = 5;

    private final Map<Relation.Place, Figure> figures;
    private final Function<Integer, String> rowWords;
    private final NumberGrid numbers;
    /** The label path of each row's first figure, by row. */
    private final TreeMap<Integer, List<String>> paths = new TreeMap<>();

    private final Map<Integer, Map<Integer, BigDecimal>> byRow = new HashMap<>();
    private final Map<Integer, Map<Integer, BigDecimal>> byColumn = new HashMap<>();
    private final List<Integer> rows;
    private final Set<Integer> totalRows;
    /** Rows that are no totals, by their words. */
    private final Map<String, Integer> named = new HashMap<>();

    /** {@code figures} are amounts that add up; {@code rowWords} gives a row's words. */
    TotalClaims(Map<Relation.Place, Figure> figures, Function<Integer, String> rowWords) {
        this.figures = figures;
        this.rowWords = rowWords;
        NumberGrid.Builder builder = new NumberGrid.Builder();
        figures.forEach((place, f) -> {
            BigDecimal value = f.quantity().value();
            builder.put(place.row(), place.column(), value);
            byRow.computeIfAbsent(place.row(), r -> new HashMap<>()).put(place.column(), value);
            byColumn.computeIfAbsent(place.column(), c -> new HashMap<>()).put(place.row(), value);
        });
        this.numbers = builder.build();
        figures.forEach((place, f) ->
                paths.computeIfAbsent(place.row(), row -> List.of(f.label().split(Figure.PATH, -1))));
        this.rows = List.copyOf(paths.keySet());
        this.totalRows = rows.stream()
                .filter(row -> TOTAL.matcher(rowWords.apply(row)).matches())
                .collect(Collectors.toCollection(TreeSet::new));
        rows.stream()
                .filter(row -> !totalRows.contains(row))
                .forEach(row -> named.putIfAbsent(rowWords.apply(row), row));
    }

    /** The ties that believed claims promise, whether they hold or not; of one total those of the first claim. */
    List<Relation> ties() {
        Map<Relation.Place, Relation> ties = new LinkedHashMap<>();
        for (List<Claim> rivals : byWords()) {
            best(rivals).forEach(relation -> ties.putIfAbsent(relation.result(), relation));
        }
        for (Claim claim : byNumbers()) {
            of(claim, 3).forEach(relation -> ties.merge(relation.result(), relation, TotalClaims::broken));
        }
        return List.copyOf(ties.values());
    }

    /** Of two ties of one total that which does not hold, since what numbers alone show is another breakdown of it. */
    private static Relation broken(Relation before, Relation other) {
        return before.holds() ? other : before;
    }

    /** Of several readings of one total, that of which most lines keep the promise. */
    private List<Relation> best(List<Claim> rivals) {
        List<Relation> best = List.of();
        long most = 0;
        for (Claim claim : rivals) {
            List<Relation> checked = Relations.check(numbers, List.of(claim));
            long holds = checked.stream().filter(Relation::holds).count();
            if (holds > most) {
                most = holds;
                best = of(checked, 1);
            }
        }
        return most > 0 ? best : alone(rivals.get(0));
    }

    private List<Relation> of(Claim claim, int times) {
        return of(Relations.check(numbers, List.of(claim)), times);
    }

    /** The ties of a claim that is kept {@code times} as often as not. */
    private static List<Relation> of(List<Relation> checked, int times) {
        long holds = checked.stream().filter(Relation::holds).count();
        return holds >= times * (checked.size() - holds) ? checked : List.of();
    }

    /** A table of one column of amounts: its only total, of all other rows, and not far off. */
    private List<Relation> alone(Claim all) {
        List<Relation> checked = Relations.check(numbers, List.of(all));
        if (all.across()
                || checked.size() != 1
                || all.parts().size() < 2
                || checked.get(0).parts().size() < 2) {
            return List.of();
        }
        Relation only = checked.get(0);
        BigDecimal total =
                Objects.requireNonNull(figures.get(only.result())).quantity().value();
        boolean near =
                only.difference().abs().multiply(BigDecimal.valueOf(NEAR)).compareTo(total.abs()) <= 0;
        return near && totalRows.size() == 1 ? List.of(only) : List.of();
    }

    private List<List<Claim>> byWords() {
        List<List<Claim>> claims = new ArrayList<>();
        claims.addAll(claims(false, rows.stream().filter(row -> !isNested(row)).toList(), totalRows));
        List<Integer> columns = figures.keySet().stream()
                .map(Relation.Place::column)
                .distinct()
                .sorted()
                .toList();
        claims.addAll(claims(true, columns, totalColumns()));
        claims.removeIf(List::isEmpty);
        return claims;
    }

    /** Columns nearly all of whose labels name a total, in rows that are none. */
    private Set<Integer> totalColumns() {
        Map<Integer, int[]> counts = new TreeMap<>();
        figures.forEach((place, figure) -> {
            if (!totalRows.contains(place.row())) {
                int[] count = counts.computeIfAbsent(place.column(), c -> new int[2]);
                count[0]++;
                String[] parts = figure.label().split(Figure.PATH, -1);
                boolean total = false;
                for (String part : parts) {
                    total |= TOTAL.matcher(part.replaceAll("\\s", "")).matches();
                }
                count[1] += total ? 1 : 0;
            }
        });
        return counts.entrySet().stream()
                .filter(e -> e.getValue()[1] * 10 >= e.getValue()[0] * 9)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * What each total may be the sum of: of all other lines or of all other totals, of the lines behind it or before it up to
     * the next total, or of a run of these that starts beside it. In a table of many totals only the first and the last may
     * be that of all.
     */
    private List<List<Claim>> claims(boolean across, List<Integer> lines, Set<Integer> totals) {
        List<Integer> plain =
                lines.stream().filter(line -> !totals.contains(line)).toList();
        List<Integer> sorted = totals.stream().sorted().toList();
        List<List<Claim>> claims = new ArrayList<>();
        for (int t = 0; t < sorted.size(); t++) {
            int total = sorted.get(t);
            int at = -1 - Collections.binarySearch(plain, total);
            int next = t + 1 < sorted.size() ? -1 - Collections.binarySearch(plain, sorted.get(t + 1)) : plain.size();
            int last = t > 0 ? -1 - Collections.binarySearch(plain, sorted.get(t - 1)) : 0;
            List<Integer> behind = plain.subList(at, next);
            List<Integer> before = plain.subList(last, at);
            Set<List<Integer>> parts = new LinkedHashSet<>();
            boolean ofAll = sorted.size() <= FEW || t == 0 || t == sorted.size() - 1;
            if (ofAll) {
                parts.add(plain);
            }
            parts.add(behind);
            parts.add(before);
            if (ofAll) {
                parts.add(sorted.stream().filter(other -> other != total).toList());
            }
            parts.add(run(across, total, behind));
            parts.add(run(
                    across,
                    total,
                    before.stream().sorted(Comparator.reverseOrder()).toList()));
            claims.add(parts.stream()
                    .filter(p -> p.size() > 1)
                    .map(p -> new Claim(across, Kind.SUM, total, p))
                    .toList());
        }
        return claims;
    }

    /** The first lines, from the total away, that add up to it exactly wherever it has a number; none where no run does. */
    private List<Integer> run(boolean across, int total, List<Integer> away) {
        Map<Integer, BigDecimal> rest = new HashMap<>(byLine(across).getOrDefault(total, Map.of()));
        for (int i = 0; i < away.size(); i++) {
            byLine(across)
                    .getOrDefault(away.get(i), Map.of())
                    .forEach((at, value) -> rest.computeIfPresent(at, (k, left) -> left.subtract(value)));
            if (i > 0 && rest.values().stream().allMatch(left -> left.signum() == 0)) {
                return away.subList(0, i + 1).stream().sorted().toList();
            }
        }
        return List.of();
    }

    /** The numbers of each line: of a row by column, of a column by row. */
    private Map<Integer, Map<Integer, BigDecimal>> byLine(boolean across) {
        return across ? byColumn : byRow;
    }

    /** Whether a row is a part of another row: it says 其中, or its label has the other's as a parent. */
    private boolean isNested(int row) {
        if (SUBSET.matcher(rowWords.apply(row)).find()) {
            return true;
        }
        List<String> path = Objects.requireNonNull(paths.get(row));
        return path.size() > 1
                && path.subList(0, path.size() - 1).stream().anyMatch(parent -> named.getOrDefault(parent, row) != row);
    }

    /** Totals that the numbers alone show, in tables that are small enough to be searched. */
    private Set<Claim> byNumbers() {
        if (figures.size() > MOST_SEARCHED) {
            return Set.of();
        }
        Map<Claim, Integer> found = new HashMap<>();
        for (Relation relation : Relations.totals(numbers)) {
            if (relation.kind() == Kind.SUM && relation.parts().size() > 1) {
                boolean across =
                        relation.parts().get(0).row() == relation.result().row();
                Function<Relation.Place, Integer> line = across ? Relation.Place::column : Relation.Place::row;
                found.merge(
                        new Claim(
                                across,
                                Kind.SUM,
                                line.apply(relation.result()),
                                relation.parts().stream().map(line).toList()),
                        1,
                        Integer::sum);
            }
        }
        found.values().removeIf(times -> times < 3);
        return found.keySet();
    }
}
