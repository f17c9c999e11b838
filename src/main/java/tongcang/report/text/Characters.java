package tongcang.report.text;

/** Kinds of characters, and their plain forms. */
public final class Characters {
    private Characters() {}

    /**
     * A line in a clean form of the same length: full-width digits, letters and signs that stand in numbers become
     * half-width, digits of other scripts ours, so that columns stay true. Marks of sentences stay as they are.
     */
    static String clean(String line) {
        int length = line.length();
        for (int i = 0; i < length; i++) {
            if (clean(line.charAt(i)) != line.charAt(i)) {
                char[] chars = line.toCharArray();
                for (int j = i; j < length; j++) {
                    chars[j] = clean(chars[j]);
                }
                return new String(chars);
            }
        }
        return line;
    }

    private static char clean(char c) {
        if (c < 0xA0 || c > 0x3000 && c < 0xA000 && c != '㎡') {
            return c;
        }
        return switch (c) {
            case 0x3000, 0xA0, '\u202F' -> ' ';
            case '，', '；', '：', '！', '？', '（', '）' -> c;
            default ->
                c >= 0xFF01 && c <= 0xFF5E
                        ? (char) (c - 0xFF01 + '!')
                        : Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c;
        };
    }

    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    /** An ideograph or a mark as wide as one. */
    static boolean isWide(char c) {
        return c > 0x3000 && c < 0xA000
                || c >= 0xFF01 && c <= 0xFF60
                || c == '“'
                || c == '”'
                || c == '—'
                || c == '…'
                || c == '∶'
                || c == '·';
    }

    /** A space within a line, of any width; a tab is none, for it parts columns. */
    static boolean isSpace(char c) {
        return c == ' ' || c == 0xA0 || c == 0x202F || c >= 0x2000 && c <= 0x200A;
    }
}
