package tongcang.report.scope;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tongcang.Period;
import tongcang.quantity.PeriodWords;

/**
 * The year that a text plans for whose title names none: from its headings, else from the day it was delivered, else from
 * the sentences that say which year they look back on or ahead to.
 */
final class ReportYear {
    /** 关于2023年上半年…计划执行情况的报告. */
    private static final Pattern PART_TITLE = Pattern.compile(
            "(20\\d\\d)年((?:[上下]半年|前[二三]季度|\\d{1,2}月?[—\\-–~～至到]\\d{1,2}月份?)).{0,30}(?:执行|完成)情况.{0,30}报告");

    private static final Pattern REVIEW =
            Pattern.compile("^.{0,24}(20\\d\\d)年(?!以来).{0,16}(?:回顾|总结)|^.{0,6}(?:回顾|总结)(20\\d\\d)年");
    private static final Pattern PLAN =
            Pattern.compile("^.{0,16}(20\\d\\d)年(?!以来).{0,14}(?:安排|任务|部署|目标|打算|要求|建议|重点|工作)");
    /** 刚刚过去的2022年, 2022年是极不平凡的一年, 2022年，全市…: a year that is over. */
    private static final Pattern LOOKS_BACK = Pattern.compile(
            "(?:过去的|回顾|总结)(20\\d\\d)年(?!以来)|(?:由|从)20\\d\\d年[^。；，]{1,30}(?:到|至|为)(20\\d\\d)年|(20\\d\\d)年[^。；]{0,40}(?:不平凡|不寻常|不容易|非凡)的一年");
    /** 2023年的主要预期目标, 做好2023年工作. */
    private static final Pattern LOOKS_AHEAD = Pattern.compile(
            "(20\\d\\d)年的?(?:经济社会发展|全[省市县区旗州]|政府)?(?:的)?(?:主要|总体|工作|经济社会发展)?(?:主要)?(?:预期目标|总体要求|工作安排|重点工作|工作任务|工作目标)|(?:做好|谋划好?|展望)(20\\d\\d)年");
    /** A paragraph of a review opens with its year. */
    private static final Pattern OPENS =
            Pattern.compile("^[\\s　]*(20\\d\\d)年(?:，|,|(?:年末|末)?全[省市县区旗州国年])|。(20\\d\\d)年(?:，|,|全[省市县区旗州国年])");

    private static final Pattern REVIEWS = Pattern.compile("过去(?:的)?[一五]年|[一五]年来|去年|工作回顾");

    private static final Pattern THIS_YEAR = Pattern.compile("今年[^。；]{0,30}(?:目标|任务|要|将|力争|计划|确保|安排|抓好|做好)");
    /** A year that is not one to come: 到2035年, 2025年底前. */
    private static final Pattern GONE = Pattern.compile(
            "(?<![到至前向在])(?<!力争|面向|确保)(20\\d\\d)年(?!以来|远景|规划|目标|底?前|[至到—\\-]|[^。；，]{0,10}(?:目标|任务|安排|要|力争))");

    private static final Pattern DATE = Pattern.compile("(20\\d\\d)(?:年(\\d{1,2})月\\d{1,2}日|-(\\d{1,2})-\\d{1,2})");
    /** A congress that sits from this month on hears the plan of the next year. */
    private static final int YEAR_END = 11;
    /** Longer lines are text and no headings. */
    private static final int LONGEST_HEADING = 60;

    private ReportYear() {}

    /** The year; 0 where nothing tells it. */
    static int of(List<String> head, List<String> lines) {
        if (part(head) != null) {
            return delivered(head);
        }
        OptionalInt review = heading(REVIEW, lines, 1);
        if (review.isPresent()) {
            return review.getAsInt();
        }
        int delivered = delivered(head);
        OptionalInt plan = heading(PLAN, lines, 0);
        // 2009年的主要工作 in a report of January 2010 is no plan
        int told = plan.isPresent() && plan.getAsInt() >= delivered ? plan.getAsInt() : delivered;
        return told > 0 ? told : ofSentences(lines);
    }

    /** The year that most sentences agree on; 0 where none says it, or a third of them say another. */
    private static int ofSentences(List<String> lines) {
        Map<Integer, Integer> votes = new TreeMap<>();
        lines.forEach(line -> {
            vote(LOOKS_BACK, line, 1, votes);
            vote(LOOKS_AHEAD, line, 0, votes);
        });
        if (votes.isEmpty()) {
            lines.forEach(line -> vote(OPENS, line, 1, votes));
        }
        int all = votes.values().stream().mapToInt(Integer::intValue).sum();
        return votes.entrySet().stream()
                .filter(vote -> vote.getValue() * 3 > all * 2)
                .findFirst()
                .map(Map.Entry::getKey)
                .orElseGet(() -> votes.isEmpty() ? ofNamedYears(lines) : 0);
    }

    /** In a text that looks back and plans for 今年, the year behind the last one that it names as gone; else 0. */
    private static int ofNamedYears(List<String> lines) {
        boolean looksBack =
                lines.stream().anyMatch(line -> REVIEWS.matcher(line).find());
        boolean plansThisYear =
                lines.stream().anyMatch(line -> THIS_YEAR.matcher(line).find());
        if (!looksBack || !plansThisYear) {
            return 0;
        }
        Map<Integer, Integer> named = new TreeMap<>();
        lines.forEach(line -> vote(GONE, line, 0, named));
        return named.entrySet().stream()
                .filter(year -> year.getValue() > 1)
                .mapToInt(year -> year.getKey() + 1)
                .max()
                .orElse(0);
    }

    /** The only group that matched. */
    private static int year(Matcher m) {
        int group = 1;
        while (m.group(group) == null) {
            group++;
        }
        return Integer.parseInt(m.group(group));
    }

    private static void vote(Pattern pattern, String line, int later, Map<Integer, Integer> votes) {
        Matcher m = pattern.matcher(line);
        while (m.find()) {
            votes.merge(year(m) + later, 1, Integer::sum);
        }
    }

    /** The part of a year that the report is about by its title; null where it is about whole years. */
    static @Nullable Period part(List<String> head) {
        return head.stream()
                .map(PART_TITLE::matcher)
                .filter(Matcher::find)
                .findFirst()
                .flatMap(m -> PeriodWords.in(m.group(2), Integer.parseInt(m.group(1))))
                .map(PeriodWords.Found::period)
                .orElse(null);
    }

    /** Whether the report was delivered before {@code year}. */
    static boolean isEarly(List<String> head, int year) {
        return head.stream()
                .map(DATE::matcher)
                .filter(Matcher::find)
                .findFirst()
                .map(m -> Integer.parseInt(m.group(1)) < year)
                .orElse(false);
    }

    private static OptionalInt heading(Pattern pattern, List<String> lines, int later) {
        return lines.stream()
                .map(String::strip)
                .filter(line -> line.length() <= LONGEST_HEADING && line.indexOf('。') < 0)
                .map(pattern::matcher)
                .filter(Matcher::find)
                .mapToInt(m -> Integer.parseInt(m.group(m.group(1) == null ? 2 : 1)) + later)
                .findFirst();
    }

    private static int delivered(List<String> head) {
        for (String line : head) {
            Matcher m = DATE.matcher(line);
            if (m.find()) {
                int month = Integer.parseInt(m.group(2) == null ? m.group(3) : m.group(2));
                return Integer.parseInt(m.group(1)) + (month >= YEAR_END ? 1 : 0);
            }
        }
        return 0;
    }
}
