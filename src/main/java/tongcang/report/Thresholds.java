package tongcang.report;

import java.util.regex.Pattern;
import tongcang.Comparator;

/**
 * Numbers that are part of what is counted and count nothing: bounds in its definition (投资10亿元以上项目50个 counts
 * projects) and sizes in names (700万吨露天煤矿).
 */
final class Thresholds {
    private static final Pattern THING_THEN_COUNT = Pattern.compile(
            "的?[^，,、。]{0,10}(?:企业|项目|开发区|园区|集群|产业|机构|乡镇|村|县|农户|合作社|平台|基地)(?:数量|数)?(?:达到|达|突破|超过|新增|增加|增至|共|有|为)?");
    private static final Pattern COUNT_THEN_BOUND =
            Pattern.compile("[^，,、。；]{0,8}(?:规模|收入|产值|投资|税收|营收|资产|年纳税|面积)(?:超过|超|突破|达到|过|在|达|均超)?");

    private static final Pattern MEASURED = Pattern.compile("(?:规模|收入|产值|营收|投资|面积|人口|存款|税收)(?:超过?|突破|过|达到?|不足|在)$");
    private static final Pattern SIZE = Pattern.compile(".*(?:吨|千瓦|兆瓦|平方米|万头|立方米)");
    /** Verbs that stand before the name of a project and not before an amount of work done. */
    private static final Pattern PROJECT = Pattern.compile("^(?:加快|推进|启动|抓好|抓紧|谋划|推动|确保|全力){1,3}");

    private static final Words VERB = Words.of("verb");
    private static final Words NEW = Words.of("new");

    private Thresholds() {}

    /**
     * Whether a number bounds what another one of its clause counts.
     *
     * @param before words between the number before and this one
     * @param behind words between this number and the next one
     * @param afterFigure whether a number stands before it in the clause
     * @param beforeFigure whether one stands behind it
     */
    static boolean isBound(Mention mention, String before, String behind, boolean afterFigure, boolean beforeFigure) {
        if (mention.comparator() == Comparator.EQ || mention.rank()) {
            return false;
        }
        boolean defines =
                beforeFigure && THING_THEN_COUNT.matcher(behind.strip()).matches();
        boolean defined = afterFigure
                && behind.startsWith("的")
                && COUNT_THEN_BOUND.matcher(before.strip()).matches();
        return defines || defined;
    }

    /** Whether a number only says which things are meant: 规模超500亿元的开发区, 销售收入超亿元的企业, 一批10亿元以上项目. */
    static boolean isThreshold(String before, String behind) {
        return behind.startsWith("的") && MEASURED.matcher(before).find()
                || before.endsWith("批") && THING_THEN_COUNT.matcher(behind).lookingAt();
    }

    /**
     * Whether a size stands in the name of a thing: 大唐700万吨露天煤矿. A name without a verb stands right before the
     * number, and the thing right behind its unit.
     */
    static boolean isSizeInName(Mention mention, String before, String behind) {
        if (!SIZE.matcher(mention.unit()).matches()) {
            return false;
        }
        String name = PROJECT.matcher(before.strip().substring(afterMark(before.strip())))
                .replaceFirst("");
        boolean thing = !behind.isEmpty() && NounBehind.isStart(behind.charAt(0)) && behind.charAt(0) != '的';
        return thing
                && name.length() >= 2
                && VERB.atStart(NounBefore.head(name)).isEmpty()
                && !VERB.isIn(name)
                && NounBefore.withoutTail(name).equals(name)
                && NEW.lastIn(name) < 0;
    }

    private static int afterMark(String words) {
        return 1 + Math.max(words.lastIndexOf('、'), Math.max(words.lastIndexOf('，'), words.lastIndexOf(',')));
    }
}
