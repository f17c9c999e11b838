package tongcang.report.numeral;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tongcang.Comparator;
import tongcang.quantity.Numerals;

/** Positions: 第3位, 前5名, 全省第一. */
final class RankWords {
    private static final Pattern RANKING = Pattern.compile("居|列|位|排名|名列|全省|全国|全市|全区|省辖市|考评|考核|中部|世界|全球|[省市区县旗盟]$");

    /** 放在第一位: how much something matters, and no position. */
    private static final Pattern PUT_FIRST = Pattern.compile("(?:放在|摆在|放到|摆到|作为|当作)(?:了)?第$");

    private static final int REACH = 6;

    /** The rank whose numeral stands at [start, end), with its 第; empty where it is none. */
    Optional<Mention> rank(String text, int start, int end) {
        boolean counted = end < text.length() && (text.charAt(end) == '位' || text.charAt(end) == '名');
        char before = start > 0 ? text.charAt(start - 1) : ' ';
        boolean among = counted && before == '前' && isRanking(text, start - 1);
        if (before != '第' && !among) {
            return Optional.empty();
        }
        if (PUT_FIRST.matcher(text.substring(Math.max(0, start - REACH), start)).find()) {
            return Optional.empty();
        }
        int behind = counted ? end + 1 : end;
        if (!counted && !(isEnd(text, end) && isRanking(text, start - 1))) {
            return Optional.empty();
        }
        return Numerals.value(text.substring(start, end))
                .map(value -> new Mention(
                        start - 1, behind, behind, value, null, List.<BigDecimal>of(), "位", Comparator.EQ, true));
    }

    private static boolean isEnd(String text, int at) {
        return at >= text.length() || "，,。;；、!！)）".indexOf(text.charAt(at)) >= 0;
    }

    private static boolean isRanking(String text, int at) {
        String before = text.substring(Math.max(0, at - 8), at);
        return RANKING.matcher(before).find();
    }
}
