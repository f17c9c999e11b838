package tongcang.workbook.table;

import java.util.List;

/**
 * A table found on a sheet. All rows and columns are 0-based.
 *
 * @param titles rows above its heads: titles, captions, the form's head
 * @param heads rows with the heads of its columns
 * @param rows rows with figures, and rows with a label alone that group them
 * @param stubs columns that name the rows
 * @param columns columns with figures
 * @param notes rows below it with notes, sources, signatures
 * @param beside whether other tables stand beside it, so that only words over its own columns are surely its own
 */
public record Table(
        List<Integer> titles,
        List<Integer> heads,
        List<Integer> rows,
        List<Integer> stubs,
        List<Integer> columns,
        List<Integer> notes,
        boolean beside) {
    public Table {
        titles = List.copyOf(titles);
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
        stubs = List.copyOf(stubs);
        columns = List.copyOf(columns);
        notes = List.copyOf(notes);
    }

    /** Its first column. */
    public int left() {
        return stubs.isEmpty() ? columns.get(0) : Math.min(stubs.get(0), columns.get(0));
    }

    /** Its last column. */
    public int right() {
        int last = columns.get(columns.size() - 1);
        return stubs.isEmpty() ? last : Math.max(last, stubs.get(stubs.size() - 1));
    }

    /** Its first row of heads, or of figures where it has no heads. */
    public int top() {
        return heads.isEmpty() ? rows.get(0) : heads.get(0);
    }

    /** Its last row of figures. */
    public int bottom() {
        return rows.get(rows.size() - 1);
    }
}
