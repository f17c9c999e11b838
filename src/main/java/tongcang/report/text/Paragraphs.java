package tongcang.report.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes paragraphs of lines again where a page was set from them: a line that breaks off goes on in the next one, over
 * page numbers and running heads. A file with a line a paragraph stays as it is.
 */
public final class Paragraphs {
    private static final String SENTENCE_END = "。！!？?；;";
    /** No paragraph ends with one of these. */
    private static final String UNFINISHED = "，、,（(“《∶";
    /** Behind a number at a line's end, its unit. */
    private static final Pattern UNIT = Pattern.compile(
            "[万亿千百][元亩吨人户千公平立辆件个家台亿美]?|[%％‰]|元|个百分点|百分点|吨|公里|平方|立方|亩|公顷|倍|人次|人[，,、。；]|户|家|项目?[，,、。；]|年[，,、。的底末以至]|月[，,、。\\d份底]");

    /** A longer line may hold several paragraphs, where indents part so many of them. */
    private static final int LONGEST_LINE = 1000;

    private static final int FEWEST_PIECES = 3;
    private static final Pattern INDENT = Pattern.compile(" {3,}|[　\\u2003]{2,}|[ 　\\u00A0\\u2000-\\u200A\\u202F]{4,}");

    private final List<String> lines;
    private final BitSet tables = new BitSet();
    private final BitSet furniture;
    private final int width;

    private Paragraphs(List<String> lines, List<LineTable> tables) {
        this.lines = lines;
        tables.forEach(table -> table.body().forEach(row -> row.forEach(cell -> this.tables.set(cell.line()))));
        this.furniture = PageFurniture.of(lines);
        this.furniture.andNot(this.tables);
        this.width = width(lines);
    }

    /** All lines as paragraphs, in the order of their first lines; those of tables stay lines. */
    static List<Paragraph> of(List<String> lines, List<LineTable> tables) {
        return new Paragraphs(lines, tables).paragraphs();
    }

    private List<Paragraph> paragraphs() {
        List<Paragraph> paragraphs = new ArrayList<>();
        BitSet taken = new BitSet();
        for (int first = 0; first < lines.size(); first++) {
            if (furniture.get(first)) {
                paragraphs.add(paragraph(first, List.of(first), Paragraph.Role.PAGE));
            } else if (tables.get(first)) {
                String line = lines.get(first);
                paragraphs.add(new Paragraph(first, line, Characters.clean(line), Paragraph.Role.TABLE, null));
            } else if (!taken.get(first)) {
                List<Integer> group = new ArrayList<>(List.of(first));
                for (int next = next(first); next > 0; next = next(next)) {
                    group.add(next);
                    taken.set(next);
                }
                if (group.size() == 1 && lines.get(first).length() > LONGEST_LINE) {
                    paragraphs.addAll(pieces(first));
                } else {
                    paragraphs.add(paragraph(first, group, Paragraph.Role.BODY));
                }
            }
        }
        return paragraphs;
    }

    /** A text that stands in one line, its paragraphs parted by their indents. */
    private List<Paragraph> pieces(int line) {
        String text = lines.get(line);
        List<Paragraph> pieces = new ArrayList<>();
        Matcher indent = INDENT.matcher(text);
        int from = 0;
        while (indent.find()) {
            if (indent.start() > from) {
                pieces.add(TypesetText.of(text, line, from, indent.start()).paragraph(Paragraph.Role.BODY));
                from = indent.end();
            }
        }
        if (pieces.size() < FEWEST_PIECES) {
            return List.of(paragraph(line, List.of(line), Paragraph.Role.BODY));
        }
        if (from < text.length()) {
            pieces.add(TypesetText.of(text, line, from, text.length()).paragraph(Paragraph.Role.BODY));
        }
        return pieces;
    }

    private Paragraph paragraph(int first, List<Integer> group, Paragraph.Role role) {
        String line = lines.get(first);
        if (group.size() == 1 && !TypesetText.hasSpaces(line)) {
            return new Paragraph(first, line, Characters.clean(line), role, null);
        }
        return TypesetText.of(lines, group).paragraph(role);
    }

    /** The line that a line goes on in; -1 where it ends its paragraph. */
    private int next(int line) {
        int next = line + 1;
        boolean turned = false;
        while (next < lines.size()
                && (furniture.get(next) || turned && lines.get(next).isBlank() || turns(next))) {
            turned = true;
            next++;
        }
        boolean text = next < lines.size() && !tables.get(next);
        return text && goesOn(lines.get(line), lines.get(next)) ? next : -1;
    }

    /** Whether blank lines lead to a page number or to a new page. */
    private boolean turns(int line) {
        int i = line;
        while (i < lines.size()
                && i < line + 3
                && lines.get(i).isBlank()
                && !lines.get(i).startsWith("\f")) {
            i++;
        }
        return i > line && i < lines.size() && (furniture.get(i) || lines.get(i).startsWith("\f"));
    }

    private boolean goesOn(String line, String next) {
        String end = line.stripTrailing();
        String start = next.strip();
        if (end.isBlank() || start.isEmpty() || isIndented(line, next)) {
            return false;
        }
        char last = end.charAt(end.length() - 1);
        if (UNFINISHED.indexOf(last) >= 0) {
            return true;
        }
        if (Character.isDigit(last) && UNIT.matcher(start).lookingAt()) {
            return true;
        }
        return width > 0 && width(end) * 100 >= width * 85 && SENTENCE_END.indexOf(lastWord(end)) < 0;
    }

    /** The last character before closing quotes and brackets. */
    private static char lastWord(String end) {
        int i = end.length() - 1;
        while (i > 0 && "”’）)》".indexOf(end.charAt(i)) >= 0) {
            i--;
        }
        return end.charAt(i);
    }

    /** Whether the next line begins a paragraph by standing further in than the one before. */
    private static boolean isIndented(String line, String next) {
        return indent(next) >= indent(line) + 2;
    }

    private static int indent(String line) {
        int indent = 0;
        for (int i = line.startsWith("\f") ? 1 : 0; i < line.length() && Character.isWhitespace(line.charAt(i)); i++) {
            indent += line.charAt(i) == '　' ? 2 : 1;
        }
        return indent;
    }

    /**
     * The width that the lines are set to, in half-width characters; 0 where they are not set to one. They are where a
     * third of all lines are nearly that wide and break off within a sentence.
     */
    private static int width(List<String> lines) {
        int[] widths = lines.stream()
                .filter(line -> !line.isBlank())
                .mapToInt(line -> width(line.strip()))
                .sorted()
                .toArray();
        int wide = widths.length == 0 ? 0 : widths[widths.length * 9 / 10];
        if (wide < 20 || wide > 200) {
            return 0;
        }
        long broken = lines.stream()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && SENTENCE_END.indexOf(lastWord(line)) < 0)
                .filter(line -> width(line) * 100 >= wide * 85)
                .count();
        return broken >= 5 && broken * 3 >= widths.length ? wide : 0;
    }

    private static int width(String line) {
        int width = 0;
        for (int i = 0; i < line.length(); i++) {
            width += line.charAt(i) < 0x2000 ? 1 : 2;
        }
        return width;
    }
}
