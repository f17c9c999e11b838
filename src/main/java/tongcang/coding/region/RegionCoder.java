package tongcang.coding.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tongcang.NamedPlaces;
import tongcang.NamedPlaces.Meaning;

/** Finds which places the names of a sheet mean, all of them together. */
public final class RegionCoder {
    private final RegionList regions;
    private final String home;

    /**
     * Makes a coder.
     *
     * @param home code of the bureau's own region
     */
    public RegionCoder(RegionList regions, String home) {
        this.regions = regions;
        this.home = home;
    }

    /** What each of the names means, in their order. */
    public Map<String, Meaning> code(NamedPlaces places) {
        Surroundings around = surroundings(places);
        Map<String, Meaning> meanings = new LinkedHashMap<>();
        List<String> known = new ArrayList<>();
        for (String name : places.names()) {
            if (WholePlaces.of(name).isEmpty()) {
                Meaning meaning = around.meaning(name);
                meanings.put(name, meaning);
                if (!meaning.region().isEmpty()) {
                    known.add(meaning.region());
                }
            }
        }
        boolean named = !meanings.isEmpty();
        Whole whole = new Whole(regions, home, around.scope(), known, named);
        Map<String, Meaning> inOrder = new LinkedHashMap<>();
        for (String name : places.names()) {
            inOrder.put(name, Optional.ofNullable(meanings.get(name)).orElseGet(() -> whole.meaning(name)));
        }
        return inOrder;
    }

    private Surroundings surroundings(NamedPlaces places) {
        PlaceMentions mentions = new PlaceMentions(regions, places.firstYear(), places.lastYear());
        Map<String, List<String>> candidates = new LinkedHashMap<>();
        for (String name : places.names()) {
            if (WholePlaces.of(name).isEmpty()) {
                candidates.put(name, mentions.find(RegionList.normal(name)));
            }
        }
        return new Surroundings(regions, home, mentions.scope(places.around()), candidates, parent(candidates));
    }

    /** The place that most of the names can belong to, at least two of them and half; empty where there is none. */
    private Optional<String> parent(Map<String, List<String>> candidates) {
        Map<String, Integer> votes = new HashMap<>();
        for (List<String> codes : candidates.values()) {
            codes.stream()
                    .map(code -> regions.get(code).parent())
                    .distinct()
                    .forEach(p -> votes.merge(p, 1, Integer::sum));
        }
        int most = votes.values().stream().mapToInt(v -> v).max().orElse(0);
        List<String> first = votes.entrySet().stream()
                .filter(vote -> vote.getValue() == most && !vote.getKey().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
        return first.size() == 1 && most >= 2 && most * 2 >= candidates.size()
                ? Optional.of(first.get(0))
                : Optional.empty();
    }
}
