package tongcang.cli.sql;

import java.util.ArrayList;
import java.util.List;

/** Where SQL statements end: at a semicolon that stands in no text, name or comment. */
public final class SqlText {
    private SqlText() {}

    /** The statements of a text, each without its semicolon; what no semicolon ends comes last. */
    static List<String> statements(String text) {
        List<String> statements = new ArrayList<>();
        int start = 0;
        for (int end = end(text, start); end >= 0; end = end(text, start)) {
            addNonBlank(statements, text.substring(start, end));
            start = end + 1;
        }
        addNonBlank(statements, text.substring(start));
        return statements;
    }

    /** Whether a text ends with a whole statement. */
    public static boolean isWhole(String text) {
        int start = 0;
        for (int end = end(text, start); end >= 0; end = end(text, start)) {
            start = end + 1;
        }
        return start > 0 && text.substring(start).isBlank();
    }

    private static void addNonBlank(List<String> statements, String text) {
        if (!text.isBlank()) {
            statements.add(text.strip());
        }
    }

    /** Index of the semicolon that ends the statement from {@code start} on, or -1. */
    private static int end(String text, int start) {
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ';') {
                return i;
            }
            i = closing(text, i, c);
            if (i < 0) {
                return -1;
            }
        }
        return -1;
    }

    /** Index of the last character of what {@code opening} opens at {@code i}; {@code i} where it opens nothing; -1 if open. */
    private static int closing(String text, int i, char opening) {
        if (opening == '\'' || opening == '"') {
            return text.indexOf(opening, i + 1);
        }
        if (text.startsWith("--", i)) {
            return text.indexOf('\n', i);
        }
        if (text.startsWith("/*", i)) {
            int end = text.indexOf("*/", i + 2);
            return end < 0 ? -1 : end + 1;
        }
        return i;
    }
}
