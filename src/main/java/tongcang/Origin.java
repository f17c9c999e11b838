package tongcang;

import java.util.Locale;

/** Where a source says something of a figure, from the nearest to the farthest; what a reading's grade is found from. */
public enum Origin {
    /** In the cell itself. */
    CELL,
    /** In the words at the number, in its own clause. */
    PHRASE,
    /** In the label of the row. */
    ROW,
    /** In the heads of the column. */
    COLUMN,
    /** In a row or column of units. */
    UNIT_ROW,
    /** In a line above the table. */
    CAPTION,
    /** In the title of a table or text. */
    TITLE,
    /** In the declared form. */
    FORM,
    /** In the sentence, or carried on within it. */
    SENTENCE,
    /** In the heading of the section, or by its place in the text. */
    SECTION,
    /** In a note below the table. */
    NOTE,
    /** Follows from what else is said: growth is in percent, an index number has no unit. */
    MEANING,
    /** In a column beside its own. */
    NEIGHBOUR,
    /** In the sheet's name. */
    SHEET_NAME,
    /** In the file's name. */
    FILE_NAME,
    /** On the sheet before. */
    OTHER_SHEET,
    /** Given by the operator with the job. */
    JOB,
    /** Nothing says it; it is what is usual. */
    DEFAULT,
    /** Nowhere. */
    NONE,
    /** Read before it was written down. */
    UNKNOWN;

    private final String code = name().toLowerCase(Locale.ROOT);

    /** The name in data files and JSON, in lower case. */
    public String code() {
        return code;
    }

    /** The farther of two: what is put together of both is no nearer. */
    public Origin farther(Origin other) {
        return compareTo(other) < 0 ? other : this;
    }

    /** Where a unit was stated, as evidence. */
    public static Origin of(UnitSource source) {
        return switch (source) {
            case CELL -> CELL;
            case ROW_HEAD -> ROW;
            case COLUMN_HEAD -> COLUMN;
            case UNIT_COLUMN -> UNIT_ROW;
            case CAPTION -> CAPTION;
            case FORM -> FORM;
            case NAME -> FILE_NAME;
            case NONE -> NONE;
        };
    }
}
