package tongcang.report;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tongcang.Measure;
import tongcang.Period;
import tongcang.Status;
import tongcang.quantity.Numerals;

/**
 * The time that the words of a report are about, as it goes on: the term under review, the year under review, the
 * year's plan, the plan of five years; and the years and states that a sentence names for itself.
 */
final class Times {

    private enum Mode {
        TERM,
        YEAR,
        PLAN,
        FIVE_YEAR_PLAN
    }

    private static final Pattern TERM_SINCE = Pattern.compile("(20\\d\\d)年以来");
    private static final Pattern TERM =
            Pattern.compile("过去(?:的)?五年|五年来|这五年|“?十([二三四五六])五”?(?:时期|期间|以来|规划(?:实施|收官|圆满))|本届政府");
    private static final Pattern YEAR_REVIEW =
            Pattern.compile("刚刚过去的|过去(?:的)?一年|一年来|去年以来|(20\\d\\d)年(?:，|,|是|工作回顾|以来，面对|主要工作|全年)|上一年|去年");
    private static final Pattern PLAN = Pattern.compile(
            "(?:^|[一二三四五六七八九十]、|[(（])[^，。]{0,6}(20\\d\\d)年[^，。]{0,12}(?:安排|目标|任务|部署|打算|建议|要求|重点)|今年(?:是|政府工作|经济|工作|发展|要|，)|主要预期目标|新的一年|今年的(?:主要|工作|目标)");
    private static final Pattern FIVE_YEARS =
            Pattern.compile("“?十([四五六七])五”?(?:时期|期间)?[^，。]{0,18}(?:目标|任务|主要指标|总体要求|要求|思路|安排)|今后五年|未来五年");
    private static final Pattern NAMED_YEAR = Pattern.compile("(20\\d\\d)(?:[—\\-、至](20\\d\\d))?(?:年度|年底|年末|年)");
    private static final Pattern BASE = Pattern.compile("(?:是|比|较|相当于|为)(20\\d\\d)年(?:底|末)?(?:的|增|提|下|减|翻|净|上|$|，|,)?");
    private static final Pattern BY_YEAR = Pattern.compile("(?:到|至)(20\\d\\d)年");
    private static final Pattern OVER_TERM = Pattern.compile(
            "累计|年均|五年|连续|连年|常年|保持|稳定在|先后|新增|增加|新建|新设|净增|建成|改造|改善|引进|投入|退出|脱贫|签约|实施|完成|开行|治理|修复|造林|开挖|筹集|下降|减少|增长|提高|消除|重组|获批|认定|全国推广|办成|解决|转移就业|发放|安排|争取|培训");
    private static final Pattern AS_OF_NOW = Pattern.compile("达到|突破|超过|达|为|居|占|扩容至|普及率|覆盖率|比例|比重|占比|率$");

    private static final Pattern LASTING = Pattern.compile("常年|连年|多年|始终|保持|累计|稳居|历年|连续");

    /** 连续9年: the years up to the one under review. */
    private static final Pattern YEARS_ON_END = Pattern.compile("连续([0-9]{1,2}|[二两三四五六七八九十]{1,2})年");

    private final Frame frame;
    private Mode mode = Mode.YEAR;
    private int termStart;
    private int termEnd;
    private @Nullable Period sentenceYear;
    private Status sentenceStatus = Status.ACTUAL;
    private boolean cumulative;

    Times(Frame frame) {
        this.frame = frame;
        this.termStart = frame.year() - 6;
        this.termEnd = frame.year() - 1;
    }

    /** Takes in a heading or the words of a sentence, before its figures are asked for. */
    void sentence(String sentence, boolean heading) {
        sentenceYear = null;
        sentenceStatus = Status.ACTUAL;
        cumulative = false;
        if (frame.year() == 0) {
            return;
        }
        boolean pastYears = mode == Mode.TERM || mode == Mode.YEAR;
        Matcher since = TERM_SINCE.matcher(sentence);
        Matcher plan = PLAN.matcher(sentence);
        Matcher five = FIVE_YEARS.matcher(sentence);
        boolean planned = plan.find()
                && !sentence.contains("回顾")
                && (plan.group(1) == null || plan.group(1).equals("" + frame.year()));
        boolean ahead = !planned && five.find() && !sentence.contains("回顾");
        if (ahead && (heading || mode == Mode.FIVE_YEAR_PLAN || mode != Mode.PLAN && isAhead(five))) {
            mode = Mode.FIVE_YEAR_PLAN;
            termStart = five.group(1) == null ? frame.year() : fiveYearStart(five.group(1));
            termEnd = termStart + 4;
        } else if (planned) {
            mode = Mode.PLAN;
        } else if (pastYears && since.find() && Integer.parseInt(since.group(1)) < frame.year() - 1) {
            term(Integer.parseInt(since.group(1)), frame.year() - 1);
        } else if (pastYears || heading) {
            review(sentence);
        }
    }

    private static boolean isAhead(Matcher five) {
        return five.group().contains("目标")
                || five.group().contains("今后")
                || five.group().contains("未来");
    }

    private void review(String sentence) {
        Matcher year = YEAR_REVIEW.matcher(sentence);
        Matcher term = TERM.matcher(sentence);
        boolean isYear = year.find() && (year.group(1) == null || year.group(1).equals("" + (frame.year() - 1)));
        if (term.find()) {
            int start = term.group(1) == null ? frame.year() - 5 : fiveYearStart(term.group(1));
            term(start, Math.min(start + 4, frame.year() - 1));
        } else if (isYear) {
            mode = Mode.YEAR;
        }
    }

    private void term(int start, int end) {
        mode = Mode.TERM;
        termStart = start;
        termEnd = end;
    }

    private static int fiveYearStart(String numeral) {
        return switch (numeral) {
            case "二" -> 2011;
            case "三" -> 2016;
            case "四" -> 2021;
            case "五" -> 2026;
            case "六" -> 2031;
            default -> 2036;
        };
    }

    /** Takes in the words of a clause up to a figure. */
    void clause(String words) {
        Matcher named = NAMED_YEAR.matcher(BASE.matcher(words).replaceAll("　"));
        while (named.find()) {
            int first = Integer.parseInt(named.group(1));
            int last = named.group(2) == null ? first : Integer.parseInt(named.group(2));
            boolean since = words.startsWith("以来", named.end()) || words.startsWith("以来", named.end() - 1);
            if (!since && last >= first) {
                sentenceYear = Period.span(first, last);
            }
        }
        if (words.contains("初步核算") || words.contains("初步统计")) {
            sentenceStatus = Status.PRELIMINARY;
        } else if (words.contains("预计")) {
            sentenceStatus = Status.EXPECTED;
        }
        if (words.contains("累计")) {
            cumulative = true;
        } else if (words.contains("达到") || words.contains("突破")) {
            cumulative = false;
        }
    }

    Status status() {
        return isPlan() ? Status.TARGET : sentenceStatus;
    }

    boolean isPlan() {
        return mode == Mode.PLAN || mode == Mode.FIVE_YEAR_PLAN;
    }

    /** The time of a figure whose clause reads {@code words} up to and about it; null where the report has no year. */
    @Nullable
    Period period(String words, Measure measure) {
        if (frame.year() == 0) {
            return sentenceYear;
        }
        Matcher by = BY_YEAR.matcher(words);
        if (by.find()) {
            return Period.year(Integer.parseInt(by.group(1)));
        }
        if (sentenceYear != null && !BASE.matcher(words).find()
                || sentenceYear != null && sentenceYear.start().getYear() <= frame.year()) {
            return sentenceYear;
        }
        Matcher onEnd = YEARS_ON_END.matcher(words);
        if (!isPlan() && onEnd.find()) {
            int last = mode == Mode.TERM ? termEnd : frame.year() - 1;
            int years = Numerals.value(onEnd.group(1)).map(BigDecimal::intValue).orElse(1);
            return Period.span(last - Math.max(1, years) + 1, last);
        }
        return switch (mode) {
            case PLAN -> Period.year(frame.year());
            case YEAR -> Period.year(frame.year() - 1);
            case TERM -> overTerm(words, measure) ? Period.span(termStart, termEnd) : Period.year(termEnd);
            case FIVE_YEAR_PLAN ->
                words.contains("年均") || words.contains("累计") || words.contains("新增") || words.contains("以上人")
                        ? Period.span(termStart, termEnd)
                        : Period.year(termEnd);
        };
    }

    private boolean overTerm(String words, Measure measure) {
        if (measure == Measure.RANK || measure == Measure.SHARE) {
            return cumulative || LASTING.matcher(words).find();
        }
        if (cumulative || words.contains("年均") || words.contains("累计")) {
            return true;
        }
        Matcher now = AS_OF_NOW.matcher(words);
        boolean isNow = now.find();
        return OVER_TERM.matcher(words).find() && !(isNow && !words.matches(".*(?:稳定在|保持|常年|连年|增加|新增|下降|减少|提高).*"));
    }

    /** The year that a figure is compared with, where the clause names one; else null. */
    @Nullable
    Period base(String words) {
        Matcher base = BASE.matcher(words);
        Period found = null;
        while (base.find()) {
            found = Period.year(Integer.parseInt(base.group(1)));
        }
        return found;
    }
}
