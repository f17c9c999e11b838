package tongcang.report.numeral;

import org.jspecify.annotations.Nullable;

/**
 * A numeral of the text and what it is: the number of a figure, or one of the kinds of numerals that state none. No
 * numeral falls between.
 *
 * @param paragraph 0-based index of its paragraph
 * @param start 0-based column of its first character
 * @param end column behind its last character
 * @param text the numeral's own characters
 * @param kind what it is
 * @param mention the quantity, where it is one; else null
 */
public record Numeral(
        int paragraph,
        int start,
        int end,
        String text,
        Kind kind,
        @Nullable Mention mention) {

    /** The numeral at [start, end) of a text, without a quantity. */
    static Numeral of(int paragraph, String text, int start, int end, Kind kind) {
        return new Numeral(paragraph, start, end, text.substring(start, end), kind, null);
    }

    /** The same numeral as the number of a figure. */
    Numeral stating(Mention quantity) {
        return new Numeral(paragraph, start, end, text, Kind.FIGURE, quantity);
    }

    /** What a numeral is. */
    public enum Kind {
        /** The number of a figure. */
        FIGURE("数值"),
        /** A further number of the figure before: the other end of a range, a further term of a ratio. */
        PART("同一数值的一部分"),
        /** A year, month or day. */
        DATE("时间"),
        /** Part of a name, slogan, version, event, policy, road or class. */
        NAME("名称、口号、编号等"),
        /** Numbering of a list or a heading. */
        ORDINAL("序号"),
        /** A word that has a numeral's character in it. */
        WORD("词语"),
        /** A number without a unit or with one that is not known. */
        BARE("没有单位的数字"),
        /** In a table that lies flattened in the text. */
        CELL("表中的数字"),
        /** Part of a page number or running head. */
        PAGE("页码、页眉或页脚"),
        /** In an explanation of a term or a footnote. */
        DEFINITION("名词解释或脚注中的数字"),
        /** Longer than any number that a report states. */
        ENDLESS("过长的数字串");

        private final String chinese;

        Kind(String chinese) {
            this.chinese = chinese;
        }

        /** Whether it may be a figure that nothing here could read. */
        public boolean isDoubtful() {
            return this == BARE || this == ENDLESS;
        }

        /** As shown to a statistician. */
        public String chinese() {
            return chinese;
        }
    }
}
