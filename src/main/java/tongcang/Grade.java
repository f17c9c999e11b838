package tongcang;

import java.util.Locale;

/** How well a reading is founded (可靠程度), from the firmest to the weakest. */
public enum Grade {
    /** A form, or a layout that a person approved, says so. */
    DECLARED("已声明"),
    /** The arithmetic of the file confirms it. */
    PROVEN("已验证"),
    /** Words at the figure's own row, column, caption or title say it, and no other reading competes. */
    STATED("已写明"),
    /** It comes from afar, or two readings compete. */
    INFERRED("推断"),
    /** Something in the source cannot be true with it. */
    CONTRADICTED("有矛盾");

    private final String code = name().toLowerCase(Locale.ROOT);
    private final String chinese;

    Grade(String chinese) {
        this.chinese = chinese;
    }

    /** The name in data files and JSON, in lower case. */
    public String code() {
        return code;
    }

    /** What a statistician reads. */
    public String chinese() {
        return chinese;
    }

    /** The grade of that code. */
    public static Grade of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** The weaker of two. */
    public Grade weaker(Grade other) {
        return compareTo(other) < 0 ? other : this;
    }
}
