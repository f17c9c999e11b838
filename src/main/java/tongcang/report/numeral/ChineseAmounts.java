package tongcang.report.numeral;

import java.util.regex.Pattern;
import tongcang.quantity.Numerals;

/** Chinese numerals that stand for an amount and not in a word: 近万户, 三成以上, 一百个. */
final class ChineseAmounts {
    private static final Pattern QUALIFIED = Pattern.compile("(?:近|超|突破|过|逾|达|约|上|达到)$");

    /** 是上年的两倍, 增长两倍; but not 加倍 or 百倍信心. */
    private static final Pattern TIMES = Pattern.compile("(?:的|增长|提高|增加|扩大|[到至为])$");

    private ChineseAmounts() {}

    /** Whether they stand for an amount: with 万 or 亿, 成, 倍, a hundred or more, or qualified. */
    static boolean isAmount(String text, int start, int end) {
        String word = text.substring(start, end);
        char next = end < text.length() ? text.charAt(end) : ' ';
        String before = text.substring(Math.max(0, start - 2), start);
        boolean qualified = QUALIFIED.matcher(before).find() || next == '余' || next == '多';
        if (before.endsWith("第")) {
            return true;
        }
        if (Numerals.isBareMagnitude(word)) {
            return word.length() > 1
                            && !word.equals("亿万")
                            && !word.equals("千万")
                            && !word.equals("千百")
                            && !word.equals("万千")
                    ? qualified || "元吨人亩户".indexOf(next) >= 0
                    : qualified && "余多元吨户人亩家个辆台件项所名公平".indexOf(next) >= 0;
        }
        if (next == '倍') {
            return qualified || TIMES.matcher(before).find();
        }
        if (next == '成') {
            return qualified || text.startsWith("成以上", end) || text.startsWith("成左右", end);
        }
        boolean large =
                word.indexOf('万') > 0 || word.indexOf('亿') > 0 || word.indexOf('百') > 0 || word.indexOf('千') > 0;
        return large && word.length() > 1;
    }
}
