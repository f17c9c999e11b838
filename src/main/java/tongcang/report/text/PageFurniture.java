package tongcang.report.text;

import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The lines that belong to pages and not to the text: page numbers, running heads and feet. */
final class PageFurniture {
    private static final int LONGEST_NUMBER = 30;
    private static final int LONGEST_HEAD = 60;
    /** A line that stands so often at the edge of pages is a running head. */
    private static final int RUNNING = 3;

    /** Blank lines between the edge of a page and its text. */
    private static final int MOST_BLANK = 20;

    private static final Pattern NUMBER = Pattern.compile("[—–\\-－~·•]{1,2} ?\\d{1,4} ?[—–\\-－~·•]{1,2}"
            + "|第 ?\\d{1,4} ?页(?:[ ,，/]{0,2}共 ?\\d{1,4} ?页)?|共 ?\\d{1,4} ?页[ ,，/]{0,2}第 ?\\d{1,4} ?页"
            + "|\\d{1,4} ?/ ?\\d{1,4}|[Pp](?:age|\\.)? ?\\d{1,4}(?: of \\d{1,4})?");
    private static final Pattern BARE_NUMBER = Pattern.compile("\\d{1,3}");

    private final List<String> lines;
    private final BitSet furniture = new BitSet();
    private final BitSet edges = new BitSet();

    private PageFurniture(List<String> lines) {
        this.lines = lines;
    }

    /** The numbers of those lines. */
    static BitSet of(List<String> lines) {
        PageFurniture pages = new PageFurniture(lines);
        pages.numbers();
        pages.heads();
        return pages.furniture;
    }

    private void numbers() {
        for (int i = 0; i < lines.size(); i++) {
            if (startsPage(i)) {
                edges.set(textFrom(i, 1));
                edges.set(textFrom(i - 1, -1));
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.length() <= LONGEST_NUMBER
                    && isNumber(i, Characters.clean(line).strip())) {
                furniture.set(i);
                edges.set(textFrom(i - 1, -1));
                edges.set(textFrom(i + 1, 1));
            }
        }
    }

    private boolean isNumber(int at, String line) {
        boolean alone = edges.get(at) || isBlank(at - 1) && isBlank(at + 1);
        return NUMBER.matcher(line).matches()
                || alone && BARE_NUMBER.matcher(line).matches();
    }

    /** The report's title may look like the heads that repeat it; it is the first line and stays. */
    private void heads() {
        Map<String, Integer> counts = new HashMap<>();
        edges.clear(lines.size());
        edges.stream().forEach(i -> counts.merge(withoutNumber(i), 1, Integer::sum));
        int title = textFrom(0, 1);
        edges.stream()
                .filter(i -> i != title && counts.getOrDefault(withoutNumber(i), 0) >= RUNNING)
                .forEach(furniture::set);
    }

    /** What a head is on every page; a line that is too long for one stands for itself. */
    private String withoutNumber(int line) {
        String words = lines.get(line);
        return words.length() > LONGEST_HEAD ? line + "" : words.replaceAll("[\\d\\s　]", "");
    }

    private boolean startsPage(int line) {
        return !lines.get(line).isEmpty() && lines.get(line).charAt(0) == '\f';
    }

    private boolean isBlank(int line) {
        return line < 0 || line >= lines.size() || lines.get(line).isBlank();
    }

    /** The nearest line with text from one on, in either direction; behind the last line where none is near. */
    private int textFrom(int from, int step) {
        int i = from;
        for (int blank = 0; i >= 0 && i < lines.size() && lines.get(i).isBlank(); blank++) {
            i = blank < MOST_BLANK ? i + step : lines.size();
        }
        return i < 0 ? lines.size() : i;
    }
}
