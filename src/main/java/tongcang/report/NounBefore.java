package tongcang.report;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The noun phrase in front of a number: the words before it without time, place, verbs and comparators. */
final class NounBefore {
    private static final Words LINK = Words.of("link");
    private static final Words UP = Words.of("up");
    private static final Words DOWN = Words.of("down");
    private static final Words GE = Words.of("before-ge");
    private static final Words LE = Words.of("before-le");
    private static final Words APPROX = Words.of("before-approx");
    private static final Words FRONT = Words.of("front");
    private static final Words VERB = Words.of("verb");
    private static final Words DONE = Words.of("done");
    private static final Words COVERB = Words.of("coverb");
    /** 增加到, 拓展为, 下降至: a change and where it ends. */
    private static final Pattern TURNED =
            Pattern.compile(Words.of("turn").regex() + "(?:到|至|为|成|达到|达)(?:20\\d\\d年(?:底|末)?的?)?$");

    private static final Pattern TURNS =
            Pattern.compile("(?:，|,)?" + Words.of("turn").regex() + "(?:到|至|为|成|达到|达)(?:20\\d\\d年(?:底|末)?的?)?");
    /** For or to whom something is done: no noun stands behind them. */
    private static final String PREPOSITIONS = "对为向给把将使让";

    /** 等 closes a list, but not in 高等教育 or 中等城市. */
    private static final Pattern LIST_CLOSED = Pattern.compile("(?<![高中初同平均优特对劣上下甲头])等");
    /** What a unit is divided by, a hint to an annex and 连续9年 are no part of a label. */
    private static final Pattern NOISE = Pattern.compile(
            "(?:每(?:立方米|平方米|平方公里|公顷|亩|吨|升|千瓦时|人|户|月|年|天))+$|[（(](?:(?:详?见|参见)[^（）()]{0,16}|[^（）()]{0,8}下同)[）)]|连续[0-9一二两三四五六七八九十]{1,3}年");

    private static final Pattern FRONT_TIME = Pattern.compile(
            "^(?:到|至|截至|截止|于|从|自)?(?:20\\d\\d年?(?:[、—\\-至]20\\d\\d年?)?(?:度|底|末|初|以来)?|\\d{1,2}月底?|“?十[二三四五六七]五”?(?:时期|期间|末)?)(?:，|,)?");
    /** 一是, 二要: the numbering of what is told. */
    private static final Pattern FRONT_NUMBER = Pattern.compile("^[一二三四五六七八九十]{1,2}[是要]");

    private static final Pattern FRONT_BRACKET = Pattern.compile("^[（(][^（）()]{1,12}[）)]");
    private static final Pattern FRONT_SIGNS = Pattern.compile("^[——\\-、，,：:\\s　]+");
    /** The last characters of what {@link #SCOPE} matches. */
    private static final String SCOPE_ENDS = "省国市区县旗盟州部界球阵";

    private static final String TAIL_SIGNS = "的了，,、“：:（(";
    private static final Pattern MARKS_AROUND = Pattern.compile("^[、,，:：（(]+|[：:“]+$");
    private static final Pattern OF_AROUND = Pattern.compile("^的|的$");
    /** 是2016年的, 比“十一五”末, 是上一个五年的: what the figure is compared with. */
    private static final Pattern COMPARED = Pattern.compile(
            "(?:是|为|比|较|相当于)(?:20\\d\\d年(?:底|末)?|“?十[一二三四五六]?五”?(?:期?末|时期|期间)|上年|去年|前年|上一年|上一个五年|上届|五年前)(?:同期)?的?");
    /** 剔除减税因素后, 扣除价格影响: on another basis. */
    private static final Pattern OTHER_BASIS =
            Pattern.compile("(?:剔除|扣除|还原)[^，,]{1,24}?(?:(?:因素|影响)?(?:后|外)?[，,]|(?:因素|影响)(?:后|外)?)");
    /** 由2011年 tells the time of the earlier value. */
    private static final Pattern FROM_YEAR = Pattern.compile("(?:由|从|到|至)20\\d\\d年(?:底|末)?$");

    private static final Pattern SCOPE = Pattern.compile(
            "(?:居|位居|位列|列|排|在|占|稳居|均居|排名)?(?:全省|全国|全市|全区|全县|全旗|全盟|全州|中部|中西部|世界|全球|省辖市|西部|东部)(?:第一方阵)?$");
    /** 居全国地级市: a position's verb and its scope. */
    private static final Pattern POSITION = Pattern.compile(
            "(?:位居|位列|名列|稳居|均居|跃居|排名|排在|(?<![人宜移邻安定民聚起])居(?![民住家委])|列(?![车入])|排(?![放水污名]))[^，,、的]{0,14}$");

    private static final Pattern ALL = Pattern.compile("(?:均|都|双双|分别)$");

    private static final Pattern WORD_SPACE = Pattern.compile("(?<=[^\\x00-\\x7F]) +| +(?=[^\\x00-\\x7F])");
    /** Labels longer than this are clauses: only their end is kept. */
    static final int LONGEST = 40;

    private NounBefore() {}

    /** The noun phrase of the words up to a number; empty where they name nothing. */
    static String of(String before, boolean rank) {
        String s = OTHER_BASIS.matcher(before).replaceAll("");
        s = NOISE.matcher(COMPARED.matcher(s).replaceAll("").strip()).replaceAll("");
        s = MARKS_AROUND.matcher(s).replaceAll("");
        s = WORD_SPACE.matcher(s).replaceAll("");
        s = head(s);
        if (rank) {
            s = withoutPosition(s);
        }
        s = rank && isGrowth(s) ? object(s) : withoutTail(head(object(withoutTail(s))));
        s = OF_AROUND.matcher(s).replaceAll("");
        s = s.length() == 1 && PREPOSITIONS.contains(s) ? "" : withoutExamples(s);
        s = s.equals("经济") && before.contains("增") ? "经济增长" : s;
        return s.length() > LONGEST ? s.substring(s.length() - LONGEST) : s;
    }

    /** Whether words only tell of a change and lead on to the number it ends at: 减至. */
    static boolean isTurn(String words) {
        return TURNS.matcher(words).lookingAt();
    }

    /** Whether words stand right before a number, without a verb such as 达到 that links a subject to it. */
    static boolean isDirect(String before) {
        String s = before.strip();
        for (String word = longest(GE.atEnd(s), APPROX.atEnd(s));
                !word.isEmpty();
                word = longest(GE.atEnd(s), APPROX.atEnd(s))) {
            s = s.substring(0, s.length() - word.length());
        }
        return LINK.atEnd(s).isEmpty() && !TURNED.matcher(s).find();
    }

    /** The words before a number without what only introduces them. */
    static String bare(String before) {
        return withoutTail(head(before.strip()));
    }

    /** 芳园、天润等社区: only 社区 is the noun. */
    private static String withoutExamples(String s) {
        Matcher closed = LIST_CLOSED.matcher(s);
        int end = closed.find() ? closed.end() : 0;
        return end > 1 && end < s.length() - 1 && s.charAt(end) != '级' ? s.substring(end) : s;
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

    /** Without the verbs, comparators and adverbs that link it to its number. */
    static String withoutTail(String phrase) {
        String s = phrase;
        for (int rounds = 0; rounds < 12; rounds++) {
            String cut = withoutSigns(s);
            cut = endsIn(SCOPE_ENDS, cut) ? SCOPE.matcher(cut).replaceFirst("") : cut;
            if (cut.endsWith("人均") || cut.endsWith("年均增速")) {
                break;
            }
            cut = endsIn("到至为成达年底末的", cut) ? TURNED.matcher(cut).replaceFirst("") : cut;
            cut = endsIn("年底末", cut) ? FROM_YEAR.matcher(cut).replaceFirst("") : cut;
            String word = longest(LINK.atEnd(cut), UP.atEnd(cut), DOWN.atEnd(cut), GE.atEnd(cut), LE.atEnd(cut));
            cut = cut.substring(0, cut.length() - word.length());
            if (cut.equals(s)) {
                break;
            }
            s = cut;
        }
        return s;
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

    /** Without the words of time, place and order in front of it. */
    static String head(String phrase) {
        String s = phrase;
        for (int rounds = 0; rounds < 8; rounds++) {
            String cut = without(FRONT_SIGNS, s);
            cut = without(FRONT_NUMBER, cut);
            cut = without(FRONT_TIME, cut);
            cut = without(FRONT_BRACKET, cut);
            String word = FRONT.atStart(cut);
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
            case '末', '底', '和', '与', '及', '并', '且', '还', '也', '又', '将', '使' -> true;
            default -> false;
        };
    }

    /** Without verbs at its front: what is left is their object. */
    static String object(String phrase) {
        String s = withoutCoverb(phrase);
        for (int rounds = 0; rounds < 4; rounds++) {
            String verb = VERB.atStart(s);
            String rest = s.substring(verb.length());
            if (verb.isEmpty() || rest.length() < 2 || DONE.contains(s) || NounVerbs.isPart(verb, rest)) {
                break;
            }
            s = rest;
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
