package tongcang.workbook;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tongcang.Measure;
import tongcang.Period;
import tongcang.quantity.PeriodWords;
import tongcang.quantity.Units;

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
 * @param indexBase what an index number is compared with (上年同月 of 上年同月=100), or empty
 */
record Head(
        String label,
        String unit,
        @Nullable Period period,
        String monthly,
        Relative relative,
        @Nullable Measure measure,
        boolean ofWhich,
        String indexBase) {

    /** Times told by their relation to the table's own. */
    enum Relative {
        NONE,
        /** 本月, 本季, 本期, 当月. */
        CURRENT,
        /** 1—本月, 累计, 本年累计. */
        CUMULATIVE,
        /** 上年同期, 去年同期. */
        YEAR_EARLIER,
        /** 本年, 今年. */
        THIS_YEAR,
        /** 上年, 去年. */
        LAST_YEAR
    }

    private static final Pattern BRACKET = Pattern.compile("[(（\\[]([^()（）\\[\\]]{1,24})[)）\\]]");
    private static final Pattern UNIT_SAID = Pattern.compile("(?:计量单位|计算单位|单位)[:：] ?([^\\s,，;；:：]{1,20})");
    private static final Pattern NUMBERING = Pattern.compile(
            "^(?:[#*`]+|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十]{1,3}[)）]|\\d{1,2}[、.．](?!\\d)|[(（]\\d{1,2}[)）]|[①-⑳]|[ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩIVX]+[.、]|[a-z]、|表\\d+(?:[.-]\\d+)* ?|附件?表?\\d* ?|\\d+-\\d+ )+");
    private static final Pattern OF_WHICH = Pattern.compile("^(?:在?其中[:：]?|#)");
    private static final Pattern CUMULATIVE = Pattern.compile("1 ?[-—–~至] ?本月|本年累计|累计|本年止");
    private static final Pattern YEAR_EARLIER = Pattern.compile("(?:上年|去年|上一年)(?:同期|同月|同季)|同期(?:数|值)?$");
    private static final Pattern CURRENT = Pattern.compile("本月|当月|本季|本期|当期");
    private static final Pattern GROWTH = Pattern.compile(
            "同比(?:实际)?(?:增长|增速|增减|±)?|(?:比|较)(?:上年|去年|上期|同期)(?:同期|同月)?(?:增长|增减|±|增|升降)?|增长(?:速度|率)?|增速|增幅|增减(?:幅度|率|幅)?|±|涨跌幅?|升降|[+＋][-－/／][-－]?");
    private static final Pattern INDEX = Pattern.compile("指数|[=＝] ?100");
    private static final Pattern INDEX_BASE =
            Pattern.compile("[(（]?(?:以)?(上月|上年同月|上年同期|上年|上季|同期|(?:19|20)\\d\\d年)(?:价格)?(?:为)? ?[=＝] ?100[)）]?");
    private static final Pattern SHARE = Pattern.compile("占比|比重|比例|构成|率$|覆盖率|占全.{0,6}%");
    private static final Pattern RANK = Pattern.compile("位次|排名|名次|排序");

    /** Reads the words of one head. */
    static Head of(String words, Units units) {
        String text = words.replace("$$", "")
                .replaceAll("^(?:指标|指标名称|数据库|时间|Indicator|Time|Database)[:：] ?", "")
                .strip();
        boolean ofWhich = OF_WHICH.matcher(text).find();
        text = OF_WHICH.matcher(text).replaceFirst("");
        text = NUMBERING.matcher(text.strip()).replaceFirst("").strip();
        String unit = "";
        Matcher said = UNIT_SAID.matcher(text);
        if (said.find()) {
            unit = said.group(1).replaceAll("[)）]$", "");
            text = text.substring(0, said.start()) + text.substring(said.end());
        }
        Matcher bracket = BRACKET.matcher(text);
        while (bracket.find()) {
            if (isUnit(bracket.group(1), units)) {
                unit = unit.isEmpty() ? unitOf(bracket.group(1)) : unit;
                text = text.substring(0, bracket.start()) + text.substring(bracket.end());
                bracket = BRACKET.matcher(text);
            }
        }
        if (unit.isEmpty()
                && text.length() <= 8
                && units.parse(text).isPresent()
                && !text.equals("人")
                && !isWord(text)) {
            unit = text;
            text = "";
        }
        Optional<Measure> measure = measure(text, unit);
        if (unit.isEmpty()
                && (text.contains("%") || measure.equals(Optional.of(Measure.GROWTH_RATE)) && text.endsWith("±"))) {
            unit = text.contains("百分点") ? "百分点" : "%";
        }
        return timed(text, unit, measure.orElse(null), ofWhich);
    }

    private static Head timed(String words, String unit, @Nullable Measure measure, boolean ofWhich) {
        String text = words.replaceAll("(\\d) (?=\\d)", "$1");
        Optional<PeriodWords.Found> full = PeriodWords.first(text);
        Period period = full.map(PeriodWords.Found::period).orElse(null);
        String monthly = period == null && PeriodWords.in(text, 2000).isPresent() ? text : "";
        Matcher base = INDEX_BASE.matcher(text);
        String indexBase = base.find() ? base.group(1) : "";
        text = indexBase.isEmpty() ? text : base.replaceAll("");
        Relative relative = switch (indexBase) {
            case "上年同期" -> Relative.CUMULATIVE;
            case "上月", "上年同月" -> Relative.CURRENT;
            default -> relative(text);
        };
        String label = PeriodWords.without(text);
        label = CUMULATIVE.matcher(label).replaceAll("");
        label = YEAR_EARLIER.matcher(label).replaceAll("");
        label = CURRENT.matcher(label).replaceAll("");
        label = label.replaceAll("(?:本年|今年|当年)(?:实际|完成|数)?|(?:上年|去年)(?:实际|数|末)?|年末(?=数?$)", "");
        if (measure == Measure.GROWTH_RATE || measure == Measure.CHANGE) {
            label = label.replaceAll("增减(?:绝对)?[额量数]|增加额|增量", "");
            label = GROWTH.matcher(label).replaceAll("").replaceAll("^比|比$|实际$", "");
        }
        label = label.replaceAll("^按.{1,12}分组?(?:\\(.*\\))?$|^在.{1,12}中[:：]?$", "");
        label = label.replaceAll("[%‰]", "")
                .replaceAll("^[_\\s、,，:：/—\\-~]+|[_\\s、,，:：/—\\-~]+$", "")
                .replaceAll("[(（][\\s,，、]*[)）]", "")
                .strip();
        return new Head(english(label), unit, period, monthly, relative, measure, ofWhich, indexBase);
    }

    /** Of a bilingual head the Chinese words. */
    private static String english(String label) {
        return Texts.hasIdeograph(label)
                ? label.replaceAll("(?<=[\\u4e00-\\u9fff)）]) ?[A-Za-z][A-Za-z ,.'()&-]{2,}$", "")
                        .replaceAll(" ?\\([A-Za-z ,%‰]+\\)$", "")
                        .strip()
                : label;
    }

    private static Relative relative(String text) {
        if (YEAR_EARLIER.matcher(text).find() && !GROWTH.matcher(text).find()) {
            return Relative.YEAR_EARLIER;
        }
        if (CUMULATIVE.matcher(text).find()) {
            return Relative.CUMULATIVE;
        }
        if (CURRENT.matcher(text).find()) {
            return Relative.CURRENT;
        }
        if (text.matches("(?:上年|去年)(?:实际|数|末|年末)?.{0,4}")
                && !GROWTH.matcher(text).find()) {
            return Relative.LAST_YEAR;
        }
        return text.matches("(?:本年|今年|当年)(?:实际|完成|数|末)?.{0,4}") ? Relative.THIS_YEAR : Relative.NONE;
    }

    private static Optional<Measure> measure(String text, String unit) {
        boolean percent = unit.equals("%") || text.contains("%") || text.contains("±");
        boolean growth = GROWTH.matcher(text).find() && !unit.equals("‰") && !text.contains("自然增长");
        if (text.equals("增减")) {
            return Optional.of(Measure.CHANGE);
        }
        if (unit.endsWith("百分点") || text.contains("百分点")) {
            return Optional.of(Measure.CHANGE);
        }
        if (RANK.matcher(text).find()) {
            return Optional.of(Measure.RANK);
        }
        if (INDEX.matcher(text).find() && !percent) {
            return Optional.of(Measure.INDEX);
        }
        if (growth && (percent || text.matches(".*(?:增速|增长率|增长速度|增幅|同比(?:实际)?增长).*"))) {
            return Optional.of(Measure.GROWTH_RATE);
        }
        if (text.matches(".*(?:增减额|增减量|增加额|增量|增减绝对[额数量]).*")) {
            return Optional.of(Measure.CHANGE);
        }
        if (growth && !unit.isEmpty() && text.matches(".*(?:增减|±|比上年|比去年|较上年).*")) {
            return Optional.of(Measure.CHANGE);
        }
        boolean rate = percent || unit.equals("‰");
        return rate || SHARE.matcher(text).find() && unit.isEmpty() && !text.endsWith("功率") && !text.endsWith("税率")
                ? Optional.of(Measure.SHARE)
                : Optional.empty();
    }

    private static boolean isUnit(String text, Units units) {
        String bare = text.strip();
        return bare.equals("%")
                || bare.equals("‰")
                || units.parse(unitOf(bare)).isPresent()
                || bare.startsWith("in ")
                || bare.matches("(?:10+|100 million|million|thousand|billion).*(?:yuan|persons?|tons?|kw).*");
    }

    private static String unitOf(String text) {
        String bare = text.strip().replaceFirst("^in ", "").replaceFirst("^单位[:：]?", "");
        return bare.contains("、") || bare.contains(",") ? bare.split("[、,]")[0] : bare;
    }

    /** Units that are words of their own in heads. */
    private static boolean isWord(String text) {
        return text.equals("村")
                || text.equals("社区")
                || text.equals("年")
                || text.equals("月")
                || text.equals("日")
                || text.equals("户");
    }
}
