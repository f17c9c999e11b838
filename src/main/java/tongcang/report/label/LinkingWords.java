package tongcang.report.label;

import java.util.regex.Pattern;
import tongcang.report.numeral.Qualifiers;
import tongcang.report.text.WordList;

/** The words that link a subject to its number: 达到, 增加到, 分别为, 居全省, 高于全市平均水平. */
public final class LinkingWords {
    private static final WordList LINK = WordList.of("link");
    private static final WordList UP = WordList.of("up");
    private static final WordList DOWN = WordList.of("down");
    private static final WordList GE = WordList.of("before-ge");
    private static final WordList LE = WordList.of("before-le");
    private static final WordList APPROX = WordList.of("before-approx");
    /** 增加到, 拓展为, 下降至: a change and where it ends. */
    private static final Pattern TURNED = Pattern.compile(
            WordList.of("turn").regex() + "(?:到|至|为|成|达到|达)(?:20\\d\\d年(?:底|末)?的?|(?:现在|目前|当前|如今)的?)?$");

    private static final Pattern TURNS =
            Pattern.compile("(?:，|,)?" + WordList.of("turn").regex() + "(?:到|至|为|成|达到|达)(?:20\\d\\d年(?:底|末)?的?)?");
    /** The last characters of what {@link #SCOPE} matches. */
    private static final String SCOPE_ENDS = "省国市区县旗盟州部界球阵";

    private static final String TAIL_SIGNS = "的了，,、“：:（(";
    /** 由2011年 tells the time of the earlier value. */
    private static final Pattern FROM_YEAR =
            Pattern.compile("(?:由|从|到|至)(?:20\\d\\d年(?:底|末)?|(?:上|去|上一)年(?:同期|末|底)?)$");

    private static final Pattern SCOPE = Pattern.compile(
            "(?:居|位居|位列|列|排|在|占|稳居|均居|排名)?(?:全省|全国|全市|全区|全县|全旗|全盟|全州|中部|中西部|世界|全球|省辖市|西部|东部|中心城区|[一二三四五六七八九十]{1,2}[省市区县])(?:第一方阵)?$");
    private static final Pattern ABOVE = Pattern.compile(
            "(?:高于|低于|好于|优于|高出|多于|少于|快于|超额完成|超)(?:全国|全省|全市|全区|全州|全县|同期|[省市县区]?(?:考核|下达|年度|控制|计划))?(?:平均水平|平均数|平均|均值|预期目标|目标|任务|预期)?(?<=[国省市区州县期平数均值标务])$"
                    + "|(?:高于|低于|快于|慢于)[^，,。；;、\\d]{2,16}(?:增速|增幅)$");
    private static final String ABOVE_ENDS = "国省市区州县期平数均值标务速幅";

    private LinkingWords() {}

    /** Whether words only tell of a change and lead on to the number it ends at: 减至. */
    static boolean isTurn(String words) {
        return TURNS.matcher(words).lookingAt();
    }

    /** WordList without what something lies above or below. */
    static String withoutAbove(String words) {
        return isAbove(words) ? ABOVE.matcher(words).replaceFirst("") : words;
    }

    /** Whether words end with what something lies above or below: 高于全市平均水平. */
    public static boolean isAbove(String before) {
        return endsIn(ABOVE_ENDS, before) && ABOVE.matcher(before).find();
    }

    /** Whether words stand right before a number, without a verb such as 达到 that links a subject to it. */
    static boolean isDirect(String before) {
        String s = before.strip();
        if (Qualifiers.isNone(s)) {
            return true;
        }
        for (String word = qualifier(s); !word.isEmpty(); word = qualifier(s)) {
            s = s.substring(0, s.length() - word.length());
        }
        return LINK.atEnd(s).isEmpty() && !TURNED.matcher(s).find();
    }

    private static String qualifier(String before) {
        return longest(GE.atEnd(before), APPROX.atEnd(before));
    }

    /** Without the verbs, comparators and adverbs that link it to its number. */
    public static String withoutTail(String phrase) {
        String s = phrase;
        for (int rounds = 0; rounds < 12; rounds++) {
            String cut = withoutSigns(s);
            cut = endsIn(SCOPE_ENDS, cut) ? SCOPE.matcher(cut).replaceFirst("") : cut;
            if (cut.endsWith("人均") || isPerHead(cut) || cut.endsWith("年均增速") || Qualifiers.isNone(cut)) {
                break;
            }
            cut = endsIn(cut.contains("20") ? "到至为成达年底末的" : "到至为成达在前今的", cut)
                    ? TURNED.matcher(cut).replaceFirst("")
                    : cut;
            cut = endsIn("年底末期", cut) ? FROM_YEAR.matcher(cut).replaceFirst("") : cut;
            String word = longest(LINK.atEnd(cut), UP.atEnd(cut), DOWN.atEnd(cut), GE.atEnd(cut), LE.atEnd(cut));
            cut = cut.substring(0, cut.length() - word.length());
            if (cut.equals(s)) {
                break;
            }
            s = cut;
        }
        return s;
    }

    /** 户均增收, 人均增收: how much each got, and no change of something else. */
    private static boolean isPerHead(String s) {
        return s.endsWith("户均") || s.endsWith("户均增收") || s.endsWith("人均增收");
    }

    private static String withoutSigns(String s) {
        int end = s.length();
        while (end > 0 && (TAIL_SIGNS.indexOf(s.charAt(end - 1)) >= 0 || Character.isWhitespace(s.charAt(end - 1)))) {
            end--;
        }
        return s.substring(0, end);
    }

    /** Whether a pattern with these last characters can match at the end. */
    private static boolean endsIn(String last, String s) {
        return !s.isEmpty() && last.indexOf(s.charAt(s.length() - 1)) >= 0;
    }

    private static String longest(String... words) {
        String longest = "";
        for (String word : words) {
            longest = word.length() > longest.length() ? word : longest;
        }
        return longest;
    }
}
