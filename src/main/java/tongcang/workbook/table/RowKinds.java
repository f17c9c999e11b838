package tongcang.workbook.table;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.CellNumbers;
import tongcang.workbook.grid.CellText;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.grid.WrittenNumber;

/** What a row of a sheet is: figures, heads, an index row (甲 乙 1 2 3), years across, the form's head, a foot. */
public final class RowKinds {
    private static final Pattern META = Pattern.compile(
            "^(?:(?:表 ?号|制定机关|制表机关|批准机关|文 ?号|批准文号|有效期至?|综合机关名称)(?:[:：].*|$)|(?:综合机关|(?:填 ?报|报送|制表|编报|编制|上报|汇总) ?(?:单 ?位|部门|机构|日期|时间)|(?:计量|金额|货币)?单位|单位负责人|统计负责人|填表人|报出日期|联系电话|数据来源|资料来源|来源|注|说明|备注|审核人?|制表人?)[:：].*|附件.*)");
    private static final Pattern FOOT = Pattern.compile(
            "^(?:注|说明|备注|附注|数据来源|资料来源|来源|单位负责人|统计负责人|填表人|报出日期|联系电话|联系人|制表人?|审核人?|更新时间|Note|Source|Data ?[Ss]ource)(?:\\d*[:：].*|\\d*)$|^(?:数据来源|资料来源) .*");
    /** Heads of what a database says of its series and what is no figure, though it may be a number. */
    static final Pattern SERIES_META = Pattern.compile(
            "频度|频率|(?:数据|资料)?来源|发布(?:方|单位|机构|部门)|(?:系列|指标|序列|数列|数据|SR)? ?(?:代码|编码|码|ID|编号|状态|备注|注释|说明|描述|名称拼音)|SR|助记符|函数(?:描述|信息|说明)|贸易代码|参照期间|建议|(?:最近|最后|首次|上次)?更新(?:时间|日期)?|(?:首次|最早|最新|最后|最近|末次)(?:观测|观察|发布|数据)(?:时间|日期|值)?|时间区间|起止时间|(?:起始|开始|结束|截止)(?:时间|日期)|Frequency|Source|Series ID|SR Code|Mnemonic|Status|Last Update.*|(?:First|Last) Obs.*|Series remarks|Suggestions|Function Information|汇总代码|栏次|行次|"
                    + "平均值|均值|(?:样本|总体)?方差|标准(?:差|偏差)|偏度|峰度|变异系数|最小值|最大值|中位数|观测(?:次|个|值|值个)?数(?:量)?|Mean|Variance|Standard Deviation|Skewness|Kurtosis|Coefficient Variation|Min|Max|Median|No\\. of Obs.*");

    /** What {@link #FOOT} and {@link #SERIES_META} begin with. */
    private static final String FOOT_BEGINS = "注说备附数资来单统填报联制审更NSD";

    private static final String SERIES_META_BEGINS = "频来数资发编代系指序贸参SR助I状注备说函建更最首上末时起开结截FLM汇栏行平均样总方标偏峰变中观VKCN";
    private static final Pattern BLANK = Pattern.compile(
            "[\\u4e00-\\u9fff ]{0,6}(?:单 ?位|部门|机关|机构|日 ?期|时 ?间|区域|地区|名称|[报表核责系]人|电话|代码|编号|文号|类别|专业|性质|签名|签字|盖章|频率|来源):.*");
    /** What a statistic of a column is called. */
    static final Pattern STATISTIC = Pattern.compile(
            "(?:(?:平均|最[大小高低])[值数]?|均值|总和|求和|减|计数|样本[数量])(?: ?[A-Z]+)?|Average|Sum|Mean|Max(?:imum)?|Min(?:imum)?|N|Obs\\.?|Observations|Count|(?i:st(?:d|andard)\\.? ?dev(?:iation)?\\.?|s\\.?d\\.?|variance|median)");

    private static final String STATISTIC_BEGINS = "平最均总求减计样ASMNOCVsvm";
    private static final Pattern BRACKETS = Pattern.compile("[()（）]");
    private static final Pattern YEAR = Pattern.compile("(?:19[4-9]|20[0-6])\\d");
    private static final Pattern MONTH_OF_YEAR = Pattern.compile(YEAR + "(?:\\.(?:0[1-9]|1[0-2]?)|0[1-9]|1[0-2])");
    private static final Pattern CODE = Pattern.compile("0\\d+");
    private static final Pattern INDEX_NUMBER = Pattern.compile("\\d{1,3}");
    private static final Pattern INDEX_SIGN = Pattern.compile("[甲乙丙丁戊A-Z—-]{1,2}|[-－]+");
    /** Positions may rise one by one as well, and are figures. */
    private static final List<String> RANKS = List.of("位次", "排名", "名次", "排位");

    private static final Pattern CAPTION = Pattern.compile("[(（]?(?:计量|计算|金额|货币)?单 ?位 ?[:：].+");
    private static final Pattern DATE = Pattern.compile("20 ?\\d ?\\d ?年 ?(?:\\d{1,2} ?月)?");
    /** A longer text is a sentence and no number. */
    private static final int LONGEST_NUMBER = 24;

    private final Grid grid;

    public RowKinds(Grid grid) {
        this.grid = grid;
    }

    /** Numbers, or texts that are numbers, but for years, index numbers and codes. */
    public boolean isFigures(int row) {
        return grid.row(row).stream().anyMatch(RowKinds::isValue)
                && !isIndexRow(row)
                && !isYearRow(row)
                && !isFoot(row)
                && !isSeriesMeta(row);
    }

    /** Whether a cell holds a number that may be a figure, or stands where one should: an error, a formula without a result. */
    public static boolean isValue(Cell cell) {
        if (cell.isNumber()) {
            return !cell.isDate();
        }
        if (cell.kind() != Cell.Kind.TEXT) {
            return true;
        }
        String text = CellText.clean(cell.text());
        boolean code = CODE.matcher(text).matches();
        return !code
                && text.length() <= LONGEST_NUMBER
                && (CellNumbers.typed(text).isPresent()
                        || CellNumbers.isDigits(text)
                        || WrittenNumber.of(text).isPresent()
                        || WrittenNumber.isMarkedRise(text));
    }

    /** Notes, sources and signatures below a table. */
    boolean isFoot(int row) {
        return begins(row, FOOT_BEGINS, FOOT);
    }

    /** Source, frequency, code of each series: none of them is a figure. */
    boolean isSeriesMeta(int row) {
        return begins(row, SERIES_META_BEGINS, SERIES_META) || isStatistic(row);
    }

    /** 平均, 最大, 总和 in the first column of words: said of the figures above or below, and none themselves. */
    private boolean isStatistic(int row) {
        if (!begins(row, STATISTIC_BEGINS, STATISTIC)) {
            return false;
        }
        int column = grid.row(row).get(0).column();
        return IntStream.of(row - 1, row + 1)
                .filter(other -> other >= 0
                        && other < grid.rowCount()
                        && grid.stored(other, column).isPresent())
                .allMatch(other -> grid.row(other).get(0).column() == column);
    }

    /** Whether the first cell of a row is such; the first characters spare most labels the pattern. */
    private boolean begins(int row, String firsts, Pattern pattern) {
        List<Cell> cells = grid.row(row);
        String text = cells.isEmpty() ? "" : CellText.clean(cells.get(0).text());
        return !text.isEmpty()
                && firsts.indexOf(text.charAt(0)) >= 0
                && pattern.matcher(text).matches();
    }

    /**
     * 甲 乙 1 2 3: numbers that count up from one, and single characters; six numbers that rise are enough, and beside other
     * words if half of them follow on each other (序号 32 33 34 35 37 38).
     */
    public boolean isIndexRow(int row) {
        int last = 0;
        int numbers = 0;
        int following = 0;
        boolean named = false;
        for (Cell cell : grid.row(row)) {
            String clean = CellText.clean(cell.text());
            String text =
                    clean.indexOf('(') < 0 && clean.indexOf(')') < 0 && clean.indexOf('（') < 0 && clean.indexOf('）') < 0
                            ? clean
                            : BRACKETS.matcher(clean).replaceAll("");
            if (text.length() <= 3 && INDEX_NUMBER.matcher(text).matches()) {
                int number = Integer.parseInt(text);
                if (number <= last) {
                    return false;
                }
                following += number == last + 1 ? 1 : 0;
                last = number;
                numbers++;
            } else if (cell.isNumber() || RANKS.stream().anyMatch(text::contains)) {
                return false;
            } else {
                named = named || !INDEX_SIGN.matcher(text).matches();
            }
        }
        if (named) {
            return numbers >= 6 && following * 2 >= numbers;
        }
        boolean counted = following == numbers;
        return counted && (numbers >= 2 || numbers == 1 && grid.row(row).size() > 1) || numbers >= 6;
    }

    /** Years across: a row of heads. */
    boolean isYearRow(int row) {
        List<Cell> numbers = grid.row(row).stream().filter(RowKinds::isValue).toList();
        return numbers.size() >= 2
                        && (numbers.stream().allMatch(RowKinds::isYear)
                                || numbers.stream().allMatch(RowKinds::isMonthOfYear))
                || numbers.size() == 1
                        && isYear(numbers.get(0))
                        && grid.row(row).size() > 1
                        && !grid.row(row).get(0).equals(numbers.get(0))
                        && !isAmongValues(row, numbers.get(0).column())
                        && !nextRowIsYear(row, numbers.get(0).column());
    }

    /** A value of 1973 below other values is no year that heads a column. */
    private boolean isAmongValues(int row, int column) {
        return row > 0
                && grid.stored(row - 1, column)
                        .filter(RowKinds::isValue)
                        .filter(cell -> !isYear(cell))
                        .isPresent();
    }

    private boolean nextRowIsYear(int row, int column) {
        return grid.stored(row + 1, column).filter(RowKinds::isYear).isPresent();
    }

    /** 2023.01 in a row of such is January. */
    static boolean isMonthOfYear(Cell cell) {
        return MONTH_OF_YEAR.matcher(CellText.clean(cell.text())).matches();
    }

    static boolean isYear(Cell cell) {
        return YEAR.matcher(CellText.clean(cell.text())).matches();
    }

    /** A row that names columns; {@code below} it are other heads or figures. */
    boolean isHead(int row) {
        if (isYearRow(row)) {
            return true;
        }
        List<Cell> texts =
                grid.row(row).stream().filter(c -> !c.text().isBlank()).toList();
        if (texts.isEmpty() || isFormHead(texts)) {
            return false;
        }
        return texts.size() >= 2 || isHeadOfOne(row, texts.get(0));
    }

    /** A line of units alone (单位：万元), in one cell or two, between a title and its heads. */
    boolean isCaption(int row) {
        List<Cell> cells = grid.row(row);
        boolean apart = cells.size() == 2 && CellText.clean(cells.get(0).text()).matches(".*[:：]");
        return apart
                ? CAPTION.matcher(CellText.clean(
                                cells.get(0).text() + cells.get(1).text()))
                        .matches()
                : !cells.isEmpty()
                        && cells.stream()
                                .allMatch(c -> CAPTION.matcher(CellText.clean(c.text()))
                                        .matches());
    }

    private static boolean isFormHead(List<Cell> texts) {
        return texts.size() <= 4
                        && texts.stream()
                                .anyMatch(c ->
                                        META.matcher(CellText.clean(c.text())).matches())
                || isAllFilledIn(texts);
    }

    /** 填表单位：甲 营业区域：乙 上报日期： 2018年3月: blanks of a form, each with what was filled in. */
    private static boolean isAllFilledIn(List<Cell> texts) {
        boolean asked = false;
        int blanks = 0;
        for (Cell cell : texts) {
            String text = CellText.clean(cell.text());
            boolean blank = BLANK.matcher(text).matches();
            if (!blank && !asked) {
                return false;
            }
            blanks += blank ? 1 : 0;
            asked = blank && text.endsWith(":");
        }
        return blanks > 0;
    }

    /** The only head, over the one column of figures. */
    private boolean isHeadOfOne(int row, Cell only) {
        String text = CellText.clean(only.text());
        boolean narrow = grid.area(row, only.column())
                .map(a -> a.lastColumn() == a.firstColumn())
                .orElse(true);
        return narrow
                && !DATE.matcher(text).matches()
                && only.column() > 0
                && text.length() <= 12
                && row + 1 < grid.rowCount()
                && isFigures(row + 1)
                && grid.columnCount() <= 3;
    }
}
