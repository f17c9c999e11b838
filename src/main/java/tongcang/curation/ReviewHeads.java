package tongcang.curation;

import java.util.List;

/** The heads of the review sheet: what is told, and behind it what is to be filled in. */
final class ReviewHeads {
    static final String KEY = "编号";
    static final String FIGURE = "示例编号";
    static final String DECISION = "裁定";
    static final String PERSON = "裁定人";
    static final String REASON = "理由";

    /** All figures of this kind of sheet, also those to come. */
    static final String ALL = "认可这类表";
    /** The example alone. */
    static final String ONE = "只认可示例";

    static final List<String> TOLD = List.of(KEY, "部门", "文件", "表题", "待定原因", "数值个数", "示例", "另一种读法", FIGURE);
    static final List<String> FILLED = List.of(DECISION, PERSON, REASON);

    private ReviewHeads() {}
}
