package tongcang.report.text;

import java.util.Arrays;
import java.util.List;

/** The characters of lines that make one paragraph, each with its place, without what setting put between them. */
final class TypesetText {
    /** No number of a text is longer. */
    private static final int LONGEST_NUMBER = 20;

    private final int line;
    private final int[] lineStarts;
    private final char[] chars;
    private final int[] offsets;
    private int length;
    /** Whether blanks stand around numbers in running text, as text taken from a page has them: then within them too. */
    private boolean loose;

    private TypesetText(List<String> lines, int first, int last) {
        this.line = first;
        this.lineStarts = new int[last - first + 1];
        int start = 0;
        for (int i = first; i <= last; i++) {
            lineStarts[i - first] = start;
            start += lines.get(i).length() + 1;
        }
        this.chars = new char[start];
        this.offsets = new int[start];
    }

    private TypesetText(int line, int capacity) {
        this.line = line;
        this.lineStarts = new int[] {0};
        this.chars = new char[capacity];
        this.offsets = new int[capacity];
    }

    /** The characters [from, to) of one line. */
    static TypesetText of(String words, int line, int from, int to) {
        TypesetText text = new TypesetText(line, to - from);
        for (int i = from; i < to; i++) {
            text.add(words.charAt(i), i);
        }
        text.dropSpaces();
        return text;
    }

    /** Whether a line has a space that may have to go. */
    static boolean hasSpaces(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (Characters.isSpace(line.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** The lines of a group one behind the other; only the first keeps its indent. */
    static TypesetText of(List<String> lines, List<Integer> group) {
        TypesetText text = new TypesetText(lines, group.get(0), group.get(group.size() - 1));
        for (int line : group) {
            String words = lines.get(line);
            int from = line == text.line
                    ? 0
                    : words.length() - words.stripLeading().length();
            int to = line == group.get(group.size() - 1)
                    ? words.length()
                    : words.stripTrailing().length();
            for (int i = from; i < to; i++) {
                text.add(words.charAt(i), text.lineStarts[line - text.line] + i);
            }
        }
        text.dropSpaces();
        return text;
    }

    Paragraph paragraph(Paragraph.Role role) {
        String text = new String(chars, 0, length);
        Paragraph.Setting setting = new Paragraph.Setting(Arrays.copyOf(offsets, length), lineStarts);
        return new Paragraph(line, text, Characters.clean(text), role, setting);
    }

    private void add(char c, int offset) {
        chars[length] = c;
        offsets[length++] = offset;
    }

    private void dropSpaces() {
        int all = length;
        loose = isLoose(all);
        length = 0;
        for (int i = 0; i < all; ) {
            int end = i;
            while (end < all && Characters.isSpace(chars[end])) {
                end++;
            }
            if (end > i && isDropped(i, end, all)) {
                i = end;
            }
            for (int to = Math.max(end, i + 1); i < to && i < all; i++) {
                add(chars[i], offsets[i]);
            }
        }
    }

    /** Spaces between a numeral or a Latin word and Chinese text, and those that part the thousands of a number. */
    private boolean isDropped(int from, int to, int all) {
        if (from == 0 || to == all) {
            return false;
        }
        char before = chars[from - 1];
        char behind = chars[to];
        if (Characters.isWide(before) || Characters.isWide(behind)) {
            return isNarrow(before) || isNarrow(behind);
        }
        return Characters.isDigit(before)
                        && (behind == '%'
                                || isThousands(from, to, all)
                                || isBroken(from, to, all) && (loose || isDecimal(to, all)))
                || before == '.' && Characters.isDigit(behind) && isDecimal(to, all);
    }

    private boolean isLoose(int all) {
        boolean prose = false;
        boolean blank = false;
        for (int i = 1; i + 1 < all; i++) {
            prose = prose || chars[i] == '。' || chars[i] == '，';
            blank = blank
                    || chars[i] == ' '
                            && (Characters.isDigit(chars[i - 1]) && Characters.isWide(chars[i + 1])
                                    || Characters.isWide(chars[i - 1]) && Characters.isDigit(chars[i + 1]));
        }
        return prose && blank;
    }

    /** {@code 36.5 9亿元}: one blank between the digits of one number. */
    private boolean isBroken(int from, int to, int all) {
        if (to - from != 1 || !Characters.isDigit(chars[to])) {
            return false;
        }
        int front = length;
        while (front > 0 && length - front < LONGEST_NUMBER && isNumeric(chars[front - 1])) {
            front--;
        }
        int end = to;
        while (end < all && end - to < LONGEST_NUMBER && isNumeric(chars[end])) {
            end++;
        }
        long points = new String(chars, front, length - front)
                        .chars()
                        .filter(c -> c == '.')
                        .count()
                + new String(chars, to, end - to).chars().filter(c -> c == '.').count();
        return points <= 1;
    }

    /** {@code 完成36.5 9亿元}: a decimal between words, whose unit stands behind the blank alone. */
    private boolean isDecimal(int to, int all) {
        int front = length;
        while (front > 0 && length - front < LONGEST_NUMBER && isNumeric(chars[front - 1])) {
            front--;
        }
        int end = to;
        while (end < all && end - to < LONGEST_NUMBER && Characters.isDigit(chars[end])) {
            end++;
        }
        boolean point = new String(chars, front, length - front).matches("\\d+\\.\\d*");
        boolean among = front > 0
                && Characters.isWide(chars[front - 1])
                && end < all
                && (Characters.isWide(chars[end]) || chars[end] == '%');
        return point && among;
    }

    private static boolean isNumeric(char c) {
        return Characters.isDigit(c) || c == '.';
    }

    private static boolean isNarrow(char c) {
        return Characters.isDigit(c) || Characters.isLatin(c) || c == '%' || c == '‰' || c == '℃';
    }

    /** {@code 1 234.5}: one to three digits before the space, just three behind it, and then no further number. */
    private boolean isThousands(int from, int to, int all) {
        int before = from;
        while (before > 0 && from - before < 4 && Characters.isDigit(chars[before - 1])) {
            before--;
        }
        int behind = to;
        while (behind < all && behind - to < 4 && Characters.isDigit(chars[behind])) {
            behind++;
        }
        boolean groups = to - from == 1 && from - before < 4 && behind - to == 3;
        boolean begins = before == 0 || chars[before - 1] != '.' && chars[before - 1] != ',';
        boolean ends = behind < all
                && (Characters.isWide(chars[behind])
                        || chars[behind] == '.'
                        || chars[behind] == '%'
                        || Characters.isSpace(chars[behind]));
        return groups && begins && ends;
    }
}
