package tongcang.report.scope;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the title of a text says of it.
 *
 * @param genre the kind of text
 * @param year the year it plans for: the one behind the year of a review
 * @param words the title itself
 */
record ReportTitle(Genre genre, int year, String words) {

    /** Kinds of government prose. */
    enum Genre {
        /** Reviews and plans: 政府工作报告, 计划执行情况和计划草案, 预算执行情况和预算草案. */
        REPORT,
        /** Reviews only, and its 今年 is the year under review: 计划执行情况, 经济运行情况, 决算. */
        REVIEW,
        /** States the results of the year in its title: 统计公报. */
        COMMUNIQUE
    }

    private static final Pattern WORK_REPORT = Pattern.compile("^.{0,12}(20\\d\\d)年.{0,20}政府工作报告.{0,6}$");
    /** 关于2022年…执行情况与2023年…草案的报告: the year of the draft. */
    private static final Pattern DRAFT =
            Pattern.compile("(?:执行|完成)情况[^，。]{0,8}?(20\\d\\d)年[^，。]{0,36}?(?:计划|预算|草案|安排)");
    /** A communiqué of a year; one of some months has no year as its time. */
    private static final Pattern COMMUNIQUE =
            Pattern.compile("(20\\d\\d)年度?(?!\\d|[上下]半年|前[二三]季度|[一二三四]季度)[^，。]{0,40}(?:统计|运行|发展|调查|普查)公报");

    private static final Pattern REVIEW =
            Pattern.compile("(20\\d\\d)年度?(?!\\d|[上下]半年|前[二三]季度|[一二三四]季度)[^，。]{0,40}(?:执行情况|完成情况|运行情况|发展情况|决算)");
    /** 二〇二二年. */
    private static final Pattern CHINESE_YEAR = Pattern.compile("[二][〇○零Ｏ][一二三四五六七八九〇○零][一二三四五六七八九〇○零]年");

    private static final String CHINESE_DIGITS = "〇一二三四五六七八九";
    /** Longer lines are text and no titles. */
    private static final int LONGEST = 100;
    /** A title is set over so many lines at most. */
    private static final int MOST_LINES = 3;

    /** The title among the first lines; empty where none of them is one that names its year. */
    static Optional<ReportTitle> of(List<String> head) {
        List<String> lines =
                head.stream().map(String::strip).filter(line -> !line.isEmpty()).toList();
        for (String line : candidates(lines)) {
            Optional<ReportTitle> title = title(arabic(line));
            if (title.isPresent()) {
                return title;
            }
        }
        return Optional.empty();
    }

    /** Whether the text plans for a year too. */
    boolean plans() {
        return genre == Genre.REPORT;
    }

    /** Each line, and the first lines together, where one of them is too short to be the whole title. */
    private static List<String> candidates(List<String> lines) {
        List<String> candidates = new ArrayList<>(lines);
        for (int last = 2; last <= Math.min(MOST_LINES, lines.size()); last++) {
            candidates.add(String.join("", lines.subList(0, last)));
        }
        candidates.removeIf(line -> line.length() > LONGEST || line.indexOf('。') >= 0);
        return candidates;
    }

    private static Optional<ReportTitle> title(String line) {
        return year(WORK_REPORT, line)
                .map(year -> new ReportTitle(Genre.REPORT, year, line))
                .or(() -> year(DRAFT, line).map(year -> new ReportTitle(Genre.REPORT, year, line)))
                .or(() -> year(COMMUNIQUE, line).map(year -> new ReportTitle(Genre.COMMUNIQUE, year + 1, line)))
                .or(() -> year(REVIEW, line).map(year -> new ReportTitle(Genre.REVIEW, year + 1, line)));
    }

    private static Optional<Integer> year(Pattern pattern, String line) {
        Matcher m = pattern.matcher(line);
        return m.find() ? Optional.of(Integer.valueOf(m.group(1))) : Optional.empty();
    }

    private static String arabic(String line) {
        return CHINESE_YEAR.matcher(line).replaceAll(m -> {
            StringBuilder year = new StringBuilder();
            for (char c : m.group().replaceAll("[○零Ｏ]", "〇").toCharArray()) {
                year.append(c == '年' ? "年" : String.valueOf(CHINESE_DIGITS.indexOf(c)));
            }
            return year.toString();
        });
    }
}
