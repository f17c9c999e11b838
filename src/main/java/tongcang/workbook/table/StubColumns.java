package tongcang.workbook.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tongcang.quantity.Units;
import tongcang.workbook.grid.CellText;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.label.PlaceNames;

/** What each column beside the figures holds: labels, units, places, times, or nothing of use. */
public final class StubColumns {

    /** What a column beside the figures holds. */
    public enum Kind {
        LABEL,
        UNIT,
        REGION,
        PERIOD,
        /** Codes that alone name the rows. */
        CODE,
        SKIP;

        /** Whether it says what a row is about, in words. */
        boolean isWords() {
            return this == LABEL || this == REGION;
        }
    }

    private static final String QUARTER = "季度?";
    private static final Pattern YEAR_AND_QUARTER = Pattern.compile("((?:19|20)\\d\\d)[-./年 ]{1,2}([1-4])");
    private static final Pattern CLASSIFICATION = Pattern.compile(
            "(?:国民经济|按)?(?:行业|产业|三次产业|部门|类别|分类|类型|组别|分组|品种|品名|科目|规模|企业规模|经济类型|登记注册类型|所有制|经济成分|隶属关系|年龄组?|学历|受教育程度|职业|性别|民族|车型|等级|险种|国别|国家和?(?:地区)?)(?:名称|分组|分类|别)?");

    private static final Set<String> FREQUENCY = Set.of("频率", "频度", "Frequency");

    private static final Pattern CODES = Pattern.compile(
            ".{0,8}(?:代码|编码|编号|序号|电话|邮编)|行次|行号|No\\.?|乙|序|.*(?:备注|原因|说明|附注)|(?:.{0,4}负责|责任|联系|经办|主管|包保|分包).{0,2}人(?:姓名)?|姓名|(?:形象|工程|建设|项目|目前)?进[度展](?:情况)?|建设(?:内容|性质)|计价单位|存在(?:的)?问题");
    private static final Pattern MONTHS_OR_QUARTERS = Pattern.compile("月份?|季度?");
    private static final Pattern TIMES =
            Pattern.compile("年份|年度|年|时间|月份|月|年月|日期|期间|报告期|统计期|统计时间|季度|时期|(?i:year|month|quarter|date|time|period)");
    /** Heads of times that are those of an event, and not what the figures are of. */
    private static final Pattern EVENTS = Pattern.compile(
            "(?:计划|预计|实际|拟)?(?:开工|动工|竣工|完工|投产|建成|成立|批复|填报|上报|报送|更新|起止|建设)(?:日期|时间|年月|年份|年限|期限|工期)?(?:\\(.*\\))?");

    private static final Pattern PLACES = Pattern.compile(
            "(?:一|二|三|四)?级?(?:地区|地市|地域|地名|市别|市州|省份|省市|省区市?|县区|县市区?|县\\(市、?区\\)|乡镇|社区|行政村|村\\(社区\\)|区县|省|市|县|区)(?:名称?)?|所[在属](?:省份?|市|县|地区?)|行政区划?(?:名称)?|(?i:prov(?:ince)?|city|county|region|district|prefecture|area)(?i:_?name)?");
    private static final Pattern ONE_OR_TWO_DIGITS = Pattern.compile("\\d{1,2}");
    private static final Pattern DITTO = Pattern.compile("[〃″\"”＂]|''|´´|同上");
    private static final Pattern TENTH = Pattern.compile("(?:19|20)\\d\\d\\.1");
    private static final Pattern DECIMAL_MONTH = Pattern.compile("(?:19|20)\\d\\d\\.0[1-9]");
    private static final Pattern CODE = Pattern.compile("[\\dA-Z]{1,6}|[-－—]+");
    private static final Pattern LETTERED_CODE = Pattern.compile("[A-Z]{1,4}[-_]?\\d{2,8}[A-Z]?");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d年?");
    private static final Pattern YEAR_AND_MONTH = Pattern.compile("(?:19|20)\\d\\d(?:0[1-9]|1[0-2])");
    private static final Pattern BARE_YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern DAY_OR_MONTH = Pattern.compile(
            "(?:(?:19|20)\\d\\d年?[-./]?)?\\d{1,2}(?:[-—]\\d{1,2})?月份?(?:\\d{1,2}日)?|(?:19|20)\\d\\d[-/.]\\d{1,2}(?:[-/.]\\d{1,2})?|(?:0?[1-9]|1[0-2])/(?:19|20)\\d\\d");

    private final Grid grid;
    private final Table table;
    private final Units units;
    private final Map<Integer, Kind> kinds = new HashMap<>();
    private final Map<Integer, Boolean> decimalMonths = new HashMap<>();

    public StubColumns(Grid grid, Table table, Units units) {
        this.grid = grid;
        this.table = table;
        this.units = units;
        table.stubs().forEach(stub -> kinds.put(stub, kind(stub)));
        dropTranslations();
        dropRemarks();
        nameByCodes();
        dropTimesAgain();
    }

    /** Times right of figures say the same again, or more coarsely, where others stand on the left. */
    private void dropTimesAgain() {
        int first = table.columns().get(0);
        boolean timed = kinds.entrySet().stream().anyMatch(e -> e.getKey() < first && e.getValue() == Kind.PERIOD);
        if (timed) {
            kinds.replaceAll((stub, kind) -> stub > first && kind == Kind.PERIOD ? Kind.SKIP : kind);
        }
    }

    public Kind of(int stub) {
        return kinds.getOrDefault(stub, Kind.SKIP);
    }

    /** Whether a column says how often each series is observed. */
    public boolean isFrequency(int stub) {
        return FREQUENCY.contains(head(stub));
    }

    /** How fine the places of a column are by its head: the larger, the finer; 0 where the head does not tell. */
    public int fineness(int stub) {
        String head = head(stub);
        return head.matches("(?:所[在属])?(?:省|一级).*|(?i:prov.*)")
                ? 1
                : head.matches("(?:所[在属])?(?:地?市|二级|地级|城市|州市|地州).*|(?i:city|prefecture).*")
                        ? 2
                        : head.matches("(?:所[在属])?(?:县|区县?|三级).*|(?i:county|district).*")
                                ? 3
                                : head.matches("(?:所[在属])?(?:乡|镇|街道).*|(?i:town).*") ? 4 : 0;
    }

    /** Whether the labels are classes of what the title names: a column headed 行业, 产业, 企业规模. */
    public boolean areClasses() {
        return kinds.entrySet().stream()
                .anyMatch(e -> e.getValue() == Kind.LABEL
                        && CLASSIFICATION.matcher(head(e.getKey())).matches());
    }

    /** Whether a column of labels, places or times has another one to its right: then its empty cells go on with the one above. */
    public boolean isGroup(int stub) {
        Kind kind = of(stub);
        return (kind.isWords() || kind == Kind.PERIOD)
                && table.stubs().stream().anyMatch(s -> s > stub && of(s) != Kind.SKIP && of(s) != Kind.UNIT);
    }

    /** 3 in a column 月份 is 3月, in one of 季度 the third quarter, as is that of 2022-3. */
    public String timed(String text, int stub) {
        Matcher numbered = YEAR_AND_QUARTER.matcher(text);
        if (numbered.matches() && head(stub).matches(QUARTER)) {
            return numbered.group(1) + "年第" + numbered.group(2) + "季度";
        }
        if (!ONE_OR_TWO_DIGITS.matcher(text).matches()) {
            return isTenth(text) && hasDecimalMonths(stub) ? text + "0" : text;
        }
        String head = head(stub);
        return head.matches("月份?") ? text + "月" : head.matches(QUARTER) ? "第" + text + "季度" : text;
    }

    /** 2022.1 among 2022.01 and 2022.02 has lost a nought. */
    private boolean hasDecimalMonths(int stub) {
        return decimalMonths.computeIfAbsent(
                stub, s -> table.rows().stream().anyMatch(r -> isDecimalMonth(grid.text(r, s))));
    }

    /** 2022.1, which is October among other months with two digits. */
    static boolean isTenth(String text) {
        return text.length() == 6 && TENTH.matcher(text).matches();
    }

    /** 2022.01 */
    static boolean isDecimalMonth(String text) {
        return text.length() == 7 && DECIMAL_MONTH.matcher(text).matches();
    }

    /** The first word over a stub, unless it names the rows of heads, as 频率 and 单位 do in the exports of databases. */
    private String head(int stub) {
        return table.heads().stream()
                .map(h -> CellText.chinese(grid.text(h, stub)))
                .filter(h -> table.heads().size() < 3
                        || stub != table.stubs().get(0)
                        || !RowKinds.SERIES_META.matcher(h).matches())
                .reduce("", (a, b) -> a.isEmpty() ? b : a)
                .replaceAll("\\s", "");
    }

    private Kind kind(int stub) {
        String head = head(stub);
        List<String> texts = texts(stub);
        if (CODES.matcher(head).matches()
                || EVENTS.matcher(head).matches()
                || RowKinds.SERIES_META.matcher(head).matches()) {
            return Kind.SKIP;
        }
        if (MONTHS_OR_QUARTERS.matcher(head).matches() && most(texts, ONE_OR_TWO_DIGITS)) {
            return Kind.PERIOD;
        }
        if (most(texts, CODE)
                && !most(texts, BARE_YEAR)
                && !(TIMES.matcher(head).matches() && most(texts, YEAR_AND_MONTH))) {
            return Kind.SKIP;
        }
        if (most(texts, this::isUnit)) {
            return Kind.UNIT;
        }
        if (TIMES.matcher(head).matches()
                || most(
                        texts,
                        t -> YEAR.matcher(t).matches()
                                || DAY_OR_MONTH.matcher(t).matches())) {
            return Kind.PERIOD;
        }
        boolean headed = PLACES.matcher(head).matches();
        return headed || most(texts, PlaceNames::isPlace) ? Kind.REGION : Kind.LABEL;
    }

    private boolean isUnit(String text) {
        return isDitto(text) || units.parse(CellText.chinese(text)).isPresent();
    }

    /** Whether a text stands for the one above it. */
    public static boolean isDitto(String text) {
        return text.length() <= 2 && DITTO.matcher(text).matches();
    }

    private static boolean most(List<String> texts, Pattern pattern) {
        return most(texts, pattern.asMatchPredicate());
    }

    /** Whether at least six in ten are. */
    private static boolean most(List<String> texts, Predicate<String> is) {
        int others = 0;
        for (String text : texts) {
            others += is.test(text) ? 0 : 1;
            if (others * 10L > texts.size() * 4L) {
                return false;
            }
        }
        return !texts.isEmpty();
    }

    /** A column of Latin words beside one of Chinese ones says the same again. */
    private void dropTranslations() {
        boolean chinese = kinds.entrySet().stream().anyMatch(e -> e.getValue().isWords() && hasIdeographs(e.getKey()));
        if (chinese) {
            kinds.replaceAll((stub, kind) -> kind.isWords() && !hasIdeographs(stub) ? Kind.SKIP : kind);
        }
    }

    /** Words right of all figures are remarks where others name the rows on the left. */
    private void dropRemarks() {
        int first = table.columns().get(0);
        int last = table.columns().get(table.columns().size() - 1);
        boolean named = kinds.entrySet().stream()
                .anyMatch(e -> e.getKey() < first && e.getValue().isWords());
        if (named) {
            kinds.replaceAll((stub, kind) -> stub > last && kind == Kind.LABEL ? Kind.SKIP : kind);
        }
    }

    /** Codes of letters and digits (NM1210) name the rows where nothing else does. */
    private void nameByCodes() {
        int first = table.columns().get(0);
        boolean named = kinds.values().stream().anyMatch(kind -> kind.isWords() || kind == Kind.PERIOD);
        table.stubs().stream()
                .filter(stub -> !named && stub < first)
                .filter(stub -> most(texts(stub), LETTERED_CODE))
                .reduce((a, b) -> b)
                .ifPresent(stub -> kinds.put(stub, Kind.CODE));
    }

    private List<String> texts(int stub) {
        return table.rows().stream()
                .map(row -> grid.text(row, stub))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private boolean hasIdeographs(int stub) {
        return table.rows().stream().anyMatch(r -> CellText.hasIdeograph(grid.text(r, stub)));
    }
}
