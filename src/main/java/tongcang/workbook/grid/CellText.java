package tongcang.workbook.grid;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Cell texts in one spelling. */
public final class CellText {
    private static final Pattern BETWEEN_IDEOGRAPHS =
            Pattern.compile("(?<=[\\u4e00-\\u9fff（(）)])\\s+(?=[\\u4e00-\\u9fff（(）)])");

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u200b\\ufeff]+");

    private static final Pattern ENGLISH_BEHIND = Pattern.compile(
            "(?<=[\\u4e00-\\u9fff)）%]) ?(?=.*[a-z]{2})(?:10[0, ]*)?[A-Za-z][A-Za-z\\d ,.'()&=%/:;~-]{2,}$");
    private static final Pattern ENGLISH_ASIDE = Pattern.compile(" ?\\([A-Za-z ,%‰]+\\)$");
    private static final Pattern ENGLISH_WORD = Pattern.compile("[a-z]{3}");

    private CellText() {}

    /** Half-width, single spaces, none between Chinese characters. */
    public static String clean(String text) {
        if (isClean(text)) {
            return text;
        }
        String s = SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip();
        return BETWEEN_IDEOGRAPHS.matcher(s).replaceAll("");
    }

    /** Most texts are: nothing but ideographs and visible ASCII. */
    public static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '!' || c > '~') && !isIdeograph(c)) {
                return false;
            }
        }
        return true;
    }

    /** Of a bilingual text the Chinese words; a text in one language as it is. */
    public static String chinese(String text) {
        if (!hasIdeograph(text)) {
            return text;
        }
        String chinese = ENGLISH_BEHIND.matcher(text).replaceAll("");
        return ENGLISH_ASIDE.matcher(chinese).replaceAll("").strip();
    }

    /** Whether a text is of English words; a sign such as GDP or M2 is not. */
    public static boolean isEnglish(String text) {
        return !hasIdeograph(text) && ENGLISH_WORD.matcher(text).find();
    }

    public static boolean isIdeograph(int c) {
        return c >= '\u4e00' && c <= '\u9fff';
    }

    public static boolean hasIdeograph(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isIdeograph(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    public static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }
}
