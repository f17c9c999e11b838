package tongcang.workbook.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tongcang.Figure;
import tongcang.Measure;
import tongcang.Origin;

/** What a figure measures: the heads of its column, the labels of its row, and the title where those do not name it. */
final class LabelRule {
    /** Words that say how something is counted and not what: only the title names it. */
    private static final Pattern GENERIC = Pattern.compile(
            "(?:占(?:全[国省市区县]|总[量额数计]|合计)的?|出生|死亡|迁入|迁出|自然增长|机械增长|净增加?|年平均|期末|年末|年初|平均|本期|人数|人口|户数|面积|完成|目标|任务|计划|年度|数量|金额|总量|实际|缴费|参保|发放|领取|受理|办结|到位|新增|个数|幢数|套数|比重|增速|比例|占比|产量|产值|单位数|总额|余额|婴儿|增加|减少|里程|率|数|量|合计|总计|小计|其他|城镇|农村|乡村|男|女|性)*");
    /** Heads that are classes of something else: 8～10层, 18岁以下. */
    private static final Pattern MEMBER =
            Pattern.compile("(?:男|女|城镇|农村|乡村|城市|男性|女性|面积|幢|\\d.*(?:层|岁|元|人|年|米|以上|以下).*)");

    /** How a title ends that names what is measured, and what a label says that names it itself. */
    private static final Pattern MEASURED = Pattern.compile(
            "(?:指数|增加值|产值|总值|总额|收入|支出|工资|人数|人口|产量|面积|投资|价格|用电量|发电量|消费量|客运量|货运量|周转量|里程|利润|税收|贷款|存款|余额|.{2}[额费率]|.{2}(?<!质)量|销量|存栏|出栏|户数|套数|(?:机构|单位|企业|学校|医院|网点|设施)数量?|比重|构成|单产)(?:[(（].*[)）])?$");

    /** Whose members are products and not parts of a whole: the title's last word belongs to each. */
    private static final Pattern PRODUCTS =
            Pattern.compile("(?:主要|各类|各种).{0,8}?(?:产品|作物|品种|商品|用品|食品|副食品?)(?:的)?(.{1,6})$");

    private static final Pattern NAMED = Pattern.compile(
            "指数|进口|出口|值|额|收入|支出|[工薪]资|人数|人口|人员|职工|量|面积|投资|价|里程|利润|税|费|款|余额|户|套|数|率|比重|构成|资金|资产|负债|成本|存栏|出栏|单产|GDP");

    /** Words that name nothing, though they end as what is measured does. */
    private static final Pattern UNNAMED = Pattern.compile("数据|(?:增长|增减|变动|变化)率|(?<![\\p{IsHan}])率(?![\\p{IsHan}])");

    /** Titles of value added, whose sectors they are. */
    private static final Pattern VALUE_ADDED = Pattern.compile("生产总值|GDP|增加值|产业|经济");

    /** A longer path of heads names nothing that a codelist could hold. */
    private static final int LONGEST = 1000;

    private static final Set<String> SECTORS = Set.of("第一产业", "第二产业", "第三产业");
    private static final Pattern ASIDE = Pattern.compile("[(（][^()（）]*[)）]$");
    private static final Pattern LISTING = Pattern.compile("[、和及与]");

    private final String title;
    private final String subject;
    private final boolean classified;
    /** All figures of a row, or of a column, may have the same path. */
    private final Map<Paths, String> labels = new ConcurrentHashMap<>();

    /** The labels of a figure's row and column. */
    private record Paths(List<String> row, List<String> column, boolean index) {}

    /** {@code classified} tells whether the rows are classes of something that only the title names. */
    LabelRule(TableContext context, boolean classified) {
        this.title = context.label();
        this.subject = context.subject();
        this.classified = classified;
    }

    /** Whether it names figures under this title as well. */
    boolean fits(TableContext other, boolean classes) {
        return title.equals(other.label()) && subject.equals(other.subject()) && classified == classes;
    }

    /** The path of labels, outermost first; empty where nothing names the figure. */
    String of(Axis row, Axis column, Measure said) {
        return labels.computeIfAbsent(new Paths(row.path(), column.path(), said == Measure.INDEX), this::label);
    }

    /** Where the label is said: of one that the title completes, the title's. */
    Origin origin(Axis row, Axis column, Measure said, TableContext context) {
        boolean own = !row.path().isEmpty() || !column.path().isEmpty();
        boolean whole = own
                && (title.isEmpty()
                        || Stream.concat(row.path().stream(), column.path().stream())
                                .anyMatch(part -> part.contains(title))
                        || !of(row, column, said).contains(title));
        Origin near = row.path().isEmpty() ? Origin.COLUMN : Origin.ROW;
        return whole ? near : near.farther(context.origins().label());
    }

    /** Whether words name what is measured, as 货运量 does and 铁路 does not. */
    static boolean isNamed(String words) {
        String named = UNNAMED.matcher(words).replaceAll("");
        return NAMED.matcher(named).find() || VALUE_ADDED.matcher(named).find();
    }

    /** Whether the title alone says what is measured, as 发电量 does and 景气数据 does not. */
    boolean isMeasured() {
        return MEASURED.matcher(title).find();
    }

    private String label(Paths said) {
        List<String> path = new ArrayList<>(said.column());
        said.row().stream().filter(part -> !path.contains(part)).forEach(path::add);
        Matcher products = PRODUCTS.matcher(title);
        boolean named = isNamedByTitle(path, title, said.index());
        if (named && !said.index() && products.find()) {
            path.set(path.size() - 1, path.get(path.size() - 1) + products.group(1));
            return joined(path);
        }
        if (path.size() == 1 && isShortOf(said.column(), title) && title.endsWith(path.get(0))) {
            return joined(List.of(title)); // 增加值 under 工业增加值
        }
        if (((isUnnamed(path) || isShortOf(said.column(), title) || isSectorOf(path, title)) && !isListed(path, title)
                        || classified && isUnnamed(said.column())
                        || named)
                && !title.isEmpty()
                && path.stream().noneMatch(part -> part.contains(title))) {
            path.add(0, title);
        } else if (!path.isEmpty() && isApart(subject, path)) {
            path.add(0, subject);
        }
        return joined(path);
    }

    private static String joined(List<String> path) {
        String label = String.join(Figure.PATH, path);
        return label.length() <= LONGEST ? label : label.substring(0, LONGEST) + "…";
    }

    private static boolean isUnnamed(List<String> path) {
        return path.stream()
                        .allMatch(part -> GENERIC.matcher(part).matches() && (part.length() < 5 || !part.endsWith("率")))
                || path.stream().allMatch(part -> MEMBER.matcher(part).matches());
    }

    /** 投资额 is a short word for the 固定资产投资 of the title. */
    private static boolean isShortOf(List<String> path, String title) {
        String named = ASIDE.matcher(title).replaceAll("");
        return path.size() == 1
                && !LISTING.matcher(title).find()
                && !PRODUCTS.matcher(title).find()
                && path.stream()
                        .flatMap(part ->
                                Stream.of(part.length() == 3 ? part : "", part.replaceFirst("(?<=..)[额量值]$", "")))
                        .anyMatch(core -> core.length() >= 2 && named.length() > core.length() && named.endsWith(core));
    }

    /** 粮食 under 消费价格指数, 小麦 under 播种面积: the labels name no more than its parts. */
    private static boolean isNamedByTitle(List<String> path, String title, boolean index) {
        if (path.isEmpty() || SECTORS.containsAll(path)) {
            return false;
        }
        return index && title.contains("价格指数")
                ? path.stream().noneMatch(part -> part.contains("指数"))
                : MEASURED.matcher(title).find()
                        && !LISTING.matcher(title).find()
                        && path.stream().noneMatch(part -> NAMED.matcher(part).find());
    }

    /** 第一产业 under 从业人员 is no value added. */
    private static boolean isSectorOf(List<String> path, String title) {
        return SECTORS.containsAll(path) && !VALUE_ADDED.matcher(title).find();
    }

    /** 户数 is an item of 户数、人口数和性别比: the title says no more. */
    private static boolean isListed(List<String> path, String title) {
        return LISTING.matcher(title).find()
                && path.stream()
                        .map(part -> part.replaceFirst("^(?:年末|期末|年初|年均|年平均)(?=..)", ""))
                        .anyMatch(part -> part.length() > 1 && title.contains(part));
    }

    /** Whether no label shares two characters with the subject: else it names it already. */
    private static boolean isApart(String subject, List<String> path) {
        return !subject.isEmpty()
                && IntStream.range(0, subject.length() - 1)
                        .mapToObj(i -> subject.substring(i, i + 2))
                        .noneMatch(two -> path.stream().anyMatch(part -> part.contains(two)));
    }
}
