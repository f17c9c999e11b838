package tongcang.workbook;

import java.util.List;

/**
 * A table found on a sheet. All rows and columns are 0-based.
 *
 * @param titles rows above its heads: titles, captions, the form's head
 * @param heads rows with the heads of its columns
 * @param rows rows with figures, and rows with a label alone that group them
 * @param stubs columns that name the rows
 * @param columns columns with figures
 */
record Table(
        List<Integer> titles, List<Integer> heads, List<Integer> rows, List<Integer> stubs, List<Integer> columns) {
    Table {
        titles = List.copyOf(titles);
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
        stubs = List.copyOf(stubs);
        columns = List.copyOf(columns);
    }
}
