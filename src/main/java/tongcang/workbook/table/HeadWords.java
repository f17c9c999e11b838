package tongcang.workbook.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tongcang.Figure;
import tongcang.workbook.grid.CellText;
import tongcang.workbook.grid.Grid;

/** Words of forms as they are compared: without spaces, in one width, without numbering. */
public final class HeadWords {
    private static final String NUMBERING =
            "^(?:[一二三四五六七八九十]{1,3}、|\\([一二三四五六七八九十\\d]{1,3}\\)|\\d{1,2}[、.](?!\\d)|其中[::]?|[#*`])+";

    private static final Pattern PART = Pattern.compile("\\{[a-z]+}|[^{]+|\\{");

    private HeadWords() {}

    public static String key(String words) {
        return CellText.clean(words).replaceAll("\\s", "");
    }

    public static String rowKey(String label) {
        return key(label).replaceFirst(NUMBERING, "");
    }

    /** A pattern for words with {@code {year}}, {@code {month}} or {@code {quarter}} in them. */
    public static Pattern pattern(String words) {
        return Pattern.compile(PART.matcher(key(words))
                .results()
                .map(part -> switch (part.group()) {
                    case "{year}" -> "(?:19|20)\\d\\d";
                    case "{month}" -> "1?\\d";
                    case "{quarter}" -> "[一二三四1-4]";
                    default -> Pattern.quote(part.group());
                })
                .collect(Collectors.joining()));
    }

    /** The heads over a column, from the outermost in, each once. */
    public static String head(Grid grid, Table table, int column) {
        RowKinds kinds = new RowKinds(grid);
        List<String> words = new ArrayList<>();
        for (int row : table.heads()) {
            String text = over(grid, table, row, column);
            if (!text.isEmpty() && !words.contains(text) && !kinds.isIndexRow(row)) {
                words.add(text);
            }
        }
        return String.join(Figure.PATH, words);
    }

    /** A head that stands over several columns without being merged is over those that have a head below. */
    private static String over(Grid grid, Table table, int row, int column) {
        String own = grid.text(row, column);
        boolean last = row == table.heads().get(table.heads().size() - 1);
        if (!own.isEmpty()
                || last
                || grid.area(row, column).isPresent()
                || !table.columns().contains(column)) {
            return own;
        }
        for (int c = column - 1; c >= table.columns().get(0); c--) {
            if (!grid.text(row, c).isEmpty()) {
                return grid.text(row + 1, column).isEmpty()
                                || grid.text(row + 1, c).isEmpty()
                        ? ""
                        : grid.text(row, c);
            }
        }
        return "";
    }

    /** The choice that shares most characters with the words; empty where none shares half of them. */
    public static Optional<String> nearest(String words, List<String> choices) {
        return choices.stream()
                .filter(choice -> likeness(words, choice) >= 0.5)
                .max(Comparator.comparingDouble(choice -> likeness(words, choice)));
    }

    private static double likeness(String a, String b) {
        Set<Integer> of = key(a).chars().boxed().collect(Collectors.toSet());
        Set<Integer> with = key(b).chars().boxed().collect(Collectors.toSet());
        long shared = of.stream().filter(with::contains).count();
        return 2.0 * shared / Math.max(1, of.size() + with.size());
    }
}
