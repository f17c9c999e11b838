package tongcang.workbook;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** Cell texts in one spelling. */
final class Texts {
    private static final Pattern BETWEEN_IDEOGRAPHS =
            Pattern.compile("(?<=[\\u4e00-\\u9fff（(）)])\\s+(?=[\\u4e00-\\u9fff（(）)])");

    private Texts() {}

    /** Half-width, single spaces, none between Chinese characters. */
    static String clean(String text) {
        String s = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\u00a0\\u200b\\ufeff]+", " ")
                .strip();
        return BETWEEN_IDEOGRAPHS.matcher(s).replaceAll("");
    }

    static boolean hasIdeograph(String text) {
        return text.chars().anyMatch(c -> c >= 0x4e00 && c <= 0x9fff);
    }
}
