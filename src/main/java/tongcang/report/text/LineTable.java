package tongcang.report.text;

import java.util.List;

/**
 * A table that lies flattened in a text: title and caption, where there are, then heads and rows.
 *
 * @param rows its cells; those of a row stand from the first column on, an empty one has an empty text
 */
public record LineTable(List<List<Cell>> rows) {

    /**
     * A cell of it.
     *
     * @param line 0-based
     * @param start 0-based column of its first character
     * @param words without blanks around them; may be empty
     */
    public record Cell(int line, int start, String words) {
        /** An empty cell, on the line of its row. */
        static Cell empty(int line) {
            return new Cell(line, 0, "");
        }

        /** A whole line as one cell. */
        static Cell of(int line, String text) {
            return new Cell(line, text.indexOf(text.strip()), text.strip());
        }

        /** Column behind its last character. */
        public int end() {
            return start + words.length();
        }
    }

    public LineTable {
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** The line of its first cell that is no title and no caption. */
    public int first() {
        return body().get(0).get(0).line();
    }

    /** Rows that are heads or hold figures. */
    public List<List<Cell>> body() {
        return rows.stream().dropWhile(row -> row.size() == 1).toList();
    }
}
