package tongcang.workbook.table;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.CellNumbers;
import tongcang.workbook.grid.CellText;
import tongcang.workbook.grid.Grid;

/** Tells columns of figures from those that name rows: labels, units, codes, times. */
final class ColumnKinds {
    private static final Pattern CODE_HEAD = Pattern.compile(
            ".{0,8}(?:代码|编码|编号|序号)|行次|行号|栏次|No\\.?|乙|序|页码|页数|页次|(?:[A-Za-z]+_?)?(?:ID|Id|id|CODE|Code|code)|(?:联系|办公|值班|咨询|监督|举报|服务|单位|联系人|负责人)?(?:电话|手机)(?:号码?)?|(?:起始|开始|结束|截止)(?:年份?|月份?|季度?)|联系方式|微信号?|QQ号?|银行账?号|账号|卡号|传真|房间号|门牌号|邮编|邮政编码|(?:证件|身份证)号码?|(?:法定|承诺|办理|办结)[^(（]{0,3}时限(?:[(（].*)?");
    /** A register of persons: its numbers are theirs and no statistics. */
    private static final Pattern PERSONS = Pattern.compile("姓名|身份证号码?");

    static final Pattern TIME_HEAD =
            Pattern.compile("年份|年度|年|月份|月|年月|季度|季|日期|时间|统计时间|统计期|报告期|时期|期间|(?i:year|month|quarter|date|time|period)");

    private static final Pattern DIGITS_OF_TIME =
            Pattern.compile("(?:19|20)\\d\\d(?:(?:0[1-9]|1[0-2])(?:[0-3]\\d)?|\\.(?:0?[1-9]|1[0-2]))?|[1-9]|1[0-2]");

    private final Grid grid;
    private final List<Integer> heads;
    private final List<Integer> rows;

    ColumnKinds(Grid grid, List<Integer> heads, List<Integer> rows) {
        this.grid = grid;
        this.heads = heads;
        this.rows = rows;
    }

    /**
     * A column with something in it.
     *
     * @param names whether it names the rows; else it holds figures
     */
    record Kind(int column, boolean names) {}

    /** All columns with something in them, from left to right. */
    List<Kind> kinds() {
        List<Kind> kinds = new ArrayList<>();
        boolean persons = IntStream.range(0, grid.columnCount()).anyMatch(c -> isHeaded(c, PERSONS));
        for (int column = 0; column < grid.columnCount(); column++) {
            int values = 0;
            int words = 0;
            int dates = 0;
            for (int row : rows) {
                Optional<Cell> cell = grid.stored(row, column);
                if (cell.isPresent()) {
                    boolean value = RowKinds.isValue(cell.get());
                    values += value ? 1 : 0;
                    dates += cell.get().isDate() ? 1 : 0;
                    words += value || CellNumbers.isPlaceholder(cell.get().text()) ? 0 : 1;
                }
            }
            if (values > 0 && !kinds.isEmpty() && !DateCells.isTimed(grid, heads, column)) {
                values += dates;
                words -= dates;
            }
            if (values > 0 || words > 0) {
                kinds.add(new Kind(column, persons || words > values || isNumbersThatName(column, kinds)));
            }
        }
        return kinds;
    }

    private boolean isNumbersThatName(int column, List<Kind> left) {
        boolean first = left.stream().allMatch(Kind::names);
        return isCode(column, first)
                || first && all(column, RowKinds::isYear)
                || isTime(column)
                || first && isMostlyYears(column)
                || all(column, RowKinds::isYear)
                        && left.stream().anyMatch(k -> k.names() && isSame(k.column(), column));
    }

    private boolean all(int column, java.util.function.Predicate<Cell> is) {
        Iterator<Cell> cells = cells(column).iterator();
        boolean all = cells.hasNext();
        while (all && cells.hasNext()) {
            all = is.test(cells.next());
        }
        return all;
    }

    private Stream<Cell> cells(int column) {
        return rows.stream()
                .map(row -> grid.stored(row, column))
                .flatMap(Optional::stream)
                .filter(c -> !CellNumbers.isPlaceholder(c.text()));
    }

    private boolean isHeaded(int column, Pattern head) {
        return heads.stream()
                .anyMatch(
                        h -> head.matcher(grid.text(h, column).replace(" ", "")).matches());
    }

    /** Headed as a time, and years, months, quarters, or days in digits. */
    private boolean isTime(int column) {
        return isHeaded(column, TIME_HEAD)
                && all(
                        column,
                        c -> DIGITS_OF_TIME.matcher(CellText.clean(c.text())).matches());
    }

    /** Headed as a time, and years but for some words: “十三五”平均, 2020年为2015年%. */
    private boolean isMostlyYears(int column) {
        return isHeaded(column, TIME_HEAD)
                && cells(column).filter(RowKinds::isValue).allMatch(RowKinds::isYear);
    }

    /** The years once more on the right side. */
    private boolean isSame(int names, int column) {
        return rows.stream().allMatch(r -> grid.text(r, names).equals(grid.text(r, column)));
    }

    /** A column headed as codes, or left of all figures one that counts up. */
    private boolean isCode(int column, boolean left) {
        if (isHeaded(column, CODE_HEAD)) {
            return true;
        }
        if (heads.stream().anyMatch(h -> !grid.text(h, column).isEmpty())) {
            return false;
        }
        List<BigDecimal> numbers = cells(column)
                .filter(RowKinds::isValue)
                .map(c -> CellNumbers.typed(c.text())
                        .map(CellNumbers.Typed::value)
                        .orElse(BigDecimal.ONE.negate()))
                .toList();
        return numbers.size() >= 3 && (left ? isRising(numbers) : numbers.size() >= 6 && isCounting(numbers));
    }

    /** Whole numbers each of which is one more than the last, but for a few gaps. */
    private static boolean isCounting(List<BigDecimal> numbers) {
        long gaps = IntStream.range(1, numbers.size())
                .filter(i -> numbers.get(i).subtract(numbers.get(i - 1)).compareTo(BigDecimal.ONE) != 0)
                .count();
        return isRising(numbers) && gaps * 5 < numbers.size();
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
