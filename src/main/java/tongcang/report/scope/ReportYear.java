package tongcang.report.scope;

import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tongcang.Period;
import tongcang.quantity.PeriodWords;

/** The year a report plans for: from its title, else from its headings, else from the day it was delivered. */
final class ReportYear {
    private static final Pattern TITLE = Pattern.compile("^.{0,12}(20\\d\\d)年.{0,20}政府工作报告.{0,6}$");
    /** 关于2022年…计划执行情况与2023年…计划草案的报告: the plan's year. */
    private static final Pattern PLAN_TITLE = Pattern.compile("执行情况[和与及].{0,4}(20\\d\\d)年.{0,24}计划");
    /** 关于2023年上半年…计划执行情况的报告. */
    private static final Pattern PART_TITLE = Pattern.compile(
            "(20\\d\\d)年((?:[上下]半年|前[二三]季度|\\d{1,2}月?[—\\-–~～至到]\\d{1,2}月份?)).{0,30}(?:执行|完成)情况.{0,30}报告");

    private static final Pattern REVIEW =
            Pattern.compile("^.{0,24}(20\\d\\d)年(?!以来).{0,16}(?:回顾|总结)|^.{0,6}(?:回顾|总结)(20\\d\\d)年");
    private static final Pattern PLAN =
            Pattern.compile("^.{0,16}(20\\d\\d)年(?!以来).{0,14}(?:安排|任务|部署|目标|打算|要求|建议|重点|工作)");
    private static final Pattern DATE = Pattern.compile("(20\\d\\d)(?:年(\\d{1,2})月\\d{1,2}日|-(\\d{1,2})-\\d{1,2})");
    /** A congress that sits from this month on hears the plan of the next year. */
    private static final int YEAR_END = 11;
    /** Longer lines are text and no headings. */
    private static final int LONGEST_HEADING = 60;

    private ReportYear() {}

    /** The year; 0 where nothing tells it. */
    static int of(List<String> head, List<String> lines) {
        OptionalInt title = heading(TITLE, head, 0);
        if (title.isPresent()) {
            return title.getAsInt();
        }
        OptionalInt planned = heading(PLAN_TITLE, head, 0);
        if (planned.isPresent()) {
            return planned.getAsInt();
        }
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
        return plan.isPresent() && plan.getAsInt() >= delivered ? plan.getAsInt() : delivered;
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
