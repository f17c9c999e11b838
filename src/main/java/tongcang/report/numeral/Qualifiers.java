package tongcang.report.numeral;

import java.util.List;
import tongcang.Comparator;
import tongcang.report.text.WordList;

/**
 * The words around a number that bound it: 近, 超, 不低于 in front of it, 余, 多 within it, 以上, 左右 behind it. Their lists
 * are the sections {@code before-} and {@code after-} of {@code words.txt}.
 */
public final class Qualifiers {
    private static final WordList BEFORE_GE = WordList.of("before-ge");
    private static final WordList BEFORE_LE = WordList.of("before-le");
    private static final WordList BEFORE_APPROX = WordList.of("before-approx");
    private static final WordList AFTER_GE = WordList.of("after-ge");
    private static final WordList AFTER_LE = WordList.of("after-le");
    private static final WordList AFTER_APPROX = WordList.of("after-approx");
    /** They end with a qualifier's character and qualify nothing. */
    private static final List<String> NONE = List.of(
            "以上", "通过", "经过", "网上", "不过", "签约", "节约", "预约", "履约", "违约", "集约", "附近", "邻近", "线上", "地上", "渡过", "度过");

    /** How far back a qualifier can begin. */
    private static final int REACH = 6;

    private Qualifiers() {}

    /** Whether words end with one that only looks like a qualifier: 签约, 附近. */
    public static boolean isNone(String before) {
        for (int i = 0; i < NONE.size(); i++) {
            if (before.endsWith(NONE.get(i))) {
                return true;
            }
        }
        return false;
    }

    /** What the words around a number say. {@code behind} is the column behind those that follow it. */
    record Found(Comparator comparator, int behind) {}

    /**
     * The qualifiers of a number with its unit at [start, end).
     *
     * @param more whether 余 or 多 stands within it
     */
    static Found of(String text, int start, int end, boolean more) {
        String before = text.substring(Math.max(0, start - REACH), start).stripTrailing();
        Comparator comparator = before(before, more ? Comparator.GE : Comparator.EQ);
        String ge = AFTER_GE.at(text, end);
        String le = AFTER_LE.at(text, end);
        String approx = AFTER_APPROX.at(text, end);
        if (!ge.isEmpty()) {
            return new Found(Comparator.GE, end + ge.length());
        }
        if (!le.isEmpty()) {
            return new Found(Comparator.LE, end + le.length());
        }
        return approx.isEmpty() ? new Found(comparator, end) : new Found(Comparator.APPROX, end + approx.length());
    }

    /** The longest word decides: 不超过 is no 超过, 不低于 no 低于. */
    private static Comparator before(String before, Comparator otherwise) {
        String ge = BEFORE_GE.atEnd(before);
        String le = BEFORE_LE.atEnd(before);
        String approx = BEFORE_APPROX.atEnd(before);
        if (!le.isEmpty() && le.length() >= ge.length()) {
            return Comparator.LE;
        }
        if (!ge.isEmpty() && !isNone(before)) {
            return Comparator.GE;
        }
        return approx.isEmpty() || isNone(before) ? otherwise : Comparator.APPROX;
    }

    /** 余, 多 or 几 at a column: the column behind it; else the column. */
    static int skipMore(String text, int at) {
        return at < text.length() && "余多几".indexOf(text.charAt(at)) >= 0 ? at + 1 : at;
    }
}
