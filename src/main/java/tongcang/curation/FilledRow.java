package tongcang.curation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import tongcang.InvalidFileException;

/**
 * A row of a filled form. It is untrusted: columns may be moved, cells may hold anything.
 *
 * @param number of the row, 1-based
 */
record FilledRow(int number, List<String> heads, List<String> cells) {

    /**
     * The rows below the heads that are filled in.
     *
     * @param file its name, for errors
     * @param rows texts of the sheet's cells, row by row from the first
     * @param key head of what is told
     * @param choice head of what must be filled in
     * @param command that writes such sheets
     * @throws InvalidFileException if it has not those heads
     */
    static List<FilledRow> of(String file, List<List<String>> rows, String key, String choice, String command) {
        int head = 0;
        while (head < rows.size() && !new HashSet<>(rows.get(head)).containsAll(List.of(key, choice))) {
            head++;
        }
        if (head == rows.size()) {
            throw new InvalidFileException(
                    file,
                    0,
                    "no row with the heads '" + key + "' and '" + choice + "'; expected a sheet written by: "
                            + command);
        }
        List<FilledRow> filled = new ArrayList<>();
        for (int r = head + 1; r < rows.size(); r++) {
            FilledRow row = new FilledRow(r + 1, rows.get(head), rows.get(r));
            if (!row.get(choice).isEmpty()) {
                filled.add(row);
            }
        }
        return filled;
    }

    /** What stands under a head, without blanks around it. */
    String get(String head) {
        return cell(head).strip();
    }

    /** What stands under a head as it is. */
    String cell(String head) {
        int at = heads.indexOf(head);
        return at < 0 || at >= cells.size() ? "" : cells.get(at);
    }
}
