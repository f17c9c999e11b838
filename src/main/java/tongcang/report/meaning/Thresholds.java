package tongcang.report.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tongcang.Comparator;
import tongcang.report.label.LinkingWords;
import tongcang.report.label.NounBefore;
import tongcang.report.label.NounBehind;
import tongcang.report.label.RowLabels;
import tongcang.report.numeral.Mention;
import tongcang.report.text.Clauses;
import tongcang.report.text.WordList;

/**
 * Numbers that are part of what is counted and count nothing: bounds in its definition (投资10亿元以上项目50个 counts
 * projects) and sizes in names (700万吨露天煤矿).
 */
public final class Thresholds {
    private static final Pattern THING_THEN_COUNT = Pattern.compile(
            "的?[^，,、。]{0,10}(?:企业|项目|开发区|园区|集群|产业|机构|乡镇|村|县|农户|合作社|平台|基地|楼宇|商圈|市场|品牌|产品|景区|农场|加工点|网点|站点|大户|养殖场|工程|单位|商家|店铺)(?:数量|数|占比|比重|比例)?(?:达到|达|突破|超过|新增|增加到|发展到|增加|增至|共有|共|有|为)?");
    private static final Pattern COUNT_THEN_BOUND =
            Pattern.compile("(?:[^，,、。；]{0,8}(?:规模|收入|产值|投资|税收|营收|资产|年纳税|面积))?(?:超过|超|突破|达到|过|在|达|均超)?");

    private static final Pattern MEASURED = Pattern.compile("(?:规模|收入|产值|营收|投资|面积|人口|存款|税收)(?:超过?|突破|过|达到?|不足|在|上)$");
    /** 第6个突破百亿公斤的年份: the order in which something passed a bound. */
    private static final Pattern ORDER = Pattern.compile("第[一二三四五六七八九十\\d]{1,3}[个家座条][^，,。；;]{0,4}(?:超过?|突破|过)$");

    private static final Pattern SIZE = Pattern.compile(".*(?:吨|千瓦|兆瓦|平方米|万头|立方米)");
    /** 65岁以上老年人, 35—64岁妇女: an age says who is meant. */
    private static final Pattern AGED = Pattern.compile("(?:的|及以上|以上|以下)?[^，,。；;、的）)\\s]");
    /** Verbs that stand before the name of a project and not before an amount of work done. */
    private static final Pattern PROJECT = Pattern.compile("^(?:加快|推进|启动|抓好|抓紧|谋划|推动|确保|全力){1,3}");

    private static final Pattern CAPACITY = Pattern.compile("(?:年产|日产|日处理|年处理|年加工)$");

    private static final Pattern LISTED = Pattern.compile("[、和]\\s*$");
    private static final Pattern BOUNDED =
            Pattern.compile("(?:超过?|突破|过|逾)[\\d.一二三四五六七八九十百千万亿]{1,12}[\\u4e00-\\u9fa5]{1,4}$");

    /** More ages in a row than these are no list. */
    private static final int LONGEST_LIST = 20;

    private static final WordList VERB = WordList.of("verb");
    private static final WordList NEW = WordList.of("new");
    private static final WordList END = WordList.of("object-end");
    private static final WordList MEASURED_NOUN = WordList.of("head-noun");

    private Thresholds() {}

    /** The clause without the numbers that are part of a name or a definition, nor those that go on in their list. */
    public static Clause without(Clause clause) {
        List<Mention> kept = new ArrayList<>();
        boolean inNames = false;
        for (int i = 0; i < clause.mentions().size(); i++) {
            Mention mention = clause.mentions().get(i);
            String before = clause.before(i, 0);
            String behind = clause.behind(i);
            boolean bound = isBound(clause, i, before, behind)
                    || isThreshold(before, behind)
                    || isAge(clause, i)
                    || isCapacity(before, behind);
            inNames = bound
                    || isSizeInName(mention, before, behind)
                    || inNames && LISTED.matcher(before).find() && !RowLabels.isCounter(mention.unit());
            if (!inNames) {
                kept.add(mention);
            }
        }
        return clause.of(kept);
    }

    /** Whether a number bounds what another one of its clause counts. */
    private static boolean isBound(Clause clause, int at, String before, String behind) {
        Mention mention = clause.mentions().get(at);
        boolean last = at + 1 == clause.mentions().size();
        if (mention.comparator() == Comparator.EQ || mention.rank()) {
            return false;
        }
        if (!last && THING_THEN_COUNT.matcher(behind.strip()).matches()) {
            return true;
        }
        return at > 0
                && (behind.startsWith("的") || !last && isBetweenAlike(clause, at, behind))
                && COUNT_THEN_BOUND.matcher(before.strip()).matches();
    }

    /** 3个产值超千亿元、5个超百亿元的集群: the bound of the first count stands before the second. */
    private static boolean isBetweenAlike(Clause clause, int at, String behind) {
        String counted = clause.mentions().get(at - 1).unit();
        return Clauses.isListJoint(behind)
                && counted.equals(clause.mentions().get(at + 1).unit())
                && !counted.equals(clause.mentions().get(at).unit());
    }

    /** Whether words end with a bound: 产值超千亿元. */
    static boolean isBounded(String words) {
        return BOUNDED.matcher(words).find();
    }

    /** Whether a number only says which things are meant: 规模超500亿元的开发区, 销售收入超亿元的企业, 一批10亿元以上项目. */
    private static boolean isThreshold(String before, String behind) {
        return behind.startsWith("的")
                        && (MEASURED.matcher(before).find()
                                || ORDER.matcher(before).find())
                || before.endsWith("批") && THING_THEN_COUNT.matcher(behind).lookingAt();
    }

    /** Whether a number is what a thing in its name can make: 年产2000吨钛材项目, but not 粮食年产840亿斤. */
    private static boolean isCapacity(String before, String behind) {
        return CAPACITY.matcher(before).find()
                && (behind.startsWith("的") || !behind.isEmpty() && NounBehind.isStart(behind));
    }

    /** Whether a number is the age of those who are meant: 65岁以上老年人. */
    private static boolean isAge(Clause clause, int at) {
        int last = at;
        while (last + 1 < clause.mentions().size()
                && last - at < LONGEST_LIST
                && Clauses.isListJoint(clause.behind(last))
                && clause.mentions().get(last + 1).unit().equals("岁")) {
            last++;
        }
        return clause.mentions().get(at).unit().equals("岁")
                && AGED.matcher(clause.behind(last)).lookingAt();
    }

    /**
     * Whether a size stands in the name of a thing: 大唐700万吨露天煤矿. A name without a verb stands right before the
     * number, and the thing right behind its unit.
     */
    private static boolean isSizeInName(Mention mention, String before, String behind) {
        if (!SIZE.matcher(mention.unit()).matches()) {
            return false;
        }
        String name = PROJECT.matcher(before.strip().substring(afterMark(before.strip())))
                .replaceFirst("");
        boolean thing = !behind.isEmpty()
                && NounBehind.isStart(behind)
                && "的和与及创比较占居同".indexOf(behind.charAt(0)) < 0
                && END.atStart(behind).isEmpty();
        return thing
                && name.length() >= 2
                && VERB.atStart(NounBefore.head(name)).isEmpty()
                && !VERB.isIn(name)
                && LinkingWords.withoutTail(name).equals(name)
                && MEASURED_NOUN.atEnd(name).isEmpty()
                && NEW.lastIn(name) < 0;
    }

    private static int afterMark(String words) {
        return 1 + Math.max(words.lastIndexOf('、'), Math.max(words.lastIndexOf('，'), words.lastIndexOf(',')));
    }
}
