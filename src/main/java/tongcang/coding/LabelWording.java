package tongcang.coding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tongcang.Figure;

/** Label wording: one normal form for what is written in many ways. */
final class LabelWording {
    /** Numbering and list words in front of a label: 1. （一） 一、 其中： #. */
    private static final Pattern NUMBERING =
            Pattern.compile("^(?:[#*`]+|其中[:,]?|\\(?[一二三四五六七八九十]{1,3}[)、.]|\\(?\\d{1,2}[)、.](?!\\d)|[①-⑳])+");

    /** With which numbering begins. */
    private static final String NUMBERS = "#*`其(一二三四五六七八九十0123456789①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";

    private static final String NOISE = "“”\"'‘’《》()[],、:;·•—_-";

    /** Joins the parts of a label path, beside {@link Figure#PATH}, as 国家数据 and data services do; no ratio 2:1. */
    private static final Pattern JOINT = Pattern.compile("_|[:：](?!\\d)");

    /** LabelWording for the bureau's own place, which say nothing of what is measured. */
    private static final List<String> OWN_PLACE = List.of("全市", "本市", "我市");

    /** Behind a label they say that the number is a growth rate; longer before shorter. */
    static final List<String> GROWTH = List.of(
            "比上年同期增长", "比上年增长", "较上年增长", "同比增长速度", "累计同比增长", "同比增长率", "同比增速", "同比增长", "同比增幅", "累计增长", "累计增速", "增长速度",
            "增长率", "增速", "增幅", "增长", "同比");

    /** In front of a label they say that the number is an addition. */
    static final List<String> INCREMENT = List.of("新增加", "新培育", "新认定", "新获批", "新创建", "新增", "新建", "新设");

    /** Characters that words of measure, addition and count may add to a name. */
    static final int LONGEST_MEASURE = 12;

    /** Ideographs that a normal form may lack: numbering, 其中, 全市, and 规模 and 限额 now and then. */
    private static final int MOST_SHORTENED = 16;

    private LabelWording() {}

    /** Full and half width, numbering, brackets, quotes, spaces, 规上 and 规模以上, 全市 in front. */
    static String normal(String label) {
        String s = isPlain(label) ? label : cleaned(label);
        s = OWN_PLACE.stream().anyMatch(s::startsWith) ? s.substring(2) : s;
        return s.replace("规模以上", "规上").replace("限额以上", "限上");
    }

    /** Characters only that every normal form keeps; most parts of labels are such. */
    private static boolean isPlain(String label) {
        for (int i = 0; i < label.length(); i++) {
            if (!isIdeograph(label.charAt(i))) {
                return false;
            }
        }
        return !label.startsWith("其中");
    }

    /** How many characters its normal form has at least: words that may be left out or shortened are not counted. */
    static int length(String label) {
        int ideographs = 0;
        for (int i = 0; i < label.length(); i++) {
            ideographs += isIdeograph(label.charAt(i)) ? 1 : 0;
        }
        return Math.max(0, ideographs - MOST_SHORTENED);
    }

    private static boolean isIdeograph(char c) {
        return c >= '一' && c <= '鿿';
    }

    private static String cleaned(String label) {
        String s = withoutBlanks(Normalizer.normalize(label, Normalizer.Form.NFKC));
        if (!s.isEmpty() && NUMBERS.indexOf(s.charAt(0)) >= 0) {
            s = NUMBERING.matcher(s).replaceFirst("");
        }
        StringBuilder clean = new StringBuilder(s.length());
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (isIdeograph(c) || NOISE.indexOf(c) < 0) {
                clean.append(c);
            }
        }
        return clean.toString();
    }

    private static String withoutBlanks(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && (c < '\t' || c > '\r')) {
                kept.append(c);
            }
        }
        return kept.toString();
    }

    /** Words in front of what is measured of each product of a list: they say that it is a list. */
    private static final Pattern PRODUCTS =
            Pattern.compile("^(?:规上)?(?:主要)?(?:工业|农业|农|农副|畜|畜牧业|林|水)?(?:产品|农作物|作物)(?=产量|播种面积|销售量|库存量)");

    /** Without the words that only say that products are listed: 主要工业产品产量 is 产量. */
    static String withoutProducts(String normal) {
        return PRODUCTS.matcher(normal).replaceFirst("");
    }

    /** The parts of a label path, outermost first. */
    static List<String> parts(String label) {
        List<String> parts = new ArrayList<>();
        boolean isJoined = label.indexOf('_') >= 0 || label.indexOf(':') >= 0 || label.indexOf('：') >= 0;
        String joined = isJoined ? JOINT.matcher(label).replaceAll(Figure.PATH) : label;
        int begin = 0;
        for (int end = joined.indexOf(Figure.PATH); end >= 0; end = joined.indexOf(Figure.PATH, begin)) {
            parts.add(joined.substring(begin, end));
            begin = end + Figure.PATH.length();
        }
        parts.add(joined.substring(begin));
        parts.removeIf(String::isBlank);
        return parts;
    }

    /** The normal form of a whole path. */
    static String normalPath(String label) {
        return normal(label.replace(Figure.PATH, ""));
    }

    /** Without a growth word at its end; the same where there is none. */
    static String withoutGrowth(String normal) {
        for (String word : GROWTH) {
            if (normal.endsWith(word) && normal.length() > word.length()) {
                return normal.substring(0, normal.length() - word.length());
            }
        }
        return normal;
    }

    /** Without a word of addition in front; the same where there is none. */
    static String withoutIncrement(String normal) {
        for (String word : INCREMENT) {
            if (normal.startsWith(word) && normal.length() > word.length() + 1) {
                return normal.substring(word.length());
            }
        }
        return normal;
    }

    /** Without what counts and series say at their end: 数, 数量, 个数, 总数, 期末值. */
    static String withoutCount(String normal) {
        for (String word : List.of(
                "数量", "个数", "总数", "户数", "家数", "数", "期末值", "当期值", "季度值", "月度值", "年度值", "累计值", "当季值", "当月值", "值")) {
            if (normal.endsWith(word) && normal.length() > word.length() + 1) {
                return normal.substring(0, normal.length() - word.length());
            }
        }
        return normal;
    }
}
