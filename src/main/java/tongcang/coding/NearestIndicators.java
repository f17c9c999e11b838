package tongcang.coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The indicators whose names resemble a label: proposed to a statistician who asks, never applied, and no part of coding,
 * which would hold each unknown label against every name.
 */
final class NearestIndicators {
    private static final int PROPOSED = 3;
    private static final double ALIKE = 0.34;

    /** A name of an indicator with how many pairs of neighbouring characters it has. */
    private record Name(String text, String indicator, int pairs) {}

    private final Map<String, List<Name>> namesByPair = new HashMap<>();

    NearestIndicators(IndicatorList indicators) {
        indicators.normalNames().forEach((name, code) -> {
            Set<String> pairs = pairs(name);
            Name entry = new Name(name, code, pairs.size());
            pairs.forEach(pair ->
                    namesByPair.computeIfAbsent(pair, p -> new ArrayList<>()).add(entry));
        });
    }

    /** Codes of the nearest, best first: those whose names share most pairs of characters (Dice's coefficient). */
    List<String> of(String normal) {
        Set<String> pairs = pairs(normal);
        Map<Name, Integer> shared = new HashMap<>();
        pairs.forEach(
                pair -> namesByPair.getOrDefault(pair, List.of()).forEach(name -> shared.merge(name, 1, Integer::sum)));
        Map<String, Double> best = new TreeMap<>();
        shared.forEach((name, count) -> {
            double likeness = 2.0 * count / (pairs.size() + name.pairs());
            if (likeness >= ALIKE) {
                best.merge(name.indicator(), likeness, Math::max);
            }
        });
        return best.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(PROPOSED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Set<String> pairs(String text) {
        Set<String> pairs = new HashSet<>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            pairs.add(text.substring(i, i + 2));
        }
        return pairs;
    }
}
