package tongcang.workbook.label;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tongcang.Measure;
import tongcang.Period;
import tongcang.quantity.PeriodWords;
import tongcang.quantity.RelativeTime;
import tongcang.quantity.Units;
import tongcang.workbook.grid.CellText;

/**
 * What the words of a head, a row label or a title say, each thing apart.
 *
 * @param label what is measured, without all the rest; may be empty
 * @param unit as written; empty where none is stated
 * @param period a time with its year, or null
 * @param monthly words of a time without a year (1—6月), or empty
 * @param relative a time told by its relation to that of the table
 * @param measure what the numbers say, where the words tell; else null
 * @param ofWhich whether it is a part of what stands before it (其中)
 * @param base what an index number or a change is compared with: 上年同月=100, 上月, 年初; empty for a year before
 * @param region the place that goes before the rest (中国:出口金额), or empty
 */
public record LabelWords(
        String label,
        String unit,
        @Nullable Period period,
        String monthly,
        RelativeTime relative,
        @Nullable Measure measure,
        boolean ofWhich,
        String base,
        String region) {

    private static final Pattern ASKED = Pattern.compile("^(?:指标|指标名称|数据库|时间|Indicator|Time|Database)[:：] ?");
    static final Pattern NUMBERING = Pattern.compile(
            "^(?:[#*`]+|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|第[一二三四五六七八九十]{1,3}部分 ?|\\d{1,2}[、.．](?!\\d)|[(（]\\d{1,2}[)）]|[①-⑳]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩIVX]+[.、]|[a-zA-Z]、|表\\d+(?:[.-]\\d+)* ?|附件?表?\\d* ?|\\d+-\\d+ )+");
    /** (1)其中：大型 */
    private static final Pattern NUMBERED_PART = Pattern.compile("^([(（]\\d{1,2}[)）]|\\d{1,2}[、.．]) ?其中[:：]");

    private static final Pattern OF_WHICH = Pattern.compile("^(?:在?(?:总计|合计)?中?其中[:：]?|#)");
    /** 分产业：第一产业 begins the members of a classification. */
    public static final Pattern GROUPED = Pattern.compile("^(?:按[^:：]{1,8}分|分[^:：]{1,6})[:：]");

    /** 性别比（女=100） */
    private static final Pattern OTHER_BASE = Pattern.compile("[(（]以?([\\u4e00-\\u9fff]{1,6}?)(?:为|[=＝]) ?100[)）]");

    private static final Pattern INDEX_BASE =
            Pattern.compile("[(（]?以?(上月|上年同月|上年同期|上年|上季度?|同期|(?:19|20)\\d\\d年?)(?:价格)?(?:为)? ?(?:[=＝]|为) ?100[)）]?");
    private static final Pattern COMPARED_YEAR = Pattern.compile(
            "(?<=[比较])(?:(?:19|20)\\d\\d ?年?[末底]?|[一二三四]季度|前三季度|上半年|(?:1 ?[-—~至] ?)?\\d{1,2}月份?)(?=.*[%±增升减]|.*百分点)");
    /** A series of a database that is not continued. */
    private static final Pattern STOPPED = Pattern.compile("^[(（](?:停止|停更|已停[更止]?|终止)(?:更新|发布)?[)）]");
    /** 全国城镇调查失业率; not 全国性, 全国重点文物, 全国第七次普查. */
    private static final Pattern NATIONAL = Pattern.compile(
            "^全国(?!性|人大|人民|政协|重点|文明|统一|平均|排|位|第|先进|优秀|示范|首|最|前|百|劳模|劳动模范|[一二三五六七八]|各|分)(?=[\\u4e00-\\u9fff\\d-]{4})");
    /** What a series of a database is called behind its name: 当季值, 累计值, (季度值). */
    private static final Pattern SERIES = Pattern.compile(
            "(?:[:_] ?(?:当[季月期年]|累计|本期|期末)?(?:值|数|同比|环比)?|[(（](?:[季月年]度(?:累计|当期)?|当[季月期年]|累计|本期|期末)[值数][)）]"
                    + "|(?<=[\\u4e00-\\u9fff])(?:(?<=当[月季期])|(?<=累计))值)$");

    private static final Pattern SUM = Pattern.compile("累计[值数](?=$|[(（])");
    /** The day of a month, which is the month's last or the day of a stock. */
    private static final Pattern DAY =
            Pattern.compile("((?:19|20)\\d\\d ?[年.-] ?\\d{1,2} ?月) ?\\d{1,2} ?[日号](?:[零0]时)?");
    /** 上年1-6月 */
    private static final Pattern TIME_APART = Pattern.compile("([上去本今当]年)(?=\\d{1,2} ?[-—~至月])");
    /** Stands as base until the years are read that stand below. */
    public static final String YEARS_BELOW = "各年";

    /** Whether words are about the whole nation: 全国城镇调查失业率; not 全国性, 全国各省. */
    static boolean isNational(String words) {
        return NATIONAL.matcher(words).find();
    }

    /** Reads the words of one head; {@code beside} is the unit that stands in a column or row of its own, or empty. */
    static LabelWords of(String words, String beside, Units units) {
        String text = ASKED.matcher(words.replace("$$", "")).replaceFirst("").strip();
        Matcher numbered = NUMBERED_PART.matcher(text);
        text = numbered.find() ? text.substring(numbered.end(1)) : text;
        boolean ofWhich = OF_WHICH.matcher(text).find();
        text = OF_WHICH.matcher(text).replaceFirst("");
        text = NUMBERING.matcher(text.strip()).replaceFirst("").strip();
        text = GROUPED.matcher(text).replaceFirst("");
        String region = "";
        text = STOPPED.matcher(text).replaceFirst("");
        if (text.indexOf(':') > 0) {
            List<String> parts = List.of(text.split(" ?: ?", -1));
            region = parts.stream().filter(LabelWords::isOnePlace).findFirst().orElse("");
            text = region.isEmpty() ? text : without(parts, region);
        }
        if (region.isEmpty() && NATIONAL.matcher(text).find()) {
            region = text.substring(0, 2);
            text = text.substring(2);
        }
        LabelUnit unit = LabelUnit.of(text, units);
        @Nullable
        Measure measure = unit.unit().isEmpty()
                ? MeasureWords.beside(unit.rest(), beside).orElse(null)
                : MeasureWords.of(unit.rest(), unit.unit()).orElse(null);
        return timed(unit.rest(), unitOf(unit, measure), measure, ofWhich, region);
    }

    /** A part of a series' name, as 武汉 in 武汉:价格指数 and 东部地区 in 投资:东部地区:累计值. */
    private static boolean isOnePlace(String part) {
        return part.length() >= 2 && part.length() <= 12 && PlaceNames.isPlace(part);
    }

    private static String without(List<String> parts, String place) {
        return parts.stream().filter(part -> !part.equals(place)).collect(Collectors.joining(":"));
    }

    private static String unitOf(LabelUnit said, @Nullable Measure measure) {
        boolean percent = said.rest().contains("%")
                || measure == Measure.GROWTH_RATE && said.rest().endsWith("±");
        if (!said.unit().isEmpty()) {
            return said.unit();
        }
        return said.rest().contains("百分点") ? "百分点" : percent ? "%" : "";
    }

    private static LabelWords timed(
            String words, String unit, @Nullable Measure measure, boolean ofWhich, String region) {
        String text = TIME_APART
                .matcher(DAY.matcher(words.replaceAll("(\\d) (?=\\d)", "$1")).replaceAll("$1"))
                .replaceAll("$1 ");
        Matcher base = INDEX_BASE.matcher(text);
        base = base.find() ? base : OTHER_BASE.matcher(text);
        String indexBase = base.reset().find() ? base.group(1) : "";
        text = indexBase.isEmpty() ? text : base.replaceAll("");
        boolean change = measure == Measure.GROWTH_RATE || measure == Measure.CHANGE;
        String compared = change ? MeasureWords.base(text) : "";
        compared = MeasureWords.isOfYearsBelow(text) ? YEARS_BELOW : compared;
        text = COMPARED_YEAR.matcher(text).replaceAll("");
        text = measure == Measure.INDEX ? MeasureWords.without(text, measure) : text;
        Period period = PeriodWords.first(text).map(PeriodWords.Found::period).orElse(null);
        String timed = text;
        Optional<PeriodWords.Found> bare = period == null ? PeriodWords.in(text, 2000) : Optional.empty();
        String label = label(text, measure);
        return new LabelWords(
                bare.isPresent() && label.equals("平均") ? "" : label, // 1-5月平均 says a time and nothing else
                unit,
                period,
                bare.isPresent() ? text : "",
                relative(indexBase, bare.map(found -> without(found, timed)).orElse(text)),
                measure,
                ofWhich,
                indexBase.isEmpty() ? compared : indexBase + "=100",
                region);
    }

    /** Not as a part of the one before. */
    public LabelWords withoutPart() {
        return new LabelWords(label, unit, period, monthly, relative, measure, false, base, region);
    }

    /** With a time that is said elsewhere, beside its own words. */
    public LabelWords withPeriod(Period other) {
        return new LabelWords(label, unit, other, monthly, relative, measure, ofWhich, base, region);
    }

    /** With what the numbers are compared with. */
    public LabelWords withBase(String other) {
        return new LabelWords(label, unit, null, "", relative, measure, ofWhich, other, region);
    }

    private static String without(PeriodWords.Found time, String text) {
        return (text.substring(0, time.start()) + text.substring(time.end())).strip();
    }

    private static RelativeTime relative(String indexBase, String text) {
        RelativeTime said = RelativeTime.of(text);
        if (said.span() != RelativeTime.Span.NONE) {
            return said;
        }
        return switch (indexBase) {
            case "上年同期" -> new RelativeTime(RelativeTime.Span.CUMULATIVE, RelativeTime.Shift.NONE);
            case "上月", "上年同月" -> new RelativeTime(RelativeTime.Span.CURRENT, RelativeTime.Shift.NONE);
            default -> said;
        };
    }

    private static String label(String text, @Nullable Measure measure) {
        String label = PeriodWords.without(SERIES.matcher(text).replaceFirst(""));
        label = MeasureWords.without(label, measure);
        label = RelativeTime.without(SUM.matcher(label).replaceAll("累计"))
                .replaceAll("^按.{1,12}分组?(?:\\(.*\\))?$|^在.{1,12}中[:：]?$", "")
                .replaceAll("[%‰]", "")
                .replaceAll("^[_\\s、,，:：/—\\-~]+|[_\\s、,，:：/—\\-~]+$", "")
                .replaceAll("[(（][\\s,，、]*[)）]", "")
                .strip();
        String chinese = CellText.chinese(label);
        return CellText.isEnglish(chinese) && CellText.hasIdeograph(text) ? "" : chinese;
    }
}
