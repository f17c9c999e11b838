package tongcang.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tongcang.Figure;
import tongcang.Measure;

/** Finds the indicator that a label names, in layers; whatever only resembles is proposed and not taken. */
final class LabelMatcher {
    private static final int PROPOSED = 3;
    private static final double ALIKE = 0.34;

    /**
     * What was found.
     *
     * @param indicator its code, or null
     * @param measure as read, or as the label's words say
     * @param members of classifications among the parts of the path, {@code dimension=member}
     * @param rule the layer that found it
     * @param candidates the nearest, where none was found
     */
    record Match(
            @Nullable String indicator, Measure measure, List<String> members, String rule, List<String> candidates) {}

    private record Query(String label, Measure measure) {}

    private final Codelists lists;
    private final Map<Query, Match> known = new ConcurrentHashMap<>();

    LabelMatcher(Codelists lists) {
        this.lists = lists;
    }

    Match match(String label, Measure measure) {
        return known.computeIfAbsent(new Query(label, measure), q -> find(q.label(), q.measure()));
    }

    private Match find(String label, Measure measure) {
        Optional<String> exact = lists.indicatorNamed(label);
        if (exact.isPresent()) {
            return new Match(exact.get(), measure, List.of(), "exact", List.of());
        }
        String[] parts = label.split(Figure.PATH);
        return one(String.join("", parts), measure, List.of())
                .or(() -> parts.length > 1 ? path(parts, measure) : Optional.empty())
                .orElseGet(() -> new Match(null, measure, List.of(), "none", nearest(label)));
    }

    /** A path: its innermost part, or its outermost, names the indicator, and every other part is a known member. */
    private Optional<Match> path(String[] parts, Measure measure) {
        for (int named : new int[] {parts.length - 1, 0}) {
            List<String> members = new ArrayList<>();
            for (int i = 0; i < parts.length; i++) {
                if (i != named) {
                    lists.member(parts[i]).ifPresent(m -> members.add(m.dimension() + "=" + m.code()));
                }
            }
            if (members.size() == parts.length - 1) {
                Optional<Match> match = one(parts[named], measure, members);
                if (match.isPresent()) {
                    return match;
                }
            }
        }
        return Optional.empty();
    }

    private Optional<Match> one(String label, Measure measure, List<String> members) {
        String normal = Words.normal(label);
        return found(normal, measure, members, "normal")
                .or(() -> found(Words.withoutGrowth(normal), growth(measure), members, "measure"))
                .or(() -> found(Words.withoutIncrement(normal), increment(measure), members, "measure"))
                .or(() -> found(Words.withoutCount(normal), measure, members, "count"))
                .or(() -> found(normal + "数", measure, members, "count"))
                .or(() -> found(Words.withoutIncrement(normal) + "数", increment(measure), members, "measure"))
                .or(() -> found(
                        Words.withoutCount(Words.withoutIncrement(normal)), increment(measure), members, "measure"));
    }

    private Optional<Match> found(String normal, Measure measure, List<String> members, String rule) {
        return lists.indicatorOfNormalName(normal).map(code -> new Match(code, measure, members, rule, List.of()));
    }

    private static Measure growth(Measure read) {
        return read == Measure.LEVEL ? Measure.GROWTH_RATE : read;
    }

    private static Measure increment(Measure read) {
        return read == Measure.LEVEL ? Measure.INCREMENT : read;
    }

    /** The indicators whose names share most pairs of characters with the label (Dice's coefficient). */
    private List<String> nearest(String label) {
        Set<String> pairs = pairs(Words.normal(label));
        Map<String, Double> best = new TreeMap<>();
        lists.normalNames().forEach((name, code) -> {
            double likeness = likeness(pairs, pairs(name));
            if (likeness >= ALIKE) {
                best.merge(code, likeness, Math::max);
            }
        });
        return best.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(PROPOSED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static double likeness(Set<String> a, Set<String> b) {
        long shared = a.stream().filter(b::contains).count();
        return 2.0 * shared / Math.max(1, a.size() + b.size());
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }
}
