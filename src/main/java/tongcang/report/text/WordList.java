package tongcang.report.text;

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
public final class WordList {
    private static final int BUCKETS = 256;
    private static final Map<String, WordList> LISTS = load();

    private final List<String> words;
    private final Set<String> known;
    /** The words by a hash of their first and of their last character, the longest first. */
    private final List<List<String>> byFirst = new ArrayList<>();

    private final List<List<String>> byLast = new ArrayList<>();

    private WordList(List<String> words) {
        this.words = words.stream()
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        this.known = Set.copyOf(this.words);
        for (int i = 0; i < BUCKETS; i++) {
            int bucket = i;
            byFirst.add(this.words.stream()
                    .filter(w -> bucket(w.charAt(0)) == bucket)
                    .toList());
            byLast.add(this.words.stream()
                    .filter(w -> bucket(w.charAt(w.length() - 1)) == bucket)
                    .toList());
        }
    }

    private static int bucket(char c) {
        return c % BUCKETS;
    }

    /** The list of a section. */
    public static WordList of(String section) {
        return Objects.requireNonNull(LISTS.get(section), section);
    }

    /** The longest word that a text ends with; empty where none. */
    public String atEnd(String text) {
        return before(text, text.length());
    }

    /** The longest word that ends in front of a column; empty where none. */
    private String before(String text, int column) {
        if (column > 0) {
            List<String> words = byLast.get(bucket(text.charAt(column - 1)));
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i);
                if (text.startsWith(word, column - word.length())) {
                    return word;
                }
            }
        }
        return "";
    }

    /** The longest word that a text starts with; empty where none. */
    public String atStart(String text) {
        return at(text, 0);
    }

    /** The longest word that starts at a column; empty where none. */
    public String at(String text, int column) {
        if (column < text.length()) {
            List<String> words = byFirst.get(bucket(text.charAt(column)));
            for (int i = 0; i < words.size(); i++) {
                if (text.startsWith(words.get(i), column)) {
                    return words.get(i);
                }
            }
        }
        return "";
    }

    public boolean contains(String word) {
        return known.contains(word);
    }

    /** The column behind the last occurrence of any of the words; -1 where none occurs. */
    public int lastIn(String text) {
        int end = text.length();
        while (end > 0 && before(text, end).isEmpty()) {
            end--;
        }
        return end == 0 ? -1 : end;
    }

    /** The column of the first word that occurs; -1 where none does. */
    public int firstIn(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (!at(text, at).isEmpty()) {
                return at;
            }
        }
        return -1;
    }

    public boolean isIn(String text) {
        return firstIn(text) >= 0;
    }

    /** A group that matches any of the words, for patterns that are built from a list. */
    public String regex() {
        return words.stream().map(Pattern::quote).collect(Collectors.joining("|", "(?:", ")"));
    }

    private static Map<String, WordList> load() {
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
        Map<String, WordList> words = new HashMap<>();
        lists.forEach((name, list) -> words.put(name, new WordList(list)));
        return Map.copyOf(words);
    }

    private static String resource() {
        try (InputStream in =
                Objects.requireNonNull(WordList.class.getResourceAsStream("/tongcang/report/words.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
