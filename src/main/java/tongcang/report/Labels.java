package tongcang.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tongcang.Measure;

/**
 * The label of a figure: the noun phrase that a table would have in its row. It is cut from the words before the
 * number, from those behind it, or carried over from the figure before.
 */
final class Labels {
    private static final Words LINK = Words.of("link");
    private static final Words UP = Words.of("up");
    private static final Words DOWN = Words.of("down");
    private static final Words FRONT = Words.of("front");
    private static final Words VERB = Words.of("verb");
    private static final Words DEPENDENT = Words.of("dependent");
    private static final Words GE = Words.of("before-ge");
    private static final Words LE = Words.of("before-le");
    private static final Words NEW = Words.of("new");
    private static final Words HEAD_NOUN = Words.of("head-noun");
    /** 等 closes a list, but not in 高等教育 or 中等城市. */
    private static final Pattern LIST_CLOSED = Pattern.compile("(?<![高中初同平均优特对劣上下甲头])等");
    /** What a unit is divided by, a hint to an annex and 连续9年 are no part of a label. */
    private static final Pattern NOISE = Pattern.compile(
            "(?:每(?:立方米|平方米|平方公里|公顷|亩|吨|升|千瓦时|人|户|月|年|天))+$|[（(](?:详?见|参见)[^（）()]{0,16}[）)]|连续[0-9一二两三四五六七八九十]{1,3}年");

    private static final Pattern FRONT_TIME = Pattern.compile(
            "^(?:到|至|截至|于|从|自)?(?:20\\d\\d年?(?:[、—\\-至]20\\d\\d年?)?(?:度|底|末|初|以来)?|\\d{1,2}月底?|“?十[二三四五六七]五”?(?:时期|期间|末)?)(?:，|,)?");
    private static final Pattern BASE_YEAR = Pattern.compile("(?:是|比|较|相当于)(?:20\\d\\d年(?:底|末)?|上年|去年)(?:的|同期)?");
    private static final Pattern SCOPE =
            Pattern.compile("(?:居|位居|位列|列|排|在|占|稳居|均居|排名)?(?:全省|全国|全市|全区|中部|中西部|世界|全球|省辖市|西部|东部)(?:第一方阵)?$");
    private static final Pattern BECAME = Pattern.compile(
            "(?:(?:全部|均|已|基本)(?=建成|实现|设立|通过|达标)|全部|均|已|先后|成功)?((?:入选|获评|被评为|评为|升级为|退出|达到|纳入|(?<=全部|基本)建成|(?<=全部|基本)实现|(?<=全部)通过)[^，,。；;、和\\d]{2,18})(?=[，,。；;、]|$)");
    private static final Pattern THRESHOLD = Pattern.compile("(?:规模|收入|产值|营收|投资|面积|人口|存款|税收)(?:超过?|突破|过|达到?|不足|在)$");
    private static final Pattern OWNER = Pattern.compile("[省市县区国]属|国有|民营|本地|新增");
    private static final Pattern OWN = Pattern.compile("(?:我|全)[省市县区]$");
    /** Verbs that stand before the name of a project and not before an amount of work done. */
    private static final Pattern PROJECT = Pattern.compile("^(?:加快|推进|启动|抓好|抓紧|谋划|推动|确保|全力){1,3}");
    /** Labels longer than this are clauses: only their end is kept. */
    private static final int LONGEST = 40;

    /** A label and what later figures of the sentence may take from it. */
    record Label(String text, String subject) {}

    private String subject = "";
    private String dependent = "";
    private List<String> listed = List.of();
    private int nextListed;
    private int consumed;

    /** A sentence begins: nothing is carried over. */
    void sentence() {
        subject = "";
        dependent = "";
        listed = List.of();
    }

    /** A clause without figures may name the subject of the next one. */
    void silentClause(String clause) {
        String phrase = head(clause.strip());
        if (!VERB.atStart(phrase).isEmpty() || !subject.isEmpty() && VERB.isIn(phrase)) {
            phrase = subject.isEmpty() ? objectOnly(phrase) : "";
        }
        String noun = phrase.replaceAll("(?:再次|进一步|不断|明显|显著|持续|成效|稳步|全面|扎实|有效|深入|加快|顺利|较快|快速|大幅).*$", "");
        if (noun.length() >= 3 && noun.length() <= LONGEST) {
            subject = noun;
            listed = List.of();
        }
    }

    /**
     * The label of a number.
     *
     * @param before words of the clause up to the number, from the figure before it on
     * @param behind words behind the number, up to the next figure or the clause's end
     * @param adjacent whether only a list joint stands between the figure before and this one
     * @param listSize how many figures stand in a row with this one as the first
     */
    String label(String before, String behind, boolean adjacent, int listSize, Measure measure) {
        if (adjacent && nextListed < listed.size()) {
            return listed.get(nextListed++);
        }
        consumed = 0;
        String noun = noun(before);
        String object = isOpen(noun, before, behind, adjacent) ? object(behind) : "";
        if ((noun.isEmpty() || VERB.contains(noun)) && measure == Measure.SHARE && !adjacent && object.length() > 1) {
            return remember(predicated(behind), listSize);
        }
        if (!object.isEmpty() && measure != Measure.RANK && !isRate(measure)) {
            return remember(withObject(noun, object, before, behind, adjacent), listSize);
        }
        if (noun.isEmpty() || noun.length() < 2) {
            return adjacent || !noun.isEmpty() || !subject.isEmpty()
                    ? carried(before, listSize)
                    : remember(object(behind), listSize);
        }
        if (isDependent(noun) && !subject.isEmpty()) {
            return share(noun, listSize);
        }
        return remember(noun, listSize);
    }

    /** Whether the words before the number leave open what is counted, so that the noun behind it says so. */
    private static boolean isOpen(String noun, String before, String behind, boolean adjacent) {
        return adjacent
                || noun.isEmpty()
                || isVerbOnly(before)
                || introduces(noun, before)
                || OWNER.matcher(noun).matches()
                || VERB.contains(noun)
                || NEW.contains(noun)
                || DEPENDENT.contains(noun) && behind.startsWith("的");
    }

    /** 芳园、天润等8个社区, 集群和18条产业链, 关键领域实施100项专项: the words before are no part of what is counted. */
    private static boolean introduces(String noun, String before) {
        return noun.endsWith("等")
                || before.strip().matches(".*[和及与]")
                || !VERB.atEnd(noun).isEmpty()
                || OWN.matcher(noun).find();
    }

    private String withObject(String noun, String found, String before, String behind, boolean adjacent) {
        consumed = behind.indexOf(found) + found.length();
        String became = predicate(behind.substring(consumed));
        String object = became.endsWith(found) ? became : became + found;
        if (OWNER.matcher(noun).matches()) {
            return noun + object;
        }
        boolean of = DEPENDENT.contains(noun) && behind.startsWith("的");
        if (introduces(noun, before) && !of) {
            return object;
        }
        dependent = of ? noun : adjacent ? dependent : "";
        if (adjacent && behind.startsWith("的")) {
            return object + dependent;
        }
        return VERB.contains(noun) || noun.isEmpty() || DEPENDENT.contains(noun) && !of ? object : object + noun;
    }

    /**
     * Whether a size stands in the name of a thing: 大唐700万吨露天煤矿. A name without a verb stands right before the
     * number, and the thing right behind its unit.
     */
    static boolean isSizeInName(Mention mention, String before, String behind) {
        String name =
                PROJECT.matcher(before.strip().replaceFirst("^.*[、，,]", "")).replaceFirst("");
        boolean thing = !behind.isEmpty() && isNounStart(behind.charAt(0)) && behind.charAt(0) != '的';
        return mention.unit().matches(".*(?:吨|千瓦|兆瓦|平方米|万头|立方米)")
                && thing
                && name.length() >= 2
                && VERB.atStart(head(name)).isEmpty()
                && !VERB.isIn(name)
                && tailCut(name).equals(name)
                && NEW.lastIn(name) < 0;
    }

    /** Whether a number only says which things are meant: 规模超500亿元的开发区, 销售收入超亿元的企业. */
    static boolean isThreshold(String before, String behind) {
        return behind.startsWith("的") && THRESHOLD.matcher(before).find();
    }

    /** How many of the words behind the number the last label took as its object. */
    int consumed() {
        return consumed;
    }

    private static boolean isRate(Measure measure) {
        return measure == Measure.GROWTH_RATE
                || measure == Measure.SHARE
                || measure == Measure.MULTIPLE
                || measure == Measure.CHANGE;
    }

    private static boolean isVerbOnly(String before) {
        String left = front(before);
        return VERB.contains(left) || NEW.contains(left) || left.isEmpty();
    }

    private static boolean isDependent(String noun) {
        return DEPENDENT.contains(noun)
                || noun.startsWith("占")
                || noun.length() <= 4 && DEPENDENT.contains(noun.replaceFirst("^其?", ""));
    }

    private String carried(String before, int listSize) {
        if (listSize > 1 && before.contains("分别")) {
            listed = spread(subject, listSize);
            nextListed = 1;
            return listed.get(0);
        }
        return subject;
    }

    /** 占全省总数 behind 上企业数: a share of the carried subject. */
    private String share(String noun, int listSize) {
        if (listSize > 1) {
            List<String> subjects = spread(subject, listSize);
            if (subjects.stream().distinct().count() == listSize) {
                listed = subjects.stream().map(s -> s + noun).toList();
                nextListed = 1;
                return listed.get(0);
            }
        }
        if (noun.startsWith("占")) {
            return subject + noun + (noun.endsWith("比重") || noun.endsWith("比例") ? "" : "的比重");
        }
        String bare = subject.replaceFirst("(?:种植面积|播种面积|面积|产量|总产|数)$", "");
        return subject.endsWith(noun) ? subject : (bare.length() > 1 ? bare : subject) + noun;
    }

    private String remember(String label, int listSize) {
        if (listSize > 1) {
            listed = spread(label, listSize);
            nextListed = 1;
            subject = label;
            return listed.get(0);
        }
        listed = List.of();
        subject = label;
        return label;
    }

    /** PM10、PM2.5平均浓度 over two numbers: each part with the tail that the last one has. */
    private static List<String> spread(String label, int size) {
        List<String> parts = new ArrayList<>(List.of(label.split("[、和及与]")));
        if (parts.size() != size) {
            return java.util.Collections.nCopies(size, label);
        }
        String last = parts.get(size - 1);
        List<String> labels = new ArrayList<>();
        for (String part : parts.subList(0, size - 1)) {
            labels.add(part + tail(part, last));
        }
        labels.add(last);
        return labels;
    }

    private static String tail(String part, String last) {
        if (part.isEmpty()) {
            return "";
        }
        if (part.matches(".*[A-Za-z0-9]$")) {
            return last.replaceFirst("^[A-Za-z0-9.]+", "");
        }
        String head = HEAD_NOUN.atEnd(last);
        if (!head.isEmpty() && HEAD_NOUN.atEnd(part).isEmpty() && head.length() < last.length()) {
            return head;
        }
        int same = last.indexOf(part.charAt(part.length() - 1));
        return same < 0 || same == last.length() - 1 ? "" : last.substring(same + 1);
    }

    /** The noun phrase before a number. */
    private static String noun(String before) {
        String s =
                NOISE.matcher(BASE_YEAR.matcher(before).replaceAll("").strip()).replaceAll("");
        s = s.replaceAll("^[、,，:：]+|[：:“]+$", "");
        s = head(s);
        s = tailCut(s);
        s = tailCut(head(objectOnly(s)));
        s = s.replaceAll("^的|的$", "");
        Matcher closed = LIST_CLOSED.matcher(s);
        int others = closed.find() ? closed.end() : 0;
        s = others > 1 && others < s.length() - 1 && s.charAt(others) != '级' ? s.substring(others) : s;
        s = s.equals("经济") && before.contains("增") ? "经济增长" : s;
        return s.length() > LONGEST ? s.substring(s.length() - LONGEST) : s;
    }

    private static String tailCut(String phrase) {
        String s = phrase;
        for (int rounds = 0; rounds < 12; rounds++) {
            String cut = s.replaceAll("[的了，,、“\\s：:]+$", "");
            cut = SCOPE.matcher(cut).replaceFirst("");
            if (cut.endsWith("人均") || cut.endsWith("年均增速")) {
                break;
            }
            String word = longest(LINK.atEnd(cut), UP.atEnd(cut), DOWN.atEnd(cut), GE.atEnd(cut), LE.atEnd(cut));
            cut = cut.substring(0, cut.length() - word.length());
            if (cut.equals(s)) {
                break;
            }
            s = cut;
        }
        return s;
    }

    private static String longest(String... words) {
        String longest = "";
        for (String word : words) {
            longest = word.length() > longest.length() ? word : longest;
        }
        return longest;
    }

    private static String head(String phrase) {
        String s = phrase;
        for (int rounds = 0; rounds < 8; rounds++) {
            String cut =
                    FRONT_TIME.matcher(s.replaceAll("^[——\\-、，,：:\\s　]+", "")).replaceFirst("");
            cut = cut.replaceFirst("^[（(][^（）()]{1,12}[）)]", "");
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

    /** One-character words are cut only where the next character does not bind to them: 市场, 共同, 和谐, 再就业. */
    private static boolean isFree(char word, char next) {
        return switch (word) {
            case '市' -> false;
            case '共' -> next != '同' && next != '享';
            case '再' -> next != '就' && next != '生';
            case '前' -> false;
            case '末', '底' -> true;
            case '和', '与', '及', '并', '且', '还', '也', '又', '将', '使' -> true;
            default -> false;
        };
    }

    /** Without verbs at its front: what is left is their object. */
    private static String objectOnly(String phrase) {
        String s = phrase;
        for (int rounds = 0; rounds < 4; rounds++) {
            String verb = VERB.atStart(s);
            String rest = s.substring(verb.length());
            if (verb.isEmpty() || rest.length() < 2 || isNounPart(verb, rest)) {
                break;
            }
            s = rest;
        }
        return s;
    }

    /** 发展水平, 培训人次, 投资, 建设项目: the verb is part of the noun. */
    private static boolean isNounPart(String verb, String rest) {
        return rest.length() <= 2
                        && !VERB.contains(rest)
                        && !FRONT.contains(rest)
                        && !verb.equals("实现")
                        && !rest.equals("投资")
                        && !rest.endsWith("数")
                || verb.length() == 2
                        && (rest.startsWith("水平")
                                || rest.startsWith("率")
                                || rest.startsWith("能力")
                                || rest.startsWith("规模"))
                || verb.equals("生产") && (rest.startsWith("总值") || rest.startsWith("安全"))
                || verb.equals("发展") && rest.startsWith("改革")
                || verb.equals("完成") && rest.equals("投资")
                || verb.equals("投资")
                || verb.equals("发行") && rest.length() < 3
                || verb.length() == 1 && !"为使让将对向".contains(verb);
    }

    /** The words before a number without what only introduces them. */
    private static String front(String before) {
        return tailCut(head(before.strip()));
    }

    /** The noun behind a number: up to the next mark or verb. */
    private static String object(String behind) {
        String s = behind.strip().replaceFirst("^的", "");
        if (s.isEmpty() || !isNounStart(s.charAt(0))) {
            return "";
        }
        int end = 0;
        while (end < s.length() && end < LONGEST && "，,。；;：:！!".indexOf(s.charAt(end)) < 0) {
            if (end > 1 && isStop(s, end)) {
                break;
            }
            end++;
        }
        return s.substring(0, end).replaceAll("[、和及]+$", "");
    }

    /** 近三成企业完成改造: a part of a whole is named by the whole and what is said of it. */
    private static String predicated(String behind) {
        String s = behind.strip().replaceFirst("^的", "");
        return s.length() > LONGEST ? s.substring(0, LONGEST) : s;
    }

    /** 入选省创新龙头企业 behind 5家企业: what the counted ones became belongs to their label. */
    private static String predicate(String behindObject) {
        Matcher m = BECAME.matcher(behindObject);
        return m.lookingAt()
                ? m.group(1) + (m.group(1).startsWith("入选") || m.group(1).startsWith("获评") ? "" : "的")
                : "";
    }

    private static boolean isNounStart(char c) {
        return Character.isIdeographic(c) && "以左上之内，、".indexOf(c) < 0 || c == '“' || c >= 'A' && c <= 'Z';
    }

    private static boolean isStop(String s, int at) {
        return STOP.stream().anyMatch(word -> s.startsWith(word, at));
    }

    private static final List<String> STOP = List.of(
            "全部", "完成", "入选", "获评", "获批", "建成", "实现", "评为", "达到", "纳入", "顺利", "进展", "开工", "投产", "整合", "升级为", "基本", "竣工",
            "落地", "进入", "超过", "突破", "被", "稳定", "得到", "成功", "加快", "推进", "（见", "(见", "等", "全面", "在全国", "在全省");
}
