package tongcang.curation;

import java.util.List;
import tongcang.LabelMeaning;

/** The heads of the first question sheet: what is told, and behind it what is to be filled in. */
final class Heads {
    static final String SHEET = "未编码指标";
    static final String LABEL = "指标说法";
    static final String DEPARTMENT = "部门";
    static final String FORM = "表号";
    static final String CHOICE = "选定指标";
    static final String REACH = "适用范围";
    static final String MEMBERS = "分组";
    static final String CODE = "新指标代码";
    static final String NAME = "新指标名称";
    static final String SUBJECT = "主题";
    static final String DEFINITION = "指标解释";
    static final String UNIT = "展示单位";
    static final String ADDITIVITY = "可加性";
    static final String PRICE_BASIS = "价格基础";

    /** Chosen where none of the indicators fits. */
    static final String NEW = "（新指标）";

    /** Chosen where figures with the label are not wanted at all. */
    static final String NOT_FOR_US = "（不采用）";

    static final List<String> TOLD = List.of(
            "序号", LABEL, DEPARTMENT, FORM, "数据口径", "单位", "数值个数", "首次收到", "示例", "最接近（1）", "最接近（2）", "最接近（3）", "相近写法");
    static final List<String> FILLED =
            List.of(CHOICE, REACH, MEMBERS, CODE, NAME, SUBJECT, DEFINITION, UNIT, ADDITIVITY, PRICE_BASIS);

    static final List<String> ADDITIVITIES = List.of("flow 流量", "stock 存量", "rate 比率");
    static final List<String> PRICE_BASES = List.of("none 无", "current 现价", "constant 不变价");

    private Heads() {}

    private static final int NEAREST = 3;

    /** Adds the nearest to the cells of a row, as many columns as there are for them. */
    static void addNearest(List<String> cells, List<String> nearest) {
        for (int i = 0; i < NEAREST; i++) {
            cells.add(i < nearest.size() ? nearest.get(i) : "");
        }
    }

    /** The code in front of {@code CODE 名称}; of a name alone, the name. */
    static String code(String choice) {
        String written = choice.strip();
        return written.equals(NOT_FOR_US) ? LabelMeaning.NOT_FOR_US : written.split("\\s", 2)[0];
    }
}
