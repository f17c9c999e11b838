package tongcang;

import java.util.List;
import java.util.Objects;

/**
 * How a sheet of a workbook is laid out, in words that hold for every month: what the next one like it is compared with.
 *
 * @param sheet its name
 * @param title of its first table, without numbers, times and places; empty where it has none
 * @param file names of file and sheet, without numbers, times and places, joined by {@code /}
 * @param fingerprint of the whole (版式指纹)
 * @param heads title, heads and row labels from the top and the left, each with a word before it for what it is
 *     ({@link #TITLE}, {@link #STUB}, {@link #COLUMN}, {@link #ROW}); without numbers, times and places
 */
public record SheetLayout(String sheet, String title, String file, String fingerprint, List<String> heads) {
    /** Begins the words of a title. */
    public static final String TITLE = "表题 ";
    /** Begins the head of a column that names the rows. */
    public static final String STUB = "行头 ";
    /** Begins the head of a column of figures. */
    public static final String COLUMN = "列头 ";
    /** Begins the label of a row. */
    public static final String ROW = "行名 ";

    public SheetLayout {
        Objects.requireNonNull(sheet, "sheet");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(fingerprint, "fingerprint");
        heads = List.copyOf(heads);
    }
}
