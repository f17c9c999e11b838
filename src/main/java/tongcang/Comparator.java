package tongcang;

import java.util.Locale;

/** How the true value stands to the number that is written. */
public enum Comparator {
    /** Plain: 为, 达到, 完成. */
    EQ,
    /** At least: 以上, 超过, 突破, 不低于, 余, 多. */
    GE,
    /** At most: 以下, 以内, 不超过. */
    LE,
    /** Near: 左右, 约, 近. */
    APPROX;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The name in data files and JSON, in lower case. */
    public String code() {
        return code;
    }
}
