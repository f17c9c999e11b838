package tongcang.report.label;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tongcang.report.text.WordList;

/** The noun phrase in front of a number: the words before it without time, place, verbs and comparators. */
public final class NounBefore {
    private static final WordList FRONT = WordList.of("front");
    private static final WordList HEAD_NOUN = WordList.of("head-noun");
    private static final WordList VERB = WordList.of("verb");
    private static final WordList DONE = WordList.of("done");
    private static final WordList COVERB = WordList.of("coverb");

    /** For or to whom something is done: no noun stands behind them. */
    private static final String PREPOSITIONS = "对为向给把将使让";

    /** 等 closes a list, but not in 高等教育 or 中等城市. */
    private static final Pattern LIST_CLOSED = Pattern.compile("(?<![高中初同平均优特对劣上下甲头])等");
    /** What a unit is divided by, a hint to an annex and 连续9年 are no part of a label. */
    private static final Pattern NOISE = Pattern.compile(
            "(?:每(?:立方米|平方米|平方公里|公顷|亩|吨|升|千瓦时|人|户|月|年|天))+$|(?<=[到至为达])人均(?:每[月年])?$|[（(](?:(?:详?见|参见)[^（）()]{0,16}|[^（）()]{0,8}下同)[）)]|连续[0-9一二两三四五六七八九十]{1,3}年");

    private static final Pattern FRONT_TIME = Pattern.compile(
            "^(?:到|至|截至|截止|于|从|自)?(?:20\\d\\d年?(?:[、—\\-至]20\\d\\d年?)?(?:度|底|末|初|以来)?|\\d{1,2}[-—～~至到]\\d{1,2}月份?|\\d{1,2}月底?|“?十[二三四五六七]五”?(?:时期|期间|末)?)(?:，|,)?");
    /** 一是, 二要: the numbering of what is told. */
    private static final Pattern FRONT_NUMBER = Pattern.compile("^[一二三四五六七八九十]{1,2}[是要]");

    /** Names that 基本 is part of. */
    private static final Pattern BASIC = Pattern.compile("基本(?:养老|医疗|公共|农田|药物|生活|民生|单位)");

    private static final Pattern FRONT_BRACKET = Pattern.compile("^[（(][^（）()]{1,12}[）)]");
    private static final Pattern FRONT_SIGNS = Pattern.compile("^[——\\-、，,：:\\s　]+");

    /** 企业“十四五”时期利润, 企业和机构分别惠及: a time within a label, and that each number has its own subject. */
    private static final Pattern PLAN_WITHIN = Pattern.compile("“?十[一二三四五六七]五”?(?:时期|期间)|分别");

    private static final Pattern MARKS_AROUND = Pattern.compile("^[、,，:：（(]+|[：:“]+$");
    private static final Pattern OF_AROUND = Pattern.compile("^的|的$");
    /** 是2016年的, 比“十一五”末, 是上一个五年的: what the figure is compared with. */
    private static final Pattern COMPARED = Pattern.compile(
            "(?:是|为|比|较|相当于)(?:20\\d\\d年(?:底|末)?|“?十[一二三四五六]?五”?(?:期?末|时期|期间)|“十[一二三四五六]?五”|年初|上年末|上年|去年|前年|上一年|上一?个五年|上届|五年前)(?:同期)?的?");
    /** 剔除减税因素后, 扣除价格影响: on another basis. */
    private static final Pattern OTHER_BASIS =
            Pattern.compile("(?:剔除|扣除|还原)[^，,]{1,24}?(?:(?:因素|影响)?(?:后|外)?[，,]|(?:因素|影响)(?:后|外)?)");

    /** 居全国地级市: a position's verb and its scope. */
    private static final Pattern POSITION = Pattern.compile(
            "(?:位居|位列|名列|稳居|均居|跃居|排名|排在|(?<![人宜移邻安定民聚起])居(?![民住家委])|列(?![车入])|排(?![放水污名]))[^，,、的]{0,14}$");

    private static final Pattern ALL = Pattern.compile("(?:均|都|双双|分别)$");

    private static final Pattern WORD_SPACE = Pattern.compile("(?<=[^\\x00-\\x7F]) +| +(?=[^\\x00-\\x7F])");
    /** Labels longer than this are clauses: only their end is kept. */
    static final int LONGEST = 40;

    /** A list of subjects is longer. */
    private static final int LONGEST_LIST = 120;

    private NounBefore() {}

    /** The noun phrase of the words up to a number; empty where they name nothing. */
    static String of(String before, boolean rank) {
        String s = OTHER_BASIS.matcher(before).replaceAll("");
        s = NOISE.matcher(withoutCompared(s).strip()).replaceAll("");
        s = PLAN_WITHIN.matcher(s).replaceAll("");
        s = MARKS_AROUND.matcher(s).replaceAll("");
        s = WORD_SPACE.matcher(s).replaceAll("");
        String plan = s.contains("完成") ? head(LinkingWords.withoutTail(s)) : "";
        if (DependentNouns.isPlan(plan)) {
            return plan;
        }
        s = head(LinkingWords.withoutAbove(s));
        if (rank) {
            s = withoutPosition(s);
        }
        s = rank && isGrowth(s) ? object(s) : LinkingWords.withoutTail(head(object(LinkingWords.withoutTail(s))));
        s = OF_AROUND.matcher(s).replaceAll("");
        s = s.length() == 1 && PREPOSITIONS.contains(s) ? "" : withoutExamples(s);
        s = s.equals("经济") && before.contains("增") ? "经济增长" : s;
        int longest = s.indexOf('、') < 0 ? LONGEST : LONGEST_LIST;
        return s.length() > longest ? s.substring(s.length() - longest) : s;
    }

    /** WordList without what they compare with: 比2010年. */
    static String withoutCompared(String words) {
        return COMPARED.matcher(words).replaceAll("");
    }

    /** The words before a number without what only introduces them. */
    static String bare(String before) {
        return LinkingWords.withoutTail(head(before.strip()));
    }

    /** 芳园、天润等社区: only 社区 is the noun. */
    static String withoutExamples(String s) {
        Matcher closed = LIST_CLOSED.matcher(s);
        int end = closed.find() ? closed.end() : 0;
        return end > 1 && end < s.length() - 1 && s.charAt(end) != '级' && !HEAD_NOUN.contains(s.substring(end))
                ? s.substring(s.startsWith("一批", end) ? end + 2 : end)
                : s;
    }

    private static String withoutPosition(String s) {
        Matcher m = POSITION.matcher(s);
        return m.find() && m.start() > 1
                ? ALL.matcher(s.substring(0, m.start())).replaceFirst("")
                : s;
    }

    /** 增速居全省第2位 is the position of the growth, not of what grew. */
    private static boolean isGrowth(String s) {
        return s.length() > 3 && (s.endsWith("增速") || s.endsWith("增幅"));
    }

    /** Without the words of time, place and order in front of it. */
    public static String head(String phrase) {
        String s = phrase;
        for (int rounds = 0; rounds < 8; rounds++) {
            String cut = without(FRONT_SIGNS, s);
            cut = without(FRONT_NUMBER, cut);
            cut = without(FRONT_TIME, cut);
            cut = without(FRONT_BRACKET, cut);
            String word = FRONT.atStart(cut);
            if (word.equals("基本") && BASIC.matcher(cut).lookingAt()) {
                word = "";
            }
            if (word.equals("上年") && cut.startsWith("结", 2)) {
                word = ""; // 上年结余, 上年结转
            }
            if (word.length() == 1 && cut.length() > 1 && !isFree(cut.charAt(0), cut.charAt(1))) {
                word = "";
            }
            cut = cut.substring(word.length());
            if (cut.equals(s)) {
                break;
            }
            s = cut;
        }
        return s;
    }

    private static String without(Pattern front, String s) {
        Matcher m = front.matcher(s);
        return m.lookingAt() ? s.substring(m.end()) : s;
    }

    /** One-character words are cut only where the next character does not bind to them: 共同, 和谐, 再就业. */
    private static boolean isFree(char word, char next) {
        return switch (word) {
            case '共' -> next != '同' && next != '享';
            case '再' -> next != '就' && next != '生';
            case '已', '末', '底', '和', '与', '及', '并', '且', '还', '也', '又', '将', '使' -> true;
            default -> false;
        };
    }

    /** The noun phrase of the words up to a number of things: 商圈 of 培育商圈140个. */
    static String ofThings(String before) {
        String noun = of(before, false);
        String verb = VERB.atStart(noun);
        String rest = noun.substring(verb.length());
        return NounVerbs.makes(verb, rest) && !VERB.contains(rest) && !DONE.contains(noun) ? rest : noun;
    }

    /** Without verbs at its front: what is left is their object. */
    public static String object(String phrase) {
        String s = withoutCoverb(phrase);
        for (int rounds = 0; rounds < 4; rounds++) {
            String verb = VERB.atStart(s);
            String rest = s.substring(verb.length());
            if (verb.isEmpty() || rest.length() < 2 || DONE.contains(s) || NounVerbs.isPart(verb, rest)) {
                break;
            }
            s = rest.startsWith("了") ? rest.substring(1) : rest;
        }
        return s;
    }

    /** 配合市人大出台…: a phrase that opens with whom or what it is done with goes on with its verb. */
    private static String withoutCoverb(String s) {
        String coverb = COVERB.atStart(s);
        if (!coverb.isEmpty()) {
            for (int i = coverb.length() + 1; i < s.length() - 2; i++) {
                if (VERB.at(s, i).length() > 1) {
                    return s.substring(i);
                }
            }
        }
        return s;
    }
}
