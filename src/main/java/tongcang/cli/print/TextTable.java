package tongcang.cli.print;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;
import org.jspecify.annotations.Nullable;
import tongcang.support.Printable;

/** Rows as a table for a terminal, where a Chinese character is two columns wide. */
public final class TextTable {
    private static final int WIDEST = 60;

    private final List<String> heads;
    private final List<Boolean> rightAligned;
    private final List<List<String>> rows = new ArrayList<>();

    public TextTable(List<String> heads, List<Boolean> rightAligned) {
        this.heads = List.copyOf(heads);
        this.rightAligned = List.copyOf(rightAligned);
    }

    /** Adds a row; null is shown as nothing. */
    public void add(@Nullable Object... cells) {
        List<String> row = new ArrayList<>();
        for (Object cell : cells) {
            row.add(shown(cell));
        }
        rows.add(row);
    }

    public String text() {
        StringBuilder out = new StringBuilder();
        List<Integer> widths = widths();
        line(out, heads, widths);
        out.append(widths.stream()
                        .map("-"::repeat)
                        .reduce((a, b) -> a + "  " + b)
                        .orElse(""))
                .append('\n');
        rows.forEach(row -> line(out, row, widths));
        return out.toString();
    }

    private List<Integer> widths() {
        List<Integer> widths = new ArrayList<>();
        for (int c = 0; c < heads.size(); c++) {
            int column = c;
            widths.add(Math.max(
                    width(heads.get(c)),
                    rows.stream().mapToInt(row -> width(row.get(column))).max().orElse(0)));
        }
        return widths;
    }

    private void line(StringBuilder out, List<String> cells, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int c = 0; c < cells.size(); c++) {
            String space = " ".repeat(widths.get(c) - width(cells.get(c)));
            line.append(c == 0 ? "" : "  ");
            line.append(rightAligned.get(c) ? space + cells.get(c) : cells.get(c) + space);
        }
        out.append(line.toString().stripTrailing()).append('\n');
    }

    /** One line, not too long. */
    private static String shown(@Nullable Object cell) {
        String text = cell == null ? "" : Printable.line(cell.toString());
        if (width(text) <= WIDEST) {
            return text;
        }
        int end = 0;
        for (int width = 0; width < WIDEST - 2; end = text.offsetByCodePoints(end, 1)) {
            width += width(text.codePointAt(end));
        }
        return text.substring(0, end) + "…";
    }

    private static int width(String text) {
        return text.codePoints().map(TextTable::width).sum();
    }

    /** As terminals draw it: a Chinese character takes two columns. */
    private static int width(int codePoint) {
        return Math.max(0, WCWidth.wcwidth(codePoint));
    }
}
