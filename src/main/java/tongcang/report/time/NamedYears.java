package tongcang.report.time;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tongcang.Period;
import tongcang.quantity.PeriodWords;

/** The years that a sentence names for its figures, as it goes on. */
final class NamedYears {
    /** What every year that is named begins with. */
    private static final String CENTURY = "20";

    private static final Pattern NAMED = Pattern.compile("(20\\d\\d)(?:[—\\-、至](20\\d\\d))?(?:年度|年底|年末|年)");
    /** 是2016年的, 比2020年: the year compared with is not the year of the figure. */
    private static final Pattern BASE =
            Pattern.compile("(?:是|比|较|相当于|为|与)(20\\d\\d)年(?:底|末)?(?:的|增|提|下|减|翻|净|上|相比|$|，|,)?");
    /** 是上年的, 是“十一五”末的 */
    private static final Pattern LAST_YEAR = Pattern.compile("(?:是|为|相当于)(?:上年|去年|上一年)(?:同期)?的?$");

    private static final Pattern PLAN_END = Pattern.compile("(?:是|为|比|较|相当于)“?十([一二三四五六]?)五”?(?:规划|时期)?期?末的?");
    /** “十二五”末 as the time of a figure. */
    private static final Pattern AT_PLAN_END =
            Pattern.compile("(?<![是为比较于由从])(?<![是为比较于由从]“)十([一二三四五六七]?)五”?(?:规划|时期)?期?末");

    /** 是“十五”期间的 5.1 times: both are sums of a term. */
    private static final Pattern AGAINST_PLAN = Pattern.compile("(?:是|为|比|较|相当于)“?十[一二三四五六]?五”?(?:规划)?(?:时期|期间)?的?$");

    private static final Pattern OF_PLAN_YEARS =
            Pattern.compile("(?:是|为|比|较|相当于)“?十([一二三四五六]?)五”?(?:规划)?(?:时期|期间)?(?!期?末|规划期?末)的?(?=$|增|提|下|减|多)");

    private static final Pattern BY = Pattern.compile("(?:到|至)(20\\d\\d)年");
    /** 由2011年的86亿元 and 由58家, right in front of the number. */
    private static final Pattern FROM = Pattern.compile("(?:由|从(?!业|事))[^，,。；;]{0,3}(?:20\\d\\d年(?:底|末)?)?的?第?$");

    /** The year of an earlier value is not that of what follows; one since which something holds is. */
    private static final Pattern EARLIER = Pattern.compile("(?:由|从)20\\d\\d年(?:底|末)?(?!起|开始|以来|到|至|—|-)");

    private static final Pattern FROM_YEAR = Pattern.compile("(?:由|从)(20\\d\\d)年");

    private static final Pattern PART_OF_YEAR =
            Pattern.compile("[\\s　]*(?:今年|去年|同年)?(?:\\d{1,2}月?[—\\-–~～至到]\\d{1,2}月份?|[上下]半年|前[二三]季度|第?[一二三四]季度)");

    private static final Pattern WHOLE_YEAR = Pattern.compile("[\\s　]*全年");

    /** 恢复到2019年水平, 达到2020年同期: how high, and not when. */
    private static final Pattern LEVEL_OF =
            Pattern.compile("(?:到|至|于|了|过|及|达|当|近|超|平|是|为)20\\d\\d年(?:底|末|度)?的?(?:同期|水平|平均|基数|规模)");

    private static final Pattern NOW = Pattern.compile("[\\s　]*(?:截至)?(?:目前|现在|如今|当前)");

    private @Nullable Period named;
    private OptionalInt earlier = OptionalInt.empty();
    /** The year that the sentence compares with. */
    private @Nullable Period against;

    /** A sentence begins that the one before does not govern. */
    void sentence() {
        named = null;
        earlier = OptionalInt.empty();
        against = null;
    }

    /** The year that a rate a year starts from: 2010 of 由2010年的A增加到2015年的B or of 比2010年增加; null where none is told. */
    @Nullable
    Period against() {
        return against;
    }

    /** Takes in the words of a clause up to a figure. */
    void clause(String words) {
        if (words.length() > 1 && NOW.matcher(words).lookingAt()) {
            sentence();
        }
        if (!words.contains(CENTURY) && words.indexOf('五') < 0) {
            return;
        }
        Matcher years = NAMED.matcher(own(words));
        while (years.find()) {
            int first = Integer.parseInt(years.group(1));
            int last = years.group(2) == null ? first : Integer.parseInt(years.group(2));
            boolean since = words.startsWith("以来", years.end()) || words.startsWith("以来", years.end() - 1);
            if (!since && last >= first) {
                named = partOf(words, years, first).orElse(Period.span(first, last));
            }
        }
        Matcher end = AT_PLAN_END.matcher(words);
        if (end.find()) {
            named = Period.year(lastYearOfPlan(end.group(1)));
        }
        Matcher base = BASE.matcher(words);
        while (base.find()) {
            against = Period.year(Integer.parseInt(base.group(1)));
        }
        Matcher from = FROM_YEAR.matcher(words);
        if (from.find()) {
            earlier = OptionalInt.of(Integer.parseInt(from.group(1)));
            against = Period.year(earlier.getAsInt());
        }
    }

    /** 2023年上半年 is no whole year. */
    private static Optional<Period> partOf(String words, Matcher year, int first) {
        Matcher part = PART_OF_YEAR.matcher(words).region(year.end(), words.length());
        return year.group(2) == null && part.lookingAt()
                ? PeriodWords.in(part.group(), first).map(PeriodWords.Found::period)
                : Optional.empty();
    }

    /** Takes in a part of {@code year} that a clause opens with: 1—11月, 前三季度. */
    void partOfYear(String words, int year) {
        if (WHOLE_YEAR.matcher(words).lookingAt() && named != null && named.kind() != Period.Kind.YEAR) {
            named = null;
        }
        Matcher part = PART_OF_YEAR.matcher(words);
        if (part.lookingAt()) {
            PeriodWords.in(part.group(), year).ifPresent(found -> named = found.period());
        }
    }

    /** 十五 ended in 2005, 十一五 in 2010. */
    private static int lastYearOfPlan(String numeral) {
        return 2005 + 5 * (numeral.isEmpty() ? 0 : 1 + "一二三四五六七".indexOf(numeral));
    }

    /** Whether the number right behind these words is the earlier one of 由A增加到B. */
    static boolean isFrom(String words) {
        return FROM.matcher(words).find();
    }

    /** WordList without the years of what is compared with. */
    private static String own(String words) {
        String years = words.contains("年") ? LEVEL_OF.matcher(words).replaceAll("　") : words;
        return EARLIER.matcher(BASE.matcher(years).replaceAll("　")).replaceAll("　");
    }

    /** The year or years named last; null where none is. */
    @Nullable
    Period named() {
        return named;
    }

    /** The year from which a change is told: 由2011年的…. */
    OptionalInt earlier() {
        return earlier;
    }

    /** The year that a clause looks ahead to: 到2025年. */
    static OptionalInt by(String words) {
        Matcher by = BY.matcher(words);
        return by.find() ? OptionalInt.of(Integer.parseInt(by.group(1))) : OptionalInt.empty();
    }

    /** Whether words end with a five-year plan as what a figure is compared with, and not with that plan's last year. */
    static boolean isAgainstPlan(String words) {
        return AGAINST_PLAN.matcher(words).find();
    }

    /** Whether a clause names a year of its own. */
    static boolean isIn(String words) {
        return words.contains(CENTURY) && NAMED.matcher(own(words)).find();
    }

    static boolean hasBase(String words) {
        return words.contains(CENTURY) && BASE.matcher(words).find();
    }

    /** The year that a figure of {@code period} is compared with, where the clause names one; else null. */
    static @Nullable Period base(String words, @Nullable Period period) {
        Matcher base = BASE.matcher(words);
        Period found = null;
        while (base.find()) {
            found = Period.year(Integer.parseInt(base.group(1)));
        }
        Matcher plan = OF_PLAN_YEARS.matcher(words);
        if (plan.find()) {
            int last = lastYearOfPlan(plan.group(1));
            found = Period.span(last - 4, last);
        }
        Matcher end = PLAN_END.matcher(words);
        if (end.find()) {
            found = Period.year(lastYearOfPlan(end.group(1)));
        }
        if (found == null && period != null && LAST_YEAR.matcher(words).find()) {
            found = Period.year(period.end().getYear() - 1);
        }
        return found;
    }
}
