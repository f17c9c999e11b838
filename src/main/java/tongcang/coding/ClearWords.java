package tongcang.coding;

import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether words say clearly what is measured. Millions of labels that differ are asked about, each of many characters, so
 * that expressions are tried only where a cheap look has not answered already.
 */
final class ClearWords {
    /** Head nouns that say how something is measured, and not what; alone they name no statistic. */
    private static final Pattern BARE =
            Pattern.compile("(?:其他|其它|其余|其中|合计|总计|小计|总|全部|本|年末|期末|年|累计|平均|实际|计划|本年|本期|上年|全年)*"
                    + "(?:项目|投资|企业|单位|人|户|家|个|件|次|面积|产量|产值|金额|数额|单价|价格|收入|支出|增加|增长|增幅|同比|环比|比|比重|占比|比例|规模|余额|指标|名称|备注|数据"
                    + "|数值|标准|情况|绝对|完成|总|增|排名|位次|序号|编号|代码|权重|得分|分|值|额|量|数|率)*(?:数量|数|值|额|量|率|速)?");

    /** With which the words of {@link #BARE} begin. */
    private static final BitSet BARE_BEGINS = characters("其合总小全本年期累平实计上项投企单人户家个件次面产金数价收支增同环比占规余指名备标情绝完排位序编代权得分值额量率速");

    /** A number, a code such as NM9559, or nothing but signs: the name of a column in somebody's file. */
    private static final Pattern NO_WORDS =
            Pattern.compile("[A-Za-z]{0,4}\\d*|[\\d.,%-]+|[\\p{Punct}\\p{IsPunctuation}]+");

    /** How words end by which a statistic says what it measures; without, a thing's name does not say which of its numbers. */
    private static final BitSet MEASURED_ENDS = characters("量额值率数积产入出价费税金口比次龄限差幅速债款源耗度本润贴助距力存销役员者户均");

    /** Words of two characters that say the same anywhere. */
    private static final Set<String> MEASURED = Set.copyOf(List.of(
            ("费用 投资 里程 长度 资产 负债 利润 贷款 存款 工资 能力 密度 时间 时长 成本 规模 指数 价格 经费 资金 人口 就业 失业 收入 支出 产出 供应 需求 消费 销售 装机 面积 产量 存栏 出栏"
                            + " 比例 比重 浓度 温度 增加")
                    .split(" ")));

    private static final BitSet MEASURED_BEGINS = characters(String.join("", MEASURED));
    private static final BitSet CLOSING = characters(")）]】");

    private static final Pattern TAIL = Pattern.compile("[(（\\[【][^()（）\\[\\]【】]*[)）\\]】]$");
    private static final int LATIN_WORD = 4;

    private ClearWords() {}

    /** Whether a normal form says what something is, and not only how it is measured. */
    static boolean sayWhat(String normal) {
        return normal.length() > 1
                && !normal.startsWith("其他")
                && !normal.startsWith("其中")
                && !(BARE_BEGINS.get(normal.charAt(0)) && BARE.matcher(normal).matches())
                && !(normal.charAt(0) < '一' && NO_WORDS.matcher(normal).matches());
    }

    /** Whether words say what is measured of a thing: by their end, by a word among them, or in another language. */
    static boolean sayMeasure(String written) {
        String words = withoutTail(written);
        if (!words.isEmpty() && MEASURED_ENDS.get(words.charAt(words.length() - 1))) {
            return true;
        }
        int latin = 0;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            latin = c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' ? latin + 1 : 0;
            if (latin == LATIN_WORD
                    || MEASURED_BEGINS.get(c)
                            && i + 2 <= words.length()
                            && MEASURED.contains(words.substring(i, i + 2))) {
                return true;
            }
        }
        return false;
    }

    /** Without a bracket at the end. */
    private static String withoutTail(String words) {
        return !words.isEmpty() && CLOSING.get(words.charAt(words.length() - 1))
                ? TAIL.matcher(words).replaceFirst("").strip()
                : words.strip();
    }

    private static BitSet characters(String all) {
        BitSet set = new BitSet();
        all.chars().forEach(set::set);
        return set;
    }
}
