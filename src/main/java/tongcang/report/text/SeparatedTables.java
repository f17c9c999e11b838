package tongcang.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tongcang.report.text.LineTable.Cell;

/** Tables with a row a line, their cells parted by |, by tabs or by blanks that are wider than one. */
final class SeparatedTables {
    private static final Pattern BAR = Pattern.compile("[|｜]");
    private static final Pattern GAP = Pattern.compile("\\t| {2,}|[　\\u2003]+");
    /** The line under the heads of a table in Markdown. */
    private static final Pattern RULE = Pattern.compile("[|\\-:+= ]{3,}");

    private static final int FEWEST_ROWS = 2;

    private final List<String> lines;

    SeparatedTables(List<String> lines) {
        this.lines = lines;
    }

    /** The tables, in the text's order. */
    List<LineTable> find() {
        List<LineTable> tables = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            int end = at;
            List<List<Cell>> rows = new ArrayList<>();
            for (; end < lines.size(); end++) {
                List<Cell> row = cells(end);
                if (row.size() < 2 && !RULE.matcher(lines.get(end)).matches()) {
                    break;
                }
                if (!RULE.matcher(lines.get(end)).matches()) {
                    rows.add(row);
                }
            }
            long data = rows.stream().filter(SeparatedTables::hasNumber).count();
            if (data >= FEWEST_ROWS && data * 2 >= rows.size()) {
                List<List<Cell>> all = new ArrayList<>(TableLines.above(lines, at));
                all.addAll(aligned(rows));
                tables.add(new LineTable(all));
            }
            at = Math.max(end, at + 1);
        }
        return tables;
    }

    private static boolean hasNumber(List<Cell> row) {
        return row.stream().skip(1).anyMatch(cell -> TableLines.isNumber(cell.words()));
    }

    /** The cells of a line; none where it is no row. */
    private List<Cell> cells(int line) {
        String text = lines.get(line);
        Matcher bar = BAR.matcher(text);
        boolean barred = bar.find();
        if (!barred && !GAP.matcher(text.strip()).find()) {
            return List.of();
        }
        List<Cell> cells = new ArrayList<>();
        Matcher parts = (barred ? BAR : GAP).matcher(text);
        int from = barred ? 0 : text.length() - text.stripLeading().length();
        for (int start = from; start <= text.length(); ) {
            int end = parts.find(start) ? parts.start() : text.length();
            String words = text.substring(start, end);
            if (!words.isBlank() || barred && end < text.length()) {
                Cell cell = Cell.of(line, words);
                cells.add(new Cell(line, start + cell.start(), cell.words()));
            }
            start = end < text.length() ? parts.end() : text.length() + 1;
        }
        boolean row = cells.stream()
                .allMatch(c -> c.words().isEmpty() || TableLines.isLabel(c.words()) || TableLines.isNumber(c.words()));
        return row ? cells : List.of();
    }

    /** Without a first column that is empty all through; heads that lack the one over the labels are moved over the numbers. */
    private static List<List<Cell>> aligned(List<List<Cell>> rows) {
        boolean edged = rows.stream().allMatch(row -> row.get(0).words().isEmpty() && row.size() > 1);
        List<List<Cell>> cells =
                edged ? rows.stream().map(row -> row.subList(1, row.size())).toList() : rows;
        int width = cells.stream()
                .filter(SeparatedTables::hasNumber)
                .mapToInt(List::size)
                .max()
                .orElse(0);
        List<List<Cell>> aligned = new ArrayList<>();
        boolean heads = true;
        for (List<Cell> row : cells) {
            heads = heads && !hasNumber(row);
            List<Cell> moved = new ArrayList<>(row);
            if (heads && row.size() == width - 1 && !row.get(0).words().isEmpty()) {
                moved.add(0, Cell.empty(row.get(0).line()));
            }
            aligned.add(moved);
        }
        return aligned;
    }
}
