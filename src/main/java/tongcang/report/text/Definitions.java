package tongcang.report.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paragraphs that explain terms. Their rule: numbers in an appendix 名词解释 and in footnotes define what a word means and
 * state nothing of a place and a time; they are named and are no figures.
 */
public final class Definitions {
    /** Heads an appendix of explanations; a list of contents names it too, but in the first quarter of the text. */
    private static final Pattern HEAD = Pattern.compile("[^。，,]{0,20}(?:名词|用语|术语)(?:解释|注释|说明|释义)[^。，,]{0,6}|注释|注解");
    /** Heads another appendix. */
    private static final Pattern OTHER = Pattern.compile("附(?:件|表|录)\\s*\\d{0,2}\\s*[:：]?[^。]{0,30}");

    private static final Pattern FOOTNOTE = Pattern.compile("\\s*([\\[〔【]\\d{1,3}[\\]〕】]|[①-⑳])\\s*\\S.*");
    private static final Pattern MARK = Pattern.compile("[\\[〔【]\\d{1,3}[\\]〕】]|[①-⑳]");
    private static final Pattern NOTE = Pattern.compile("\\s*[（(*＊]?注\\s*\\d{0,2}\\s*[:：].*");

    private Definitions() {}

    /** The same paragraphs, those that explain terms marked. */
    static List<Paragraph> mark(List<Paragraph> paragraphs) {
        int head = head(paragraphs);
        Set<String> marks = new HashSet<>();
        List<Paragraph> marked = new ArrayList<>();
        boolean appendix = false;
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph paragraph = paragraphs.get(i);
            String words = paragraph.clean().strip();
            appendix = i == head
                    || appendix
                            && !(OTHER.matcher(words).matches()
                                    && !HEAD.matcher(words).matches());
            boolean defines = paragraph.role() == Paragraph.Role.BODY && (appendix || isFootnote(words, marks));
            marked.add(defines ? paragraph.as(Paragraph.Role.DEFINITION) : paragraph);
        }
        return marked;
    }

    /** WordList without the marks that refer to footnotes. */
    public static String withoutMarks(String words) {
        boolean marked = words.indexOf('[') >= 0 || words.indexOf('〔') >= 0 || words.indexOf('【') >= 0;
        boolean circled = words.chars().anyMatch(c -> c >= '①' && c <= '⑳');
        return marked || circled ? MARK.matcher(words).replaceAll("") : words;
    }

    /** The last head of explanations behind the first quarter of the text; -1 where there is none. */
    private static int head(List<Paragraph> paragraphs) {
        long all = paragraphs.stream().mapToLong(p -> p.text().length()).sum();
        long before = 0;
        int head = -1;
        for (int i = 0; i < paragraphs.size(); i++) {
            Paragraph paragraph = paragraphs.get(i);
            if (before * 4 >= all
                    && paragraph.text().length() < 40
                    && HEAD.matcher(paragraph.clean().replaceAll("\\s", "")).matches()) {
                head = i;
            }
            before += paragraph.text().length();
        }
        return head;
    }

    /** A paragraph that begins with a mark which stands in the text before it, or with 注. */
    private static boolean isFootnote(String words, Set<String> marks) {
        Matcher note = FOOTNOTE.matcher(words);
        if (note.matches() && marks.contains(note.group(1))
                || NOTE.matcher(words).matches()) {
            return true;
        }
        Matcher mark = MARK.matcher(words);
        while (mark.find()) {
            if (mark.start() > 0) {
                marks.add(mark.group());
            }
        }
        return false;
    }
}
