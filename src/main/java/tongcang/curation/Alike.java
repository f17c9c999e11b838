package tongcang.curation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Which of many names are spelt alike: the same but for signs, or for one character in three or more. */
final class Alike {
    private static final Pattern SIGNS = Pattern.compile("[\\s\\p{Punct}\\p{IsPunctuation}]+");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 40;
    private static final int MOST = 5;

    private final Map<String, Set<String>> byPattern = new HashMap<>();

    Alike(List<String> names) {
        names.forEach(name -> patterns(name)
                .forEach(pattern -> byPattern
                        .computeIfAbsent(pattern, p -> new LinkedHashSet<>())
                        .add(name)));
    }

    /** The other names that are spelt like one, in their order, a few at most. */
    List<String> to(String name) {
        Set<String> alike = new LinkedHashSet<>();
        patterns(name).forEach(pattern -> alike.addAll(byPattern.getOrDefault(pattern, Set.of())));
        alike.remove(name);
        return alike.stream().limit(MOST).toList();
    }

    /** The letters of a name, and where it is long enough those with any one left open. */
    private static List<String> patterns(String name) {
        String letters = SIGNS.matcher(name).replaceAll("");
        List<String> patterns = new ArrayList<>(List.of(letters));
        for (int i = 0; letters.length() >= SHORTEST && letters.length() <= LONGEST && i < letters.length(); i++) {
            patterns.add(letters.substring(0, i) + "?" + letters.substring(i + 1));
        }
        return patterns;
    }
}
