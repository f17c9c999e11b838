package tongcang.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What lines look like that tables were flattened into, and what stands above a table. */
final class TableLines {
    /** A number that stands alone, or the sign that there is none. */
    private static final Pattern NUMBER = Pattern.compile(
            "[-−－+]?\\d{1,3}(?:[,，]\\d{3})+(?:\\.\\d+)?[%％]?|[-−－+]?\\d{1,12}(?:\\.\\d+)?[%％]?|[—–\\-－…/]{1,4}");

    private static final Pattern UNIT_CAPTION = Pattern.compile("[（(【]?(?:计量|金额)?单位[:：].{1,24}");
    private static final Pattern SENTENCE = Pattern.compile("[。；！？!?]|[，,：:]$");
    /** A heading of the text, which is no title of a table. */
    private static final Pattern HEADING = Pattern.compile("[一二三四五六七八九十]{1,3}、.*|[（(][一二三四五六七八九十]{1,3}[)）].*");

    private static final int LONGEST_CELL = 40;
    private static final int LONGEST_TITLE = 60;
    /** Blank lines between a table and what stands above it. */
    private static final int MOST_BLANK = 2;

    private TableLines() {}

    static boolean isNumber(String words) {
        return NUMBER.matcher(words).matches();
    }

    /** Whether it may be a head or a label: short, and no sentence. */
    static boolean isLabel(String words) {
        return !words.isEmpty()
                && words.length() <= LONGEST_CELL
                && !SENTENCE.matcher(words).find();
    }

    static boolean isCaption(String words) {
        return UNIT_CAPTION.matcher(words).matches();
    }

    /** Title and caption right above a line, as rows of one cell. */
    static List<List<LineTable.Cell>> above(List<String> lines, int first) {
        List<List<LineTable.Cell>> rows = new ArrayList<>();
        int line = textAbove(lines, first);
        if (line >= 0 && isCaption(lines.get(line).strip())) {
            rows.add(List.of(LineTable.Cell.of(line, lines.get(line))));
            line = textAbove(lines, line);
        }
        if (line >= 0 && isTitle(lines.get(line).strip())) {
            rows.add(0, List.of(LineTable.Cell.of(line, lines.get(line))));
        }
        return rows;
    }

    private static boolean isTitle(String words) {
        return words.length() <= LONGEST_TITLE
                && !SENTENCE.matcher(words).find()
                && !HEADING.matcher(words).matches()
                && !isNumber(words);
    }

    private static int textAbove(List<String> lines, int line) {
        int above = line - 1;
        while (above >= 0 && line - above <= MOST_BLANK && lines.get(above).isBlank()) {
            above--;
        }
        return above >= 0 && lines.get(above).isBlank() ? -1 : above;
    }
}
