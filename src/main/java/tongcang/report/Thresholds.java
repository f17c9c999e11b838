package tongcang.report;

import java.util.regex.Pattern;
import tongcang.Comparator;

/** Bounds in the definition of what is counted: 投资10亿元以上项目50个 counts projects; its 10亿元 is no figure. */
final class Thresholds {
    private static final Pattern THING_THEN_COUNT = Pattern.compile(
            "的?[^，,、。]{0,10}(?:企业|项目|开发区|园区|集群|产业|机构|乡镇|村|县|农户|合作社|平台|基地)(?:数量|数)?(?:达到|达|突破|超过|新增|增加|增至|共|有|为)?");
    private static final Pattern COUNT_THEN_BOUND =
            Pattern.compile("[^，,、。；]{0,8}(?:规模|收入|产值|投资|税收|营收|资产|年纳税|面积)(?:超过|超|突破|达到|过|在|达|均超)?");

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
}
