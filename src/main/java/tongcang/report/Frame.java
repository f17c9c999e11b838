package tongcang.report;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a report says of itself: the year it plans for, and the place it is about.
 *
 * @param year the year of the report, which its targets are for; it reviews the one before
 * @param place official short name of the place, such as 许昌市; empty where the text does not tell
 */
record Frame(int year, String place) {
    private static final int FALLBACK = 0;
    private static final Pattern TITLE_YEAR = Pattern.compile("(20\\d\\d)年.{0,20}政府工作报告");
    private static final Pattern DATE = Pattern.compile("(20\\d\\d)(?:年\\d{1,2}月\\d{1,2}日|-\\d{1,2}-\\d{1,2})");
    private static final Pattern PLAN =
            Pattern.compile("(20\\d\\d)年(?:重点|政府|主要|经济|工作|目标|的)?.{0,8}(?:安排|任务|部署|目标|打算|要求|建议)");
    private static final Pattern PLACE_OF_CONGRESS =
            Pattern.compile("在?([\\u4e00-\\u9fa5]{1,9}?(?:自治区|自治州|自治县|省|市|县|区|旗|州|盟))第?[一二三四五六七八九十]+届人民代表大会");
    private static final Pattern PLACE_OF_GOVERNMENT =
            Pattern.compile("([\\u4e00-\\u9fa5]{1,9}?(?:自治区|自治州|自治县|省|市|县|区|旗|州|盟))(?:人民)?政府(?:工作报告|[省市县区旗州盟]长|$)");
    private static final Pattern OWN_NAME = Pattern.compile(
            "(?:平安|健康|信用|数字|美丽|法治|文明|森林|智慧|幸福|活力|诚信|绿色|清廉|清洁)(?!建设|发展|中国)([\u4e00-\u9fa5]{2,3})(?=建设|行动|”|，|,|。|、)");
    private static final Pattern ADMINISTRATIVE = Pattern.compile("我?(省|市|县|区|旗|州)(?:人民)?政府");

    /** Reads title, dateline and text. */
    static Frame of(List<String> lines) {
        List<String> head = lines.subList(0, Math.min(30, lines.size()));
        int year = first(TITLE_YEAR, head)
                .or(() -> first(PLAN, lines))
                .or(() -> first(DATE, head))
                .map(Integer::parseInt)
                .orElse(FALLBACK);
        return new Frame(year, place(head, lines));
    }

    /** The same, with what the operator knows instead of what the text says. */
    Frame with(ReportReader.Known known) {
        return new Frame(known.year() == null ? year : known.year(), known.region() == null ? place : known.region());
    }

    private static String place(List<String> head, List<String> lines) {
        return first(PLACE_OF_CONGRESS, head)
                .or(() -> first(PLACE_OF_GOVERNMENT, head))
                .map(p -> p.replaceFirst("^(?:\\d{4}年|年|日|在)+", ""))
                .orElseGet(() -> fromText(lines));
    }

    /** The name that the text itself uses most in set phrases (平安许昌), with the rank of the government that speaks. */
    private static String fromText(List<String> lines) {
        String rank = first(ADMINISTRATIVE, lines).orElse("市");
        java.util.Map<String, Integer> counts = new java.util.TreeMap<>();
        for (String line : lines) {
            Matcher m = OWN_NAME.matcher(line);
            while (m.find()) {
                counts.merge(m.group(1), 1, Integer::sum);
            }
        }
        Matcher source = Pattern.compile("来源[:：]([\\u4e00-\\u9fa5]{2})").matcher(String.join("\n", lines));
        if (source.find()) {
            counts.merge(source.group(1), 2, Integer::sum);
        }
        String text = String.join("", lines);
        return counts.keySet().stream()
                .filter(name -> text.contains(name + rank))
                .max(java.util.Comparator.comparingInt(name -> count(text, name)))
                .map(name -> name + rank)
                .orElse("");
    }

    private static int count(String text, String name) {
        int count = 0;
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
            count++;
        }
        return count;
    }

    private static Optional<String> first(Pattern pattern, List<String> lines) {
        for (String line : lines) {
            Matcher m = pattern.matcher(line);
            if (m.find()) {
                return Optional.of(m.group(1));
            }
        }
        return Optional.empty();
    }
}
