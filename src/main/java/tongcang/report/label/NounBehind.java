package tongcang.report.label;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tongcang.report.text.WordList;

/** The noun phrase behind a number: what is counted, and what the counted ones became. */
public final class NounBehind {
    private static final WordList END = WordList.of("object-end");
    /** A short noun such as 企业 is told apart by what it does: 企业开展测试. */
    private static final WordList DOES = WordList.of("object-does");

    private static final WordList VERB = WordList.of("verb");
    private static final WordList CHANGE_UP = WordList.of("up");
    private static final Pattern BECAME = Pattern.compile(
            "(?:(?:全部|均|已|基本)(?=建成|实现|设立|通过|达标)|全部|均|已|先后|成功)?((?:入选|获评|被评为|评为|升级为|退出|达到|纳入|获得|荣获|完成(?!率|投资)|进入|晋级|跻身|认定为|被认定为|列入|列为|(?<=全部|基本)建成|(?<=全部|基本)实现|(?<=全部)通过)[^，,。；;、和\\d]{2,18})(?=[，,。；;、]|$)");

    /** 65岁以上老年人 are counted, not their years. */
    private static final Pattern AGE = Pattern.compile("\\d{1,3}(?:[—\\-–~～至到]\\d{1,3})?(?:周?岁)");

    /** 等1162亿元后: when, and not what. */
    private static final Pattern AFTERWARDS = Pattern.compile("[后时](?:[，,、].*)?");
    /** 已经全面完成, 提前完成: what is said of the counted ones, and no noun. */
    private static final Pattern DONE_SO =
            Pattern.compile("(?:已|已经|均|均已|全部|超额|提前|如期|圆满|没有|尚未|未)(?:全面|全部|顺利|如期|圆满)?(?:完成|建成|开工|竣工|投产|达标|落实|办结)");

    /** 重点园区2025年营业收入: of the counted ones a time is told. */
    private static final Pattern YEAR = Pattern.compile("20\\d\\d年");

    /** 产业、交通等重大项目: what the listed ones are. */
    private static final Pattern LIST_CLOSED =
            Pattern.compile("等([^，,。；;、：:\\d]{2,12}?(?:项目|工程|设施|企业|机构|基地|园区|行业|领域|改造))(?=[，,。；;、]|$)");

    private static final Pattern JOINTS = Pattern.compile("[、和及]+$|(?<![初高集])中$");

    private NounBehind() {}

    /** The noun up to the next mark or verb; empty where none stands there. */
    static String of(String behind) {
        String s = withoutOf(behind.strip());
        if (s.isEmpty()
                || "后时".indexOf(s.charAt(0)) >= 0 && AFTERWARDS.matcher(s).matches()
                || DONE_SO.matcher(s).lookingAt()
                || !isStart(s) && !AGE.matcher(s).lookingAt()
                || LinkingWords.isTurn(s)) {
            return "";
        }
        int end = 0;
        while (end < s.length() && end < NounBefore.LONGEST && "，,。；;：:！!".indexOf(s.charAt(end)) < 0) {
            if (end > 1 && isEnd(s, end)
                    || end > 2 && !DOES.at(s, end).isEmpty()
                    || YEAR.matcher(s).region(end, s.length()).lookingAt()) {
                break;
            }
            end++;
        }
        Matcher closed = LIST_CLOSED.matcher(s).region(end, s.length());
        String noun =
                closed.lookingAt() && s.substring(0, end).indexOf('、') > 0 ? closed.group(1) : s.substring(0, end);
        return JOINTS.matcher(noun).replaceAll("").replace(" ", "");
    }

    /** Whether a word ends the noun; 等 of 中等城市 does not. */
    private static boolean isEnd(String s, int at) {
        String word = END.at(s, at);
        return !word.isEmpty() && !(word.equals("等") && "高中初同平均优特对".indexOf(s.charAt(at - 1)) >= 0);
    }

    /** Whether a noun stands there and no verb. */
    static boolean isNoun(String behind) {
        String s = behind.strip();
        return !s.isEmpty()
                && "的和与及、".indexOf(s.charAt(0)) < 0
                && END.atStart(s).isEmpty()
                && CHANGE_UP.atStart(s).isEmpty()
                && !isPurpose(s);
    }

    /** 投入10万元举办…, 筹资18万元为…: what the money was for. */
    static boolean isPurpose(String behind) {
        String s = behind.strip();
        if (s.isEmpty()) {
            return false;
        }
        String verb = VERB.atStart(s);
        if (verb.startsWith("高")) {
            return false; // 高标准农田
        }
        return "为对用让使由".indexOf(s.charAt(0)) >= 0
                || verb.length() > 1 && !NounVerbs.isPart(verb, s.substring(verb.length()));
    }

    private static String withoutOf(String s) {
        return s.startsWith("的") ? s.substring(1) : s;
    }

    /** 近三成企业完成改造: a part of a whole is named by the whole and what is said of it. */
    static String predicated(String behind) {
        String s = withoutOf(behind.strip());
        return s.length() > NounBefore.LONGEST ? s.substring(0, NounBefore.LONGEST) : s;
    }

    /** 入选省创新龙头企业 behind 5家企业: what the counted ones became belongs to their label. */
    static String became(String behindNoun) {
        Matcher m = BECAME.matcher(behindNoun);
        if (!m.lookingAt()) {
            return "";
        }
        return m.group(1) + (m.group(1).startsWith("入选") || m.group(1).startsWith("获评") ? "" : "的");
    }

    /** Whether a noun may begin so: 上市公司, 内河航道, but not 以上, 左右, 之内. */
    public static boolean isStart(String s) {
        char c = s.charAt(0);
        return Character.isIdeographic(c) && ("以左上之内，、".indexOf(c) < 0 || s.startsWith("上市") || s.startsWith("内河"))
                || c == '“'
                || c >= 'A' && c <= 'Z';
    }
}
