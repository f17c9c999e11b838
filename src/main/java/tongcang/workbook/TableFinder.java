package tongcang.workbook;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the tables of a sheet as a person does: rows of figures, the heads above them, the labels beside them, and the
 * titles on top. A new row of heads below figures begins another table.
 */
final class TableFinder {
    private static final Pattern META = Pattern.compile(
            "^(?:表 ?号|制定机关|制表机关|批准机关|文 ?号|批准文号|有效期|综合机关|填报单位|填 ?报 ?单位|报送单位|计量单位[:：]|单位[:：]|单位负责人|统计负责人|填表人|报出日期|联系电话|数据来源|资料来源|来源[:：]|注[:：]|说明[:：]|备注[:：]|审核|制表|附件).*");
    private static final Pattern DATE = Pattern.compile("20 ?\\d ?\\d ?年 ?(?:\\d{1,2} ?月)?");
    private static final Pattern FOOT = Pattern.compile(
            "^(?:注|说明|备注|数据来源|资料来源|来源|单位负责人|统计负责人|填表人|报出日期|联系电话|制表|审核|Note|Source|Data ?[Ss]ource)[:： ]?.*");
    private static final Pattern CODE_HEAD = Pattern.compile("(?:行业|指标|地区|单位|区划)?(?:代码|编码|编 ?号|序号|行次|行号|No\\.?|乙|序)");

    private final Grid grid;

    TableFinder(Grid grid) {
        this.grid = grid;
    }

    List<Table> tables() {
        List<Table> tables = new ArrayList<>();
        int row = 0;
        int free = 0;
        while (row < grid.rowCount()) {
            if (!isFigures(row)) {
                row++;
                continue;
            }
            int end = blockEnd(row);
            table(free, row, end).ifPresent(tables::add);
            free = end;
            row = end;
        }
        return tables;
    }

    /** The figures of a row: numbers, or texts that are numbers, but for years, index numbers and codes. */
    private boolean isFigures(int row) {
        return values(row) > 0 && !isIndexRow(row) && !isYearRow(row) && !isFoot(row);
    }

    private long values(int row) {
        return grid.row(row).stream().filter(TableFinder::isValue).count();
    }

    /** Whether a cell holds a number that may be a figure. */
    static boolean isValue(Cell cell) {
        if (cell.isNumber()) {
            return !cell.isDate();
        }
        String text = Texts.clean(cell.text());
        boolean code = text.matches("0\\d+");
        return cell.kind() == Cell.Kind.TEXT
                && !code
                && text.length() <= 24
                && Numbers.typed(text).isPresent();
    }

    private boolean isFoot(int row) {
        List<Cell> cells = grid.row(row);
        return !cells.isEmpty()
                && FOOT.matcher(Texts.clean(cells.get(0).text())).matches();
    }

    /** 甲 乙 1 2 3: numbers that count up from one, and single characters. */
    boolean isIndexRow(int row) {
        int next = 0;
        int numbers = 0;
        boolean counted = true;
        boolean rising = true;
        for (Cell cell : grid.row(row)) {
            String text = Texts.clean(cell.text()).replaceAll("[()（）]", "");
            if (text.matches("\\d{1,3}")) {
                int number = Integer.parseInt(text);
                counted &= number == next + 1;
                rising &= number > next;
                next = number;
                numbers++;
            } else if (!text.matches("[甲乙丙丁戊A-Z—-]{1,2}|[-－]+")) {
                return false;
            }
        }
        return counted && (numbers >= 2 || numbers == 1 && grid.row(row).size() > 1) || rising && numbers >= 6;
    }

    /** Years across: a row of heads. */
    boolean isYearRow(int row) {
        List<Cell> numbers = grid.row(row).stream().filter(TableFinder::isValue).toList();
        return numbers.size() >= 2 && numbers.stream().allMatch(TableFinder::isYear)
                || numbers.size() == 1
                        && isYear(numbers.get(0))
                        && grid.row(row).size() > 1
                        && grid.row(row).get(0).equals(numbers.get(0)) == false
                        && !nextRowIsYear(row, numbers.get(0).column());
    }

    private boolean nextRowIsYear(int row, int column) {
        return grid.stored(row + 1, column).filter(TableFinder::isYear).isPresent();
    }

    static boolean isYear(Cell cell) {
        return Texts.clean(cell.text()).matches("(?:19[4-9]|20[0-6])\\d");
    }

    /** Behind the last row of figures before the next heads. */
    private int blockEnd(int first) {
        int end = first + 1;
        for (int row = first + 1; row < grid.rowCount(); row++) {
            if (isFigures(row)) {
                end = row + 1;
            } else if (beginsAnother(row, end)) {
                break;
            }
        }
        return end;
    }

    /** A row of several texts, or a title, below figures: not one of placeholders, and not a label that groups rows. */
    private boolean beginsAnother(int row, int lastEnd) {
        List<Cell> texts = grid.row(row).stream()
                .filter(c -> !isValue(c)
                        && !Numbers.isPlaceholder(c.text())
                        && !c.text().isBlank())
                .toList();
        if (texts.isEmpty()) {
            return false;
        }
        boolean yearsOrIndex = isYearRow(row) || isIndexRow(row);
        if (texts.size() == 1 && !yearsOrIndex) {
            boolean wide = grid.area(row, texts.get(0).column())
                    .map(a -> a.lastColumn() - a.firstColumn() >= 2)
                    .orElse(false);
            return wide && !isFoot(row) && row > lastEnd;
        }
        long spread = texts.stream()
                .filter(c -> c.column() > grid.row(lastEnd - 1).get(0).column())
                .count();
        boolean missing = grid.row(row).stream().anyMatch(c -> Numbers.isPlaceholder(c.text()));
        return (spread >= 2 || yearsOrIndex) && !missing && !isFoot(row);
    }

    private Optional<Table> table(int free, int first, int end) {
        List<Integer> heads = heads(free, first);
        int top = heads.isEmpty() ? first : heads.get(0);
        List<Integer> titles = new ArrayList<>();
        for (int row = free; row < top; row++) {
            if (!grid.row(row).isEmpty()) {
                titles.add(row);
            }
        }
        List<Integer> rows = new ArrayList<>();
        for (int row = first; row < end; row++) {
            if (!isIndexRow(row) && !isFoot(row) && !grid.row(row).isEmpty()) {
                rows.add(row);
            }
        }
        List<Integer> columns = new ArrayList<>();
        List<Integer> stubs = new ArrayList<>();
        columns(heads, rows, columns, stubs);
        return columns.isEmpty() ? Optional.empty() : Optional.of(new Table(titles, heads, rows, stubs, columns));
    }

    /** The rows right above the figures that name columns, up to the first with several texts. */
    private List<Integer> heads(int free, int first) {
        List<Integer> heads = new ArrayList<>();
        int top = -1;
        for (int row = free; row < first; row++) {
            if (top < 0 && isHead(row)) {
                top = row;
            }
            if (top >= 0 && !grid.row(row).isEmpty()) {
                heads.add(row);
            }
        }
        return heads;
    }

    private boolean isHead(int row) {
        List<Cell> texts =
                grid.row(row).stream().filter(c -> !c.text().isBlank()).toList();
        if (isYearRow(row)) {
            return true;
        }
        boolean meta =
                texts.stream().anyMatch(c -> META.matcher(Texts.clean(c.text())).matches()) && texts.size() <= 4;
        if (texts.isEmpty() || meta) {
            return false;
        }
        if (texts.size() >= 2) {
            return true;
        }
        if (DATE.matcher(Texts.clean(texts.get(0).text())).matches()) {
            return false;
        }
        Cell only = texts.get(0);
        boolean narrow = grid.area(row, only.column())
                .map(a -> a.lastColumn() == a.firstColumn())
                .orElse(true);
        return narrow
                && only.column() > 0
                && Texts.clean(only.text()).length() <= 12
                && nextIsFigures(row)
                && grid.columnCount() <= 3;
    }

    private boolean nextIsFigures(int row) {
        return row + 1 < grid.rowCount() && isFigures(row + 1);
    }

    /** Tells columns of figures from those that name rows: labels, units, codes, years. */
    private void columns(List<Integer> heads, List<Integer> rows, List<Integer> columns, List<Integer> stubs) {
        int firstFigures = -1;
        Set<Integer> texts = new HashSet<>();
        for (int column = 0; column < grid.columnCount(); column++) {
            int values = 0;
            int words = 0;
            for (int row : rows) {
                Optional<Cell> cell = grid.stored(row, column);
                if (cell.isPresent()) {
                    boolean value = isValue(cell.get());
                    values += value ? 1 : 0;
                    words += value || Numbers.isPlaceholder(cell.get().text()) ? 0 : 1;
                }
            }
            if (values == 0 && words == 0) {
                continue;
            }
            boolean names = words > values
                    || isCode(heads, rows, column, firstFigures < 0)
                    || firstFigures < 0 && isYears(rows, column);
            if (names) {
                texts.add(column);
                stubs.add(column);
            } else {
                columns.add(column);
                firstFigures = firstFigures < 0 ? column : firstFigures;
            }
        }
    }

    private boolean isYears(List<Integer> rows, int column) {
        List<Cell> cells = rows.stream()
                .map(row -> grid.stored(row, column))
                .flatMap(Optional::stream)
                .filter(c -> !Numbers.isPlaceholder(c.text()))
                .toList();
        return !cells.isEmpty() && cells.stream().allMatch(TableFinder::isYear);
    }

    /** A column headed as codes, or left of all figures one that counts up. */
    private boolean isCode(List<Integer> heads, List<Integer> rows, int column, boolean left) {
        boolean headed = heads.stream()
                .anyMatch(h -> CODE_HEAD.matcher(grid.text(h, column)).matches());
        if (headed) {
            return true;
        }
        List<BigDecimal> numbers = rows.stream()
                .map(row -> grid.stored(row, column))
                .flatMap(Optional::stream)
                .filter(TableFinder::isValue)
                .map(c -> Numbers.typed(c.text()).map(Numbers.Typed::value).orElse(BigDecimal.ONE.negate()))
                .toList();
        boolean unheaded = heads.stream().allMatch(h -> grid.text(h, column).isEmpty());
        return left && numbers.size() >= 3 && unheaded && isRising(numbers);
    }

    /** Whole numbers that never fall: row numbers and codes. */
    private static boolean isRising(List<BigDecimal> numbers) {
        for (int i = 0; i < numbers.size(); i++) {
            boolean whole = numbers.get(i).stripTrailingZeros().scale() <= 0;
            if (!whole
                    || i > 0
                            && numbers.get(i).compareTo(numbers.get(i - 1)) <= 0
                            && numbers.get(i).compareTo(BigDecimal.ONE) != 0) {
                return false;
            }
        }
        return true;
    }
}
