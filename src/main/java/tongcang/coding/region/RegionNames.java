package tongcang.coding.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The names of places; many places share one (朝阳区, 鼓楼区, 城关镇). */
final class RegionNames {
    /** Stands for any one character where names are compared that differ in one. */
    private static final char ANY = '?';

    private final Map<String, List<String>> codes = new HashMap<>();
    /** Names that only the bureau gives to a place. */
    private final Set<String> own = new HashSet<>();

    private @Nullable Map<String, Set<String>> wildcards;

    /** Adds a normal form; {@code byTheBureau} where only the bureau calls the place so. */
    void add(String name, String code, boolean byTheBureau) {
        List<String> sharing = codes.computeIfAbsent(name, n -> new ArrayList<>(1));
        if (!sharing.contains(code)) {
            sharing.add(code);
            if (byTheBureau) {
                own.add(name + code);
            }
        }
    }

    /** Codes of the places of that name, in the lists' order. */
    List<String> find(String name) {
        return codes.getOrDefault(name, List.of());
    }

    /** Whether a place has the name by the bureau's own list alone: 市区, 开发区. */
    boolean isOwn(String name, String code) {
        return own.contains(name + code);
    }

    /** The names that differ in one character only from one that is nowhere listed, in order; asked seldom. */
    synchronized List<String> nearest(String name) {
        if (wildcards == null) {
            wildcards = new HashMap<>();
            for (String each : codes.keySet()) {
                patterns(each).forEach(p -> wildcards(p).add(each));
            }
        }
        Set<String> near = new TreeSet<>();
        patterns(name)
                .forEach(p ->
                        near.addAll(Optional.ofNullable(wildcards).orElseThrow().getOrDefault(p, Set.of())));
        return List.copyOf(near);
    }

    private Set<String> wildcards(String pattern) {
        return Optional.ofNullable(wildcards).orElseThrow().computeIfAbsent(pattern, p -> new HashSet<>(2));
    }

    /** A name of three characters or more with each of them left open; shorter ones are near to too many. */
    private static List<String> patterns(String name) {
        List<String> patterns = new ArrayList<>();
        for (int i = 0; name.length() >= 3 && name.length() <= 20 && i < name.length(); i++) {
            patterns.add(name.substring(0, i) + ANY + name.substring(i + 1));
        }
        return patterns;
    }
}
