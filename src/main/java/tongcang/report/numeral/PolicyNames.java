package tongcang.report.numeral;

import java.util.regex.Pattern;
import tongcang.report.text.Characters;

/** PolicyNames that are called by the number of their articles: 稳就业20条. */
final class PolicyNames {
    private static final Pattern POLICY = Pattern.compile("稳[\\u4e00-\\u9fa5]{1,4}$|[”政策]$");
    private static final Pattern MARK = Pattern.compile("[，,、。；;\\d]");
    /** How far before a number the policy before it in a list can stand. */
    private static final int REACH = 24;

    private PolicyNames() {}

    /** Whether a number is that of a policy's articles, or of one in a list with such a policy. */
    static boolean isName(String text, int start, int end) {
        if (isArticles(text, start, end)) {
            return true;
        }
        int from = Math.max(0, start - REACH);
        int joint = from + text.substring(from, start).lastIndexOf("条、");
        int number = joint;
        while (number > from && Characters.isDigit(text.charAt(number - 1))) {
            number--;
        }
        return joint >= from
                && text.startsWith("条", end)
                && !MARK.matcher(text.substring(joint + 2, start)).find()
                && isArticles(text, number, joint);
    }

    private static boolean isArticles(String text, int start, int end) {
        boolean articles = text.startsWith("条", end)
                && (end + 1 == text.length() || "、，,。；;和等”".indexOf(text.charAt(end + 1)) >= 0);
        return articles
                && POLICY.matcher(text.substring(Math.max(0, start - 6), start)).find();
    }
}
