package tongcang.workbook.layout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tongcang.Evidence;
import tongcang.Figure;
import tongcang.Measure;
import tongcang.Period;
import tongcang.Provenance;
import tongcang.workbook.meaning.TableMeaning;

/** What the figures of a table let doubt of each other: two numbers that say the same thing, and what contradicts. */
final class Rivals {
    /** What a number is of. Two of one table that share it tell that a head was lost. */
    private record Key(
            String label,
            Map<String, String> breakdown,
            Measure measure,
            @Nullable Period period,
            String region,
            String unit) {
        static Key of(Figure f) {
            return new Key(
                    f.label(),
                    f.breakdown(),
                    f.measure(),
                    f.period(),
                    f.region(),
                    f.quantity().unit());
        }
    }

    private Rivals() {}

    /** The figures of a table, each with what its table says for and against it; {@code sums} are totals of theirs. */
    static List<Figure> in(List<Figure> figures, List<Contradiction> contradictions, List<Tie> sums) {
        Map<Key, Figure> first = new HashMap<>();
        Map<Key, Figure> other = new HashMap<>();
        for (Figure figure : figures) {
            Key key = Key.of(figure);
            Figure before = first.putIfAbsent(key, figure);
            if (before != null
                    && before.quantity().value().compareTo(figure.quantity().value()) != 0) {
                other.put(key, figure);
            }
        }
        Map<String, String> told = new HashMap<>();
        contradictions.forEach(c -> c.doubted()
                .forEach(figure -> told.putIfAbsent(
                        figure.provenance().place(), c.finding().message())));
        Map<Provenance, Map<String, String>> proof = Proofs.in(figures, sums);
        bareGrowth(figures)
                .forEach(f -> proof.computeIfAbsent(f.provenance(), p -> new HashMap<>())
                        .put("label.unmeasured", ""));
        return other.isEmpty() && told.isEmpty() && proof.isEmpty()
                ? figures
                : figures.stream()
                        .map(f -> tied(doubted(f, first, other, told), proof.get(f.provenance())))
                        .toList();
    }

    /** Growth of something that no word names as a quantity, neither beside it nor in the title: 铁路, and no level of it is there. */
    private static List<Figure> bareGrowth(List<Figure> figures) {
        Set<String> levels = figures.stream()
                .filter(f -> f.measure() == Measure.LEVEL)
                .map(Figure::label)
                .collect(Collectors.toSet());
        return figures.stream()
                .filter(f -> f.measure() == Measure.GROWTH_RATE
                        && !levels.contains(f.label())
                        && !TableMeaning.isNamed(f.label())
                        && !TableMeaning.isNamed(f.context().section()))
                .toList();
    }

    /** What the arithmetic and the words of the table say for or against a figure. */
    private static Figure tied(Figure figure, @Nullable Map<String, String> proof) {
        if (proof == null) {
            return figure;
        }
        Evidence evidence = figure.evidence();
        for (Map.Entry<String, String> code : new TreeMap<>(proof).entrySet()) {
            evidence = evidence.with(code.getKey(), code.getValue());
        }
        return figure.with(evidence);
    }

    private static Figure doubted(
            Figure figure, Map<Key, Figure> first, Map<Key, Figure> other, Map<String, String> told) {
        Evidence evidence = figure.evidence();
        Key key = Key.of(figure);
        @Nullable Figure last = other.get(key);
        if (last != null) {
            Figure rival = last.equals(figure) ? Objects.requireNonNull(first.get(key)) : last;
            evidence = evidence.with("label.twice", words(rival));
        }
        String contradiction = told.get(figure.provenance().place());
        evidence = contradiction == null ? evidence : evidence.with("value.contradicted", contradiction);
        return evidence.equals(figure.evidence()) ? figure : figure.with(evidence);
    }

    private static String words(Figure figure) {
        String place = figure.provenance() instanceof Provenance.Cell cell ? cell.cell() : "";
        return place + " 为 " + figure.quantity().valueText();
    }
}
