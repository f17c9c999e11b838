package tongcang.report.scope;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The place a report is about: from its title or dateline, else the name that its text uses most. */
final class ReportPlace {
    private static final String RANKS = "(?:自治区|自治州|自治县|自治旗|新区|林区|街道|省|市|县|区|旗|州|盟|镇|乡)";
    /** The day in front of the place: 年3月5日在, 二六年一月二十七日在. */
    private static final Pattern DATELINE = Pattern.compile(
            "^(?:[〇零一二三四五六七八九十]{0,4}年)?(?:[一二三四五六七八九十]{1,2}月)?(?:[一二三四五六七八九十]{0,3}日(?=[上下]午|在))?(?:[上下]午)?在?");

    private static final Pattern OF_CONGRESS =
            Pattern.compile("在?([\\u4e00-\\u9fa5]{1,15}?" + RANKS + ")第?[一二三四五六七八九十]+届人民代表大会");
    private static final Pattern OF_GOVERNMENT = Pattern.compile("([\\u4e00-\\u9fa5]{1,15}?" + RANKS
            + ")(?:20\\d\\d年度?)?(?:人民)?政府(?:20\\d\\d年度?)?(?:工作报告|代?[省市县区旗州盟镇乡]长|代理|主席|$)|20\\d\\d年([\\u4e00-\\u9fa5]{1,15}?"
            + RANKS + ")政府工作报告");
    /** 关于官渡区2023年上半年…的报告, 昆明市官渡区人民政府关于…的报告. */
    private static final Pattern OF_TITLE = Pattern.compile("关于([\\u4e00-\\u9fa5]{1,15}?" + RANKS
            + ")20\\d\\d年.{0,40}情况|^([\\u4e00-\\u9fa5]{1,15}?" + RANKS + ")人民政府关于.{0,50}报告");
    /** 我代表闽清县人民政府，向大会报告工作. */
    private static final Pattern SPEAKING =
            Pattern.compile("代表([\\u4e00-\\u9fa5]{1,15}?" + RANKS + ")(?:第?[一二三四五六七八九十]+届)?人民政府");

    /** The place in a title, in front of its year or of its subject. */
    private static final Pattern TITLED = Pattern.compile("(?:^(?!关于)|关于|年度?)([\\u4e00-\\u9fa5]{1,15}?" + RANKS
            + ")(?=本级|[省市县区]级|人民政府|政府|20\\d\\d年|国民|经济|财政|预算|统计|一般公共|决算|计划|社会)");
    /** A rank without a name, or words that are no part of one. */
    private static final Pattern NO_NAME =
            Pattern.compile("^[我全本各该在向经受]?" + RANKS + "$|[的由被]|年|工作|回顾|总结|过去|形式|委托|提请|代表|会议|人民|报告|审议|以来");
    /** The larger place in front of a smaller one: 泉州市 of 泉州市洛江区. */
    private static final Pattern LARGER = Pattern.compile(
            "^(?:[\\u4e00-\\u9fa5]{2,9}?(?:省|自治区|自治州|市|州|盟|地区))(?=[\\u4e00-\\u9fa5]{1,9}(?:市|县|区|旗|镇|乡|街道)$)");

    private static final Pattern OWN_NAME = Pattern.compile(
            "(?=[平健信数美法文森智幸活诚绿清])(?:平安|健康|信用|数字|美丽|法治|文明|森林|智慧|幸福|活力|诚信|绿色|清廉|清洁)(?!建设|发展|中国)([\u4e00-\u9fa5]{2,3})(?=建设|行动|”|，|,|。|、)");
    private static final Pattern ADMINISTRATIVE = Pattern.compile("我?(省|市|县|区|旗|州)(?:人民)?政府");
    private static final Pattern SOURCE = Pattern.compile("来源[:：]([\\u4e00-\\u9fa5]{2})");

    private static final int REACH = 40;
    /** More names than these tell nothing. */
    private static final int MOST_NAMES = 50;

    private ReportPlace() {}

    /** Its official short name by the title or the first lines; empty where they do not tell. */
    static String titled(String title, List<String> head) {
        return titled(title)
                .or(() -> first(OF_CONGRESS, "人民代表大会", head))
                .or(() -> first(OF_CONGRESS, "人民代表大会", List.of(String.join("", head))))
                .or(() -> first(OF_GOVERNMENT, "政府", head))
                .or(() -> first(OF_TITLE, "关于", head))
                .or(() -> first(SPEAKING, "政府", head))
                .orElse("");
    }

    /** 2022年云和县国民经济…公报, 重庆市合川区2021年预算…: the place in a title that names its year. */
    private static Optional<String> titled(String title) {
        Matcher m = TITLED.matcher(title);
        return m.find() ? named(m.group(1)) : Optional.empty();
    }

    /** The name in words that end with one; empty where they name no place: 在县, 我市, 以书面形式向省. */
    private static Optional<String> named(String words) {
        String place = withoutLarger(DATELINE.matcher(words).replaceFirst(""));
        return NO_NAME.matcher(place).find() ? Optional.empty() : Optional.of(place);
    }

    private static String withoutLarger(String place) {
        String smaller = LARGER.matcher(place).replaceFirst("");
        return smaller.equals(place) ? place : withoutLarger(smaller);
    }

    /** The name that the text itself uses most in set phrases (平安许昌), with the rank of the government that speaks. */
    static String fromText(List<String> lines) {
        String rank = rank(lines);
        Map<String, Integer> counts = new TreeMap<>();
        for (String line : lines) {
            count(OWN_NAME, line, counts);
            count(SOURCE, line, counts);
        }
        String text = String.join("", lines);
        return counts.keySet().stream()
                .filter(name -> text.contains(name + rank))
                .max(java.util.Comparator.comparingInt(name -> occurrences(text, name)))
                .map(name -> name + rank)
                .orElse("");
    }

    /** The rank of the government that speaks: 县 of 我县政府. */
    private static String rank(List<String> lines) {
        return lines.stream()
                .map(ADMINISTRATIVE::matcher)
                .filter(Matcher::find)
                .findFirst()
                .map(m -> m.group(1))
                .orElse("市");
    }

    private static void count(Pattern pattern, String line, Map<String, Integer> counts) {
        Matcher m = pattern.matcher(line);
        while (m.find()) {
            if (counts.size() < MOST_NAMES || counts.containsKey(m.group(1))) {
                counts.merge(m.group(1), 1, Integer::sum);
            }
        }
    }

    private static int occurrences(String text, String name) {
        int count = 0;
        for (int at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length())) {
            count++;
        }
        return count;
    }

    /** The first match; each holds the word {@code anchor} and reaches no further than {@link #REACH} from it. */
    private static Optional<String> first(Pattern pattern, String anchor, List<String> lines) {
        for (String line : lines) {
            Matcher m = pattern.matcher(line).useAnchoringBounds(false).useTransparentBounds(true);
            for (int at = line.indexOf(anchor); at >= 0; at = line.indexOf(anchor, at + anchor.length())) {
                m.region(Math.max(0, at - REACH), Math.min(line.length(), at + REACH));
                Optional<String> place =
                        m.find() ? named(m.group(1) == null ? m.group(2) : m.group(1)) : Optional.empty();
                if (place.isPresent()) {
                    return place;
                }
            }
        }
        return Optional.empty();
    }
}
