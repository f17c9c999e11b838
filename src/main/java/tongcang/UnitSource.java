package tongcang;

/** Where a figure's unit was stated; the earlier a constant stands here, the nearer it is and the sooner it wins. */
public enum UnitSource {
    /** In the cell itself, or in the running text. */
    CELL,
    /** In the label of the row. */
    ROW_HEAD,
    /** In the head of the column. */
    COLUMN_HEAD,
    /** In a row or column of its own (计量单位). */
    UNIT_COLUMN,
    /** In the table's caption or title (单位：亿元). */
    CAPTION,
    /** In the declared form. */
    FORM,
    /** In the sheet's or the file's name. */
    NAME,
    /** Nowhere. */
    NONE
}
