package tongcang.report.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A paragraph of a report: one line of the file, or several that were one before they were set into pages.
 *
 * @param line 0-based line that it begins on
 * @param text its characters as delivered, without the line ends and spaces that setting put into it
 * @param clean the same, with half-width digits, letters and signs; of the same length
 * @param role what it is in the report
 * @param setting where its characters stand in the file; null where it is a line as it stands
 */
public record Paragraph(
        int line,
        String text,
        String clean,
        Role role,
        @Nullable Setting setting) {

    /** What a paragraph is in the report. */
    public enum Role {
        /** Text of the report: its figures are read. */
        BODY,
        /** A row of a table that lies flattened in the text, or a cell of it. */
        TABLE,
        /** A page number or running head. */
        PAGE,
        /** An explanation of a term or a footnote: its numbers define and state nothing. */
        DEFINITION
    }

    /**
     * Where the characters of a set paragraph stand. Offsets count from the start of its first line and on over line
     * ends, each as one character.
     */
    public static final class Setting {
        private final int[] offsets;
        private final int[] lineStarts;

        /**
         * Takes both arrays as its own.
         *
         * @param offsets of each character
         * @param lineStarts of its first line and all that follow up to its last
         */
        Setting(int[] offsets, int[] lineStarts) {
            this.offsets = offsets;
            this.lineStarts = lineStarts;
        }

        /** How many lines behind the first one an offset lies. */
        int line(int offset) {
            int found = Arrays.binarySearch(lineStarts, offset);
            return found >= 0 ? found : -found - 2;
        }

        int lineStart(int line) {
            return lineStarts[line];
        }
    }

    Paragraph as(Role other) {
        return new Paragraph(line, text, clean, other, setting);
    }

    /** Offset of a character from the start of the first line. */
    int offset(int at) {
        return setting == null ? at : setting.offsets[at];
    }
}
