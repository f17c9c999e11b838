package tongcang;

/** The place in a submission that states something, with its very words. */
public sealed interface Provenance {

    /** The words as they stand there. */
    String words();

    /** The place as a person would look it up: {@code 第7行 22–28列} or {@code Sheet1!B5}. */
    String place();

    /**
     * A span of running text.
     *
     * @param line 0-based line of the text as delivered
     * @param start 0-based column of the first character, in UTF-16 units
     * @param end column behind the last character; words that run into the next line are counted on over the line's
     *     end, which is one character of them
     */
    record TextSpan(int line, int start, int end, String words) implements Provenance {
        public TextSpan {
            if (line < 0 || start < 0 || end < start) {
                throw new IllegalArgumentException("no span: line " + line + " [" + start + "," + end + ")");
            }
        }

        @Override
        public String place() {
            long breaks = words.chars().filter(c -> c == '\n').count();
            String to = breaks == 0
                    ? "–" + end + "列"
                    : "列–第" + (line + 1 + breaks) + "行 " + (words.length() - words.lastIndexOf('\n') - 1) + "列";
            return "第" + (line + 1) + "行 " + (start + 1) + to;
        }
    }

    /**
     * A cell of a sheet.
     *
     * @param sheet the sheet's name as stored
     * @param cell A1 style
     */
    record Cell(String sheet, String cell, String words) implements Provenance {
        private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

        /** A, B … Z, AA …; {@code column} is 0-based. */
        public static String columnName(int column) {
            if (column < LETTERS.length()) {
                return LETTERS.substring(column, column + 1);
            }
            StringBuilder name = new StringBuilder();
            for (int c = column; c >= 0; c = c / 26 - 1) {
                name.insert(0, LETTERS.charAt(c % 26));
            }
            return name.toString();
        }

        @Override
        public String place() {
            return sheet + "!" + cell;
        }
    }

    /** The submission as a whole, or what is said of it: an encrypted file has no cell to point to. */
    record WholeFile(String words) implements Provenance {
        @Override
        public String place() {
            return "整个文件";
        }
    }
}
