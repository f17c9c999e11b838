package tongcang.quantity;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A time told by its relation to another one: 本月, 1—本月, 累计, 上年同期. How much of the year it counts and how far it is
 * moved are told apart, for heads over one another say one each: 1—本月 over 本年 and 上年.
 *
 * @param span how much of the year is counted
 * @param shift how far from the time that the table is about
 */
public record RelativeTime(Span span, Shift shift) {

    /** How much of the year is counted. */
    public enum Span {
        /** Not said. */
        NONE,
        /** 本月, 本季, 本期, 当月. */
        CURRENT,
        /** 1—本月, 累计, 本年累计. */
        CUMULATIVE,
        /** 年初预算, 全年目标: all of the year, whatever part of it the table is about. */
        YEAR
    }

    /** How far from the time that the table is about. */
    public enum Shift {
        /** Not said. */
        NONE,
        /** 本年, 今年. */
        THIS_YEAR,
        /** 上年同期, 去年同期. */
        YEAR_EARLIER,
        /** 上年, 去年. */
        LAST_YEAR,
        /** 上月, 上季: the one before of the same length. */
        PREVIOUS
    }

    /** Says nothing. */
    public static final RelativeTime NONE = new RelativeTime(Span.NONE, Shift.NONE);

    /** What a change is compared with is not the time of the change. */
    private static final Pattern COMPARED =
            Pattern.compile("同比|环比|(?:比|较|与|占|为|以)(?:上年|去年|上一年|上月|上季度?|上期|年初|同期|前期)(?:末|底|同期|同月|同季)?(?:实际|相?比)?");

    private static final Pattern CUMULATIVE = Pattern.compile(
            "(?:1 ?[-—–~至] ?本[月季]|自?年初至?(?:今|本月)?|本月)止?累计|1 ?[-—–~至] ?本[月季]止?|本年累计|年初至(?:今|本月)|累计|本[年月]止|(?i:\\bytd\\b|year to date)");
    private static final Pattern EARLIER = Pattern.compile("(?:上年|去年|上一年)(?:同期|同月|同季)(?:数|值)?|同期(?:累计)?(?:数|值)?$");
    private static final Pattern SAME_SPAN = Pattern.compile("同[月季]");
    private static final Pattern CURRENT = Pattern.compile("本月|当月|本季度?|当季|本期|当期");
    private static final Pattern PREVIOUS = Pattern.compile("^(?:上月|上季度?|上期)(?:末|数|实际|余额)?$");
    private static final Pattern LAST = Pattern.compile("^(?:上年|去年|上一年)(?!结[转余])(?:度|实际|全年|累计|数|末|年末|底)?.{0,4}");
    private static final Pattern THIS = Pattern.compile("^(?:本年|今年|当年)(?:度|实际|完成|数|末)?.{0,4}");
    private static final Pattern PLAN = Pattern.compile(
            "^(?:(?:年初|全年|年度|本年|当年)?(?:调整)?预算[数额]?|(?:全年|年度|本年|当年)(?:计划|目标|任务){1,2}[数额值]?|全年(?:累计|合计)?)$");
    private static final Pattern WORDS = Pattern.compile(
            "(?:本年|今年|当年(?!价))(?:度)?(?:实际|完成|数)?|(?:上年|去年|上一年)(?!结[转余])(?:度)?(?:实际|全年|数|末)?|上月|上季度?|(?<=^)上期|年末(?=数?$)");

    public RelativeTime {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(shift, "shift");
    }

    /** What a head's words say; {@link #NONE} where they say nothing. */
    public static RelativeTime of(String words) {
        String text = COMPARED.matcher(words).replaceAll("").strip();
        if (PLAN.matcher(text).matches()) {
            return new RelativeTime(Span.YEAR, Shift.NONE);
        }
        boolean earlier = EARLIER.matcher(text).find();
        Span span = CUMULATIVE.matcher(text).find()
                ? Span.CUMULATIVE
                : CURRENT.matcher(text).find() ? Span.CURRENT : Span.NONE;
        if (earlier) {
            Span same = span == Span.NONE && SAME_SPAN.matcher(text).find() ? Span.CURRENT : span;
            return new RelativeTime(same, Shift.YEAR_EARLIER);
        }
        if (LAST.matcher(text).matches()) {
            return new RelativeTime(span, Shift.LAST_YEAR);
        }
        if (PREVIOUS.matcher(text).matches()) {
            return new RelativeTime(Span.CURRENT, Shift.PREVIOUS);
        }
        return new RelativeTime(span, span == Span.NONE && THIS.matcher(text).matches() ? Shift.THIS_YEAR : Shift.NONE);
    }

    /** A text without the words of relative times. */
    public static String without(String words) {
        String text = CUMULATIVE.matcher(words).replaceAll("");
        text = EARLIER.matcher(text).replaceAll("");
        text = CURRENT.matcher(text).replaceAll("");
        return WORDS.matcher(text).replaceAll("");
    }

    /** Both together; where both say something, {@code nearer} is right. */
    public RelativeTime with(RelativeTime nearer) {
        return new RelativeTime(
                nearer.span == Span.NONE ? span : nearer.span, nearer.shift == Shift.NONE ? shift : nearer.shift);
    }

    /** Whether anything is said. */
    public boolean isSaid() {
        return span != Span.NONE || shift != Shift.NONE;
    }
}
