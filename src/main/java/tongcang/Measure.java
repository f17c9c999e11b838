package tongcang;

import java.util.Locale;

/** What a value says of its indicator (SDMX: TRANSFORMATION). Two measures of one indicator are two series. */
public enum Measure {
    /** A stock, or a flow's total. */
    LEVEL,
    /** What was added in the period: 新增, 新建, 净增. */
    INCREMENT,
    /** Change in percent: 增长7%. As published, never recomputed. */
    GROWTH_RATE,
    /** Change in points or in absolute terms: 提高1.2个百分点. */
    CHANGE,
    /** A multiple of a base: 是2016年的1.4倍. */
    MULTIPLE,
    /** A rate, coverage or part of a whole: 城镇化率, 占比. */
    SHARE,
    /** An index number: 上年=100. */
    INDEX,
    /** A position: 居全省第3位. */
    RANK;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The name in data files and JSON, in lower case. */
    public String code() {
        return code;
    }
}
