package tongcang.workbook.label;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tongcang.Measure;

/** What the words of a head say of its numbers: growth, change, share, index, rank; the rules for all heads and labels. */
public final class MeasureWords {
    private static final Pattern GROWTH = Pattern.compile(
            "(?:同比|环比)(?:实际)?(?:增长|增速|增减|升降|±)?|(?:比|较)(?:上年|去年|上期|同期|上月|上季度?|年初|基期)(?:末|底)?(?:同期|同月|同季)?(?:实际)?(?:增长|增减|增加|减少|±|增|升降)?|(?:年均|平均(?:每年)?)?增长(?:速度|率)?|增速|增幅|增减(?:幅度|率|幅)?|±|涨跌幅?|升降|上升或下降|[+＋][-－/／][-－]?");
    private static final Pattern SURE_GROWTH =
            Pattern.compile(".*(?:增速|增长率|增长速度|增幅|涨跌幅|(?:同比|环比|年均|平均|平均每年)(?:实际)?增长).*");
    private static final Pattern YEAR_ON_YEAR = Pattern.compile("(?:同比|环比)(?:实际)?$");
    /** Words with 增长 in them that do not say by how much something grew: 贡献率, 增长点. */
    private static final Pattern NO_GROWTH = Pattern.compile("自然增长|机械增长|贡献率|增长[点极]");

    private static final Pattern GREW = Pattern.compile(".*(?:增长|[同环]比增加|[比较].{1,6}增加)(?:[(（].*)?");
    /** Units of growth itself, beside %; in any other it is an amount. */
    private static final Set<String> RATES = Set.of("百分比", "倍");

    private static final Pattern AMOUNT = Pattern.compile(".*(?:增减额|增减量|增减数|增加额|增加量|增量|净增额|增减绝对[额数量值]).*");
    private static final Pattern CHANGED =
            Pattern.compile(".*(?:增减|±|升降|(?:比|较)(?:上年|去年|上月|上季|上期|同期|年初|(?:19|20)\\d\\d ?年)).*");
    private static final Pattern BASE = Pattern.compile("(环比)|(?:比|较)(上月|上季|上期|年初)");
    private static final Pattern INDEX = Pattern.compile("指数|[=＝] ?100");
    /** 2019年为2018年%: an index in percent. */
    private static final Pattern OF_YEAR = Pattern.compile(
            "(?:[决预]算数?|执行数?|完成数?)?为(?:上年|去年|(?:19|20)\\d\\d ?年?)(?:同期|同月)?(?:[决预]算数?|执行数?|完成数?|实际数?)?的?(?=[(（]?%|百分)");

    private static final Pattern OF_YEARS_BELOW = Pattern.compile("[(（]?[为比](?:下列|以下)各年[)）]?");

    private static final Pattern SHARE = Pattern.compile("占比|比重|比例|构成|率$|覆盖率|占全.{0,6}%");
    private static final Pattern RANK = Pattern.compile("位次|排名|名次|排序|排位");

    private MeasureWords() {}

    /** Whether the years below are those that this one is compared with: 2021年为下列各年, 2021年比以下各年增长. */
    static boolean isOfYearsBelow(String words) {
        return OF_YEARS_BELOW.matcher(words).find();
    }

    /** Whether words say that numbers in percent are shares. */
    public static boolean isShare(String words) {
        return SHARE.matcher(words).find();
    }

    /** What a head with this unit says; empty where its words do not tell. */
    public static Optional<Measure> of(String text, String unit) {
        boolean percent = unit.equals("%") || text.contains("%") || text.contains("±");
        boolean grows = GROWTH.matcher(text).find()
                && !unit.equals("‰")
                && !NO_GROWTH.matcher(text).find();
        if (text.equals("增减") || unit.endsWith("百分点") || text.contains("百分点")) {
            return Optional.of(Measure.CHANGE);
        }
        if (OF_YEAR.matcher(text).find() || isOfYearsBelow(text)) {
            return Optional.of(grows ? Measure.GROWTH_RATE : Measure.INDEX);
        }
        if (RANK.matcher(text).find()) {
            return Optional.of(Measure.RANK);
        }
        if (AMOUNT.matcher(text).matches() && !percent) {
            return Optional.of(Measure.CHANGE);
        }
        boolean compared = YEAR_ON_YEAR.matcher(text).find();
        if (compared && !percent && !unit.isEmpty() && !unit.equals("‰")) {
            return Optional.of(Measure.CHANGE);
        }
        boolean yearOnYear = compared && unit.isEmpty();
        if (INDEX.matcher(text).find() && !percent && !yearOnYear) {
            return Optional.of(Measure.INDEX);
        }
        if (grows && !unit.isEmpty() && !percent && GREW.matcher(text).matches()) {
            return Optional.of(RATES.contains(unit) ? Measure.GROWTH_RATE : Measure.CHANGE);
        }
        if (grows && (percent || yearOnYear || SURE_GROWTH.matcher(text).matches())) {
            return Optional.of(Measure.GROWTH_RATE);
        }
        if (grows && CHANGED.matcher(text).matches()) {
            return Optional.of(Measure.CHANGE);
        }
        boolean rate = percent || unit.equals("‰");
        boolean share = SHARE.matcher(text).find() && unit.isEmpty();
        return rate || share && !text.endsWith("功率") && !text.endsWith("税率")
                ? Optional.of(Measure.SHARE)
                : Optional.empty();
    }

    /** What a head says with this unit beside it: whether something grew, and by how much, only the unit tells. */
    static Optional<Measure> beside(String text, String unit) {
        Optional<Measure> bare = of(text, "");
        Optional<Measure> told = unit.isEmpty() ? bare : of(text, unit);
        return isChange(bare) || isChange(told) ? told : bare;
    }

    private static boolean isChange(Optional<Measure> said) {
        return said.filter(m -> m == Measure.GROWTH_RATE || m == Measure.CHANGE).isPresent();
    }

    /** What the words of a change compare with, where it is not the year before: 上月, 上季, 年初; 上期 for 环比. */
    static String base(String text) {
        Matcher m = BASE.matcher(text);
        return !m.find() ? "" : m.group(1) != null ? "上期" : m.group(2);
    }

    /** A label without the words of growth and change; other labels stay as they are. */
    static String without(String words, @Nullable Measure measure) {
        String label = OF_YEARS_BELOW.matcher(words).replaceAll("");
        if (measure == Measure.INDEX) {
            return OF_YEAR.matcher(label).replaceAll("");
        }
        if (measure == Measure.RANK) {
            return label.replaceAll("(?:居|在)?(?:全[国省市县])?(?:位次|排名|名次|排序|排位)", "");
        }
        if (measure != Measure.GROWTH_RATE && measure != Measure.CHANGE) {
            return label;
        }
        String bare = label.replaceAll("增减(?:绝对)?[额量数]|增加[额量]|增量|个?百分点", "");
        return GROWTH.matcher(bare).replaceAll("").replaceAll("^[比较与]|[比较]$|(?:名义|实际|提高|上升|下降|降低)$", "");
    }
}
