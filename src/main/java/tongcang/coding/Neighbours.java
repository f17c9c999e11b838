package tongcang.coding;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The indicators whose names resemble a label: proposed to a statistician, never applied. */
final class Neighbours {
    private static final int PROPOSED = 3;
    private static final double ALIKE = 0.34;

    private final Map<String, Set<String>> pairsByName = new HashMap<>();
    private final IndicatorList indicators;

    Neighbours(IndicatorList indicators) {
        this.indicators = indicators;
        indicators.normalNames().keySet().forEach(name -> pairsByName.put(name, pairs(name)));
    }

    /** Codes of the nearest, best first: those whose names share most pairs of characters (Dice's coefficient). */
    List<String> of(String normal) {
        Set<String> pairs = pairs(normal);
        Map<String, Double> best = new TreeMap<>();
        indicators.normalNames().forEach((name, code) -> {
            double likeness = likeness(pairs, pairsByName.getOrDefault(name, Set.of()));
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
        Set<String> smaller = a.size() < b.size() ? a : b;
        Set<String> larger = smaller == a ? b : a;
        long shared = smaller.stream().filter(larger::contains).count();
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
