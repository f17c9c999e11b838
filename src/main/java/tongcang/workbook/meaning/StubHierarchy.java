package tongcang.workbook.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tongcang.Measure;
import tongcang.workbook.grid.CellText;
import tongcang.workbook.label.LabelWords;

/** Labels that stand under one another by their numbering, indent or 其中: gives each the labels above it. */
final class StubHierarchy {
    private static final List<Pattern> LEVELS = List.of(
            Pattern.compile("^[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩ]+[.、].*"),
            Pattern.compile("^(?:第[一二三四五六七八九十]+部分|[一二三四五六七八九十]{1,3}、).*"),
            Pattern.compile("^[(（][一二三四五六七八九十]{1,3}[)）].*"),
            Pattern.compile("^\\d{1,2}[、.．](?!\\d).*"),
            Pattern.compile("^[(（]\\d{1,2}[)）].*"),
            Pattern.compile("^[①-⑳].*"),
            Pattern.compile("^[a-z]、.*"));

    private static final String CHINESE_NUMBERS = "第一二三四五六七八九十";
    private static final Pattern INDENT = Pattern.compile("^[\\s\\u3000]+");
    private static final Pattern INDENT_AND_MARKS = Pattern.compile("^[\\s\\u3000#`]+");
    private static final Set<String> WHOLE = Set.of("合计", "总计", "小计", "全部", "本年");
    private static final Pattern TOTAL_BEHIND = Pattern.compile("(?:合计|总计)$");
    private static final Pattern TOTAL = Pattern.compile(".{2,}(?:合计|总计|总额)");

    /** A label with its depth. */
    private record Entry(
            int numbering,
            int indent,
            String label,
            String unit,
            @Nullable Measure measure,
            boolean section,
            boolean total) {}

    private final List<Entry> stack = new ArrayList<>();

    /**
     * A label's place among the others.
     *
     * @param above labels above it, outermost first
     * @param unitAbove the nearest unit among them, or empty
     * @param measureAbove what the nearest of those above without figures of their own says of the numbers, or null
     */
    record Place(
            List<String> above, String unitAbove, @Nullable Measure measureAbove) {}

    /** Begins anew: labels under another head. */
    void clear() {
        stack.clear();
    }

    /**
     * Takes in the next label.
     *
     * @param raw the words as stored, with leading spaces
     * @param head the clean label, its unit and measure, and whether it is a part of the one before (其中)
     * @param section whether no figures stand in its row: it heads the rows below
     */
    Place next(String raw, LabelWords head, boolean section) {
        String label = section && BoxheadReader.isNeutral(head.label()) ? "" : head.label();
        boolean ofWhich = head.ofWhich();
        int indent = indent(raw);
        String bare = INDENT_AND_MARKS.matcher(raw).replaceFirst("");
        int numbering = numbering(bare);
        while (!stack.isEmpty() && !isBelow(stack.get(stack.size() - 1), numbering, indent, ofWhich, section)) {
            stack.remove(stack.size() - 1);
        }
        List<String> above =
                stack.stream().map(Entry::label).filter(l -> !l.isEmpty()).toList();
        String unitAbove =
                stack.stream().map(Entry::unit).filter(u -> !u.isEmpty()).reduce("", (a, b) -> b);
        Measure measureAbove =
                stack.stream().map(Entry::measure).filter(Objects::nonNull).reduce(null, (a, b) -> b);
        String parent = WHOLE.contains(label) ? "" : TOTAL_BEHIND.matcher(label).replaceFirst("");
        stack.add(new Entry(
                ofWhich && numbering < 0 ? 99 : numbering,
                ofWhich ? indent + 1 : indent + grouped(bare),
                parent,
                head.unit(),
                section ? head.measure() : null,
                section,
                TOTAL.matcher(label).matches()));
        return new Place(above, unitAbove, measureAbove);
    }

    private static boolean isBelow(Entry parent, int numbering, int indent, boolean ofWhich, boolean section) {
        if (ofWhich) {
            return parent.numbering() != 99;
        }
        if (parent.section() && !section && numbering < 0 && indent >= parent.indent()) {
            return true;
        }
        if (parent.total() && parent.numbering() < 0 && numbering >= 0) {
            return true;
        }
        if (parent.numbering() == 99) {
            return false;
        }
        if (numbering >= 0 && parent.numbering() >= 0) {
            return numbering > parent.numbering();
        }
        return indent > parent.indent();
    }

    /** The members of a classification stand under one another behind its name: 分产业：第一产业. */
    private static int grouped(String bare) {
        Matcher m = LabelWords.GROUPED.matcher(bare);
        return (bare.startsWith("分") || bare.startsWith("按")) && m.find() ? 2 * m.end() : 0;
    }

    /** By how many half-width blanks a label is indented. */
    static int indent(String raw) {
        return raw.length() - INDENT.matcher(raw).replaceFirst("").length() + wide(raw);
    }

    private static int wide(String raw) {
        int wide = 0;
        for (int i = 0; i < raw.length() && (raw.charAt(i) == ' ' || raw.charAt(i) == '\u3000'); i++) {
            wide += raw.charAt(i) == '\u3000' ? 1 : 0;
        }
        return wide;
    }

    private static int numbering(String label) {
        if (label.isEmpty() || CellText.isIdeograph(label.charAt(0)) && CHINESE_NUMBERS.indexOf(label.charAt(0)) < 0) {
            return -1;
        }
        for (int level = 0; level < LEVELS.size(); level++) {
            if (LEVELS.get(level).matcher(label).matches()) {
                return level;
            }
        }
        return -1;
    }
}
