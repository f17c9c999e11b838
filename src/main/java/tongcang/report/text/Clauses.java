package tongcang.report.text;

import java.util.ArrayList;
import java.util.List;

/** Where sentences and clauses begin and end. */
public final class Clauses {
    private static final String SENTENCE_END = "。；;！!？?";
    private static final String CLAUSE_END = "，,：:";

    private Clauses() {}

    /** The sentences of a line as [start, end). */
    public static List<int[]> sentences(String line) {
        return split(line, new int[] {0, line.length()}, SENTENCE_END);
    }

    /** The clauses of a sentence as [start, end). */
    public static List<int[]> clauses(String line, int[] sentence) {
        return split(line, sentence, CLAUSE_END);
    }

    /** Whether nothing but a joint of a list stands there. */
    public static boolean isListJoint(String between) {
        String joint = between.strip();
        return joint.equals("、") || joint.equals("和") || joint.equals("与") || joint.equals("及");
    }

    private static List<int[]> split(String line, int[] span, String marks) {
        List<int[]> parts = new ArrayList<>();
        int start = span[0];
        int depth = 0;
        for (int i = span[0]; i < span[1]; i++) {
            char c = line.charAt(i);
            depth += c == '(' || c == '（' ? 1 : c == ')' || c == '）' ? -1 : 0;
            depth = Math.max(0, depth);
            boolean between = marks.indexOf(c) >= 0 && !(isDigit(line, i - 1) && isDigit(line, i + 1));
            if (between && (depth == 0 || SENTENCE_END.indexOf(c) >= 0)) {
                parts.add(new int[] {start, i});
                start = i + 1;
                depth = 0;
            }
        }
        if (start < span[1]) {
            parts.add(new int[] {start, span[1]});
        }
        return parts;
    }

    private static boolean isDigit(String line, int at) {
        return at >= 0 && at < line.length() && Character.isDigit(line.charAt(at));
    }
}
