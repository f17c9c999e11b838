package tongcang.report.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tongcang.report.text.LineTable.Cell;

/**
 * Tables with a cell a line. How wide they are is told by the numbers that follow each label: as many as there are heads of
 * numbers. A row with another count of them is left out, for which of its cells is empty nobody can know.
 */
final class StackedTables {
    /** What stands over the labels. */
    private static final Pattern CORNER =
            Pattern.compile("(?:指标|项目|科目|名称|地区|行业|产业|年份|分类|类别|品种|产品|分组|单位)(?:名称)?|[县市]区|国家(?:或|和|（)地区）?");

    private static final int FEWEST_NUMBERS = 3;
    /** Blank lines between two cells of one table. */
    private static final int MOST_BLANK = 2;

    private final List<String> lines;

    StackedTables(List<String> lines) {
        this.lines = lines;
    }

    /** The tables among the lines that belong to no other, in the text's order. */
    List<LineTable> find(BitSet taken) {
        List<LineTable> tables = new ArrayList<>();
        List<Cell> run = new ArrayList<>();
        for (int line = 0; line <= lines.size(); line++) {
            boolean blank = line < lines.size() && lines.get(line).isBlank();
            boolean joined = !run.isEmpty() && line - run.get(run.size() - 1).line() <= MOST_BLANK + 1;
            if (blank) {
                continue;
            }
            if (line < lines.size()
                    && !taken.get(line)
                    && isCell(lines.get(line).strip())) {
                if (!joined) {
                    tables.addAll(tables(run));
                    run.clear();
                }
                run.add(Cell.of(line, lines.get(line)));
            } else {
                tables.addAll(tables(run));
                run.clear();
            }
        }
        return tables;
    }

    private static boolean isCell(String words) {
        return TableLines.isNumber(words) || TableLines.isLabel(words) || TableLines.isCaption(words);
    }

    /** A caption begins a table, and so does what stands above it. */
    private List<LineTable> tables(List<Cell> run) {
        List<LineTable> tables = new ArrayList<>();
        int from = 0;
        for (int i = 1; i <= run.size(); i++) {
            boolean end = i == run.size()
                    || i > from + 1 && TableLines.isCaption(run.get(i).words());
            if (end) {
                int to = i < run.size() ? i - 1 : i;
                table(run.subList(from, Math.max(from, to))).ifPresent(tables::add);
                from = Math.max(from, to);
            }
        }
        return tables;
    }

    private Optional<LineTable> table(List<Cell> cells) {
        int caption = -1;
        int first = -1;
        int numbers = 0;
        for (int i = 0; i < cells.size(); i++) {
            String words = cells.get(i).words();
            caption = first < 0 && TableLines.isCaption(words) ? i : caption;
            boolean number = TableLines.isNumber(words);
            numbers += number ? 1 : 0;
            first = first < 0 && number ? i : first;
        }
        if (numbers < FEWEST_NUMBERS || first < 2) {
            return Optional.empty();
        }
        int width = width(cells, first);
        List<Cell> heads = heads(cells.subList(caption + 1, first - 1), width, caption >= 0);
        int panels = panels(heads, width);
        if (panels == 0) {
            return Optional.empty();
        }
        List<List<Cell>> rows =
                new ArrayList<>(TableLines.above(lines, heads.get(0).line()));
        rows.add(headRow(heads, width, panels));
        rows.addAll(rows(cells.subList(first - 1, cells.size()), width, panels));
        return Optional.of(new LineTable(rows));
    }

    /** How many numbers most labels have. */
    private static int width(List<Cell> cells, int first) {
        int[] counts = new int[cells.size() + 1];
        int count = 0;
        for (int i = first; i <= cells.size(); i++) {
            if (i < cells.size() && TableLines.isNumber(cells.get(i).words())) {
                count++;
            } else if (count > 0) {
                counts[count]++;
                count = 0;
            }
        }
        int width = 1;
        for (int i = 2; i < counts.length; i++) {
            width = counts[i] > counts[width] ? i : width;
        }
        return width;
    }

    /** The heads; under a caption all cells, else the last ones before the first label. */
    private static List<Cell> heads(List<Cell> before, int width, boolean captioned) {
        if (captioned || before.size() <= width) {
            return before;
        }
        int cornered = before.size() - width - 1;
        return before.subList(isCorner(before.get(cornered)) ? cornered : cornered + 1, before.size());
    }

    private static boolean isCorner(Cell cell) {
        return CORNER.matcher(cell.words().replaceAll("\\s", "")).matches();
    }

    /** How many tables stand side by side under the heads; 0 where the heads do not fit the numbers. */
    private static int panels(List<Cell> heads, int width) {
        for (int each : new int[] {width, width + 1}) {
            boolean fits = !heads.isEmpty() && heads.size() % each == 0;
            for (int i = each; fits && i < heads.size(); i++) {
                fits = heads.get(i).words().equals(heads.get(i - each).words());
            }
            if (fits && (heads.size() > each || each > width || !isCorner(heads.get(0)))) {
                return heads.size() / each;
            }
        }
        return 0;
    }

    private static List<Cell> headRow(List<Cell> heads, int width, int panels) {
        List<Cell> row = new ArrayList<>(heads);
        if (heads.size() == panels * width) {
            for (int panel = panels - 1; panel >= 0; panel--) {
                row.add(panel * width, Cell.empty(heads.get(panel * width).line()));
            }
        }
        return row;
    }

    private static List<List<Cell>> rows(List<Cell> cells, int width, int panels) {
        List<List<Cell>> rows = new ArrayList<>();
        List<Cell> row = new ArrayList<>();
        for (int i = 0; i < cells.size(); ) {
            int end = i + 1;
            while (end < cells.size() && TableLines.isNumber(cells.get(end).words())) {
                end++;
            }
            if (end - i == width + 1) {
                row.addAll(cells.subList(i, end));
            } else if (end - i == 1) {
                rows.add(List.of(cells.get(i), Cell.empty(cells.get(i).line())));
            }
            if (row.size() == panels * (width + 1) || end == cells.size() && !row.isEmpty()) {
                rows.add(List.copyOf(row));
                row.clear();
            }
            i = end;
        }
        return rows;
    }
}
