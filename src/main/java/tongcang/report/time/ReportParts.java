package tongcang.report.time;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tongcang.Period;
import tongcang.report.scope.ReportScope;

/**
 * Which part of a report the reading stands in, and the years that part is about: the term under review, the year under
 * review, the plan of the year, the plan of the coming years. Headings decide, and the words sentences open with.
 */
final class ReportParts {

    /** A part of a report. */
    enum Part {
        TERM,
        YEAR,
        PLAN,
        FIVE_YEARS
    }

    private static final Pattern SINCE = Pattern.compile("(20\\d\\d)年以来");
    private static final Pattern TERM = Pattern.compile(
            "(?:过去|刚刚过去的?|这|近)(?:的)?五年|五年来|五年间|本届政府(?:以来|成立|任期内|任期自|任职|履职|工作|组成)|任期即将|届(?:人民)?政府(?:以来|成立|履职|工作回顾)|届人大一次会议以来"
                    + "|“?十([一二三四五六])五”?(?:时期|期间|以来|的五年|规划(?:实施|收官|圆满)|(?:和|及|、|与)20\\d\\d年)");
    private static final Pattern PAST_YEAR =
            Pattern.compile("(?:刚刚|即将)过去的|过去(?:的)?一年|一年来|这一年|去年|上一年|上年|(20\\d\\d)年(?:，|,|是|全年|工作|和|及|暨|主要|全[省市县区旗州])");
    /** A paragraph about a year names it at once. */
    private static final Pattern YEAR_OPENS = Pattern.compile("[\\s　—]*.{0,8}20\\d\\d年");

    /** In a review of several years a sentence that names the last one is no new part, unless it is said so. */
    private static final Pattern NEW_YEAR = Pattern.compile("^[\\s　—]*20\\d\\d年是|(?:刚刚|即将)过去的|过去(?:的)?一年|一年来|这一年");

    private static final Pattern PLAN_HEADING = Pattern.compile(
            "(20\\d\\d)年.{0,14}(?:安排|任务|部署|目标|打算|建议|要求|重点|工作|实事|举措|草案|计划(?!执行|完成)|预算(?!执行|完成|收支执行))|今年|新的?一年|明年|下一步");
    private static final Pattern PLAN = Pattern.compile(
            "^[^，。]{0,8}(20\\d\\d)年[^，。]{0,12}(?:安排|目标|任务|部署|打算|建议|要求|重点)|新的一年|主要预期目标(?:[（(][^）)]{0,20}[）)])?(?:建议)?(?:是|为|：|:|，|,|如下)");
    private static final Pattern THIS_YEAR =
            Pattern.compile("^.{0,12}今年(?:是|政府工作|经济|工作|发展|要|，|,|全[省市县区旗州]|的(?:主要|工作|目标))");
    private static final Pattern NEXT_YEAR = Pattern.compile("^.{0,12}明年");
    private static final Pattern FIVE_YEARS =
            Pattern.compile("“?十([二三四五六七])五”?(?:时期|期间)?[^，。]{0,18}(?:目标|任务|主要指标|总体要求|要求|思路|安排|展望)|(?:今后|未来)五年|今后一个时期");
    /** A sentence says what it is about within so many characters. */
    private static final int OPENING = 24;

    private final ReportScope frame;
    private Part part = Part.YEAR;
    private boolean told;
    private int start;
    private int end;

    ReportParts(ReportScope frame) {
        this.frame = frame;
        term(frame.year() - 5, frame.year() - 1);
        part = Part.YEAR;
        told = false;
    }

    /** Whether the report has told of a term, so that a review of its last year may tell of all of it. */
    boolean isTermTold() {
        return told;
    }

    Part now() {
        return part;
    }

    /** The first year of the term, or of the coming years, that the part is about. */
    int start() {
        return start;
    }

    /** The last one. */
    int end() {
        return end;
    }

    /** All of them. */
    Period span() {
        return Period.span(start, Math.max(start, end));
    }

    boolean isAhead() {
        return part == Part.PLAN || part == Part.FIVE_YEARS;
    }

    /** Takes in a heading. */
    void heading(String line) {
        if (!frame.plans()) {
            return;
        }
        if (line.contains("回顾") || line.contains("总结") || line.contains("成就")) {
            Matcher since = SINCE.matcher(line);
            if (since.find()) {
                term(Integer.parseInt(since.group(1)), frame.year() - 1);
            } else {
                review(line);
            }
            return;
        }
        Matcher plan = PLAN_HEADING.matcher(line);
        boolean planned = plan.find() && isPlanned(plan);
        Matcher ahead = FIVE_YEARS.matcher(line);
        boolean comesFirst = ahead.find() && (!planned || ahead.start() < plan.start());
        if (comesFirst && isComing(ahead)) {
            ahead(ahead);
        } else if (planned) {
            part = Part.PLAN;
        } else {
            review(line);
        }
    }

    /** Takes in a sentence; {@code first} where a paragraph begins with it. */
    void sentence(String sentence, boolean first) {
        String opening = sentence.substring(0, Math.min(OPENING, sentence.length()));
        if (!frame.plans()) {
            part = Part.YEAR;
            review(opening);
        } else if (isPlan(sentence, opening)) {
            part = Part.PLAN;
        } else if (part == Part.PLAN || part == Part.FIVE_YEARS) {
            Matcher coming = FIVE_YEARS.matcher(opening);
            if (coming.find() && isComing(coming) && (part == Part.FIVE_YEARS || coming.start() < 6)) {
                ahead(coming);
            }
        } else {
            Matcher since = SINCE.matcher(opening);
            if (since.find() && Integer.parseInt(since.group(1)) < frame.year() - 1) {
                term(Integer.parseInt(since.group(1)), frame.year() - 1);
            } else if (part != Part.TERM
                    || first && YEAR_OPENS.matcher(opening).lookingAt()
                    || NEW_YEAR.matcher(opening).find()
                    || TERM.matcher(opening).find()) {
                review(opening);
            }
        }
    }

    private boolean isPlan(String sentence, String opening) {
        if (sentence.contains("回顾") || sentence.contains("以来，")) {
            return false;
        }
        Matcher plan = PLAN.matcher(sentence);
        boolean named = plan.find() && isPlanned(plan) && (plan.group(1) != null || part != Part.FIVE_YEARS);
        return named || (frame.early() ? NEXT_YEAR : THIS_YEAR).matcher(opening).find();
    }

    /** A year that is named must be the one the report plans for; 今年 is it unless the report came early. */
    private boolean isPlanned(Matcher plan) {
        return plan.group(1) == null
                ? !(frame.early() && plan.group().equals("今年"))
                : plan.group(1).equals("" + frame.year());
    }

    private void review(String words) {
        Matcher year = PAST_YEAR.matcher(words);
        Matcher term = TERM.matcher(words);
        boolean isYear = year.find() && (year.group(1) == null || year.group(1).equals("" + (frame.year() - 1)));
        boolean isTerm = term.find();
        if (isTerm && (!isYear || term.start() < year.start())) {
            int first = term.group(1) == null ? frame.year() - 5 : fiveYearStart(term.group(1));
            term(first, Math.min(first + 4, frame.year() - 1));
        } else if (isYear) {
            part = Part.YEAR;
        }
    }

    private void term(int first, int last) {
        part = Part.TERM;
        told = true;
        start = first;
        end = Math.max(first, last);
    }

    /** Whether a plan of five years lies ahead: the one that runs already is mentioned, not made. */
    private boolean isComing(Matcher ahead) {
        return ahead.group(1) == null || fiveYearStart(ahead.group(1)) >= frame.year();
    }

    private void ahead(Matcher ahead) {
        part = Part.FIVE_YEARS;
        start = ahead.group(1) == null ? frame.year() : fiveYearStart(ahead.group(1));
        end = start + 4;
    }

    private static int fiveYearStart(String numeral) {
        return 2006 + 5 * "一二三四五六七".indexOf(numeral);
    }
}
