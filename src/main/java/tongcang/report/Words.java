package tongcang.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The word lists of {@code words.txt}, each longest word first. */
final class Words {
    private static final Map<String, Words> LISTS = load();

    private final List<String> words;
    private final Set<String> known;
    private final Map<Character, List<String>> byFirst = new HashMap<>();
    private final Map<Character, List<String>> byLast = new HashMap<>();

    private Words(List<String> words) {
        this.words = words.stream()
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        this.known = Set.copyOf(this.words);
        for (String word : this.words) {
            byFirst.computeIfAbsent(word.charAt(0), c -> new ArrayList<>()).add(word);
            byLast.computeIfAbsent(word.charAt(word.length() - 1), c -> new ArrayList<>())
                    .add(word);
        }
    }

    /** The list of a section. */
    static Words of(String section) {
        return Objects.requireNonNull(LISTS.get(section), section);
    }

    /** The longest word that a text ends with; empty where none. */
    String atEnd(String text) {
        if (!text.isEmpty()) {
            for (String word : byLast.getOrDefault(text.charAt(text.length() - 1), List.of())) {
                if (text.endsWith(word)) {
                    return word;
                }
            }
        }
        return "";
    }

    /** The longest word that a text starts with; empty where none. */
    String atStart(String text) {
        return at(text, 0);
    }

    /** The longest word that starts at a column; empty where none. */
    String at(String text, int column) {
        if (column < text.length()) {
            for (String word : byFirst.getOrDefault(text.charAt(column), List.of())) {
                if (text.startsWith(word, column)) {
                    return word;
                }
            }
        }
        return "";
    }

    boolean contains(String word) {
        return known.contains(word);
    }

    /** The column behind the last occurrence of any of the words; -1 where none occurs. */
    int lastIn(String text) {
        int last = -1;
        for (String word : words) {
            int at = text.lastIndexOf(word);
            last = Math.max(last, at < 0 ? -1 : at + word.length());
        }
        return last;
    }

    boolean isIn(String text) {
        return words.stream().anyMatch(text::contains);
    }

    /** A group that matches any of the words, for patterns that are built from a list. */
    String regex() {
        return words.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
    }

    private static Map<String, Words> load() {
        Map<String, List<String>> lists = new HashMap<>();
        String section = "";
        for (String line : resource().lines().toList()) {
            if (line.startsWith("[")) {
                section = line.substring(1, line.length() - 1);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                lists.computeIfAbsent(section, s -> new ArrayList<>())
                        .addAll(List.of(line.strip().split("\\s+")));
            }
        }
        Map<String, Words> words = new HashMap<>();
        lists.forEach((name, list) -> words.put(name, new Words(list)));
        return Map.copyOf(words);
    }

    private static String resource() {
        try (InputStream in = Objects.requireNonNull(Words.class.getResourceAsStream("words.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
