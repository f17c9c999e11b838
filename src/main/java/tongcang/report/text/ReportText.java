package tongcang.report.text;

import java.util.List;
import tongcang.Provenance;

/**
 * A report's text: the lines as the file gives them, and the paragraphs that they make.
 *
 * @param lines as delivered
 * @param paragraphs in the order of their first lines
 * @param tables that lie flattened in the lines; theirs are paragraphs of the role {@link Paragraph.Role#TABLE}
 */
public record ReportText(List<String> lines, List<Paragraph> paragraphs, List<LineTable> tables) {

    public static ReportText of(String text) {
        List<String> lines = List.of(text.split("\r\n|\n|\r", -1));
        List<LineTable> tables = LineTables.of(lines);
        return new ReportText(lines, Definitions.mark(Paragraphs.of(lines, tables)), tables);
    }

    /** Place and very words of the characters [start, end) of a paragraph. */
    public Provenance.TextSpan span(Paragraph paragraph, int start, int end) {
        Paragraph.Setting setting = paragraph.setting();
        if (setting == null || end == start) {
            int from = paragraph.offset(start);
            return span(paragraph.line(), from, from + end - start);
        }
        int from = paragraph.offset(start);
        int line = setting.line(from);
        int lineStart = setting.lineStart(line);
        return span(paragraph.line() + line, from - lineStart, paragraph.offset(end - 1) + 1 - lineStart);
    }

    private Provenance.TextSpan span(int line, int start, int end) {
        String first = lines.get(line);
        if (end <= first.length()) {
            return new Provenance.TextSpan(line, start, end, first.substring(start, end));
        }
        StringBuilder words = new StringBuilder(first).delete(0, start);
        for (int next = line + 1; words.length() < end - start; next++) {
            words.append('\n').append(lines.get(next));
        }
        words.setLength(end - start);
        return new Provenance.TextSpan(line, start, end, words.toString());
    }
}
