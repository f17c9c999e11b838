package tongcang.workbook;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Cell texts in one spelling. */
final class Texts {
    private static final Pattern BETWEEN_IDEOGRAPHS =
            Pattern.compile("(?<=[\\u4e00-\\u9fff（(）)])\\s+(?=[\\u4e00-\\u9fff（(）)])");

    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u200b\\ufeff]+");

    private Texts() {}

    /** Half-width, single spaces, none between Chinese characters. */
    static String clean(String text) {
        if (isClean(text)) {
            return text;
        }
        String s = SPACES.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll(" ")
                .strip();
        return BETWEEN_IDEOGRAPHS.matcher(s).replaceAll("");
    }

    /** Most texts are: nothing but ideographs and visible ASCII. */
    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '!' || c > '~') && (c < '\u4e00' || c > '\u9fff')) {
                return false;
            }
        }
        return true;
    }

    /** Of a bilingual text the Chinese words; a text in one language as it is. */
    static String chinese(String text) {
        return hasIdeograph(text)
                ? text.replaceAll("(?<=[\\u4e00-\\u9fff)）]) ?[A-Za-z][A-Za-z ,.'()&-]{2,}$", "")
                        .replaceAll(" ?\\([A-Za-z ,%‰]+\\)$", "")
                        .strip()
                : text;
    }

    /** Whether a text is of English words; a sign such as GDP or M2 is not. */
    static boolean isEnglish(String text) {
        return !hasIdeograph(text) && text.matches(".*[a-z]{3}.*");
    }

    static boolean hasIdeograph(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '\u4e00' && text.charAt(i) <= '\u9fff') {
                return true;
            }
        }
        return false;
    }

    static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }
}
