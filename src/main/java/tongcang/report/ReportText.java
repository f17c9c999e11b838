package tongcang.report;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a report, as delivered and in a clean form of the same length: full-width digits, letters and signs that
 * stand in numbers become half-width, so that columns stay true.
 */
record ReportText(List<String> lines, List<String> clean) {
    private static final String KEPT = "，。；：！？（）、“”‘’《》";

    /** Reads UTF-8 with or without a mark, else GB18030; empty where the bytes are no text. */
    static Optional<ReportText> decode(byte[] bytes) {
        return decode(bytes, StandardCharsets.UTF_8)
                .or(() -> decode(bytes, Charset.forName("GB18030")))
                .map(text -> text.startsWith("\uFEFF") ? text.substring(1) : text)
                .filter(ReportText::isText)
                .map(ReportText::of);
    }

    static ReportText of(String text) {
        List<String> lines = List.of(text.split("\r\n|\n|\r", -1));
        return new ReportText(lines, lines.stream().map(ReportText::clean).toList());
    }

    /** The words of a span as delivered. */
    String raw(int line, int start, int end) {
        return lines.get(line).substring(start, end);
    }

    private static boolean isText(String text) {
        long odd = text.chars().filter(c -> c == 0 || c == 0xFFFD || c < 9).count();
        return !text.isBlank() && odd * 100 <= text.length();
    }

    private static Optional<String> decode(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String clean(String line) {
        StringBuilder clean = new StringBuilder(line.length());
        for (int i = 0; i < line.length(); i++) {
            clean.append(clean(line.charAt(i)));
        }
        return clean.toString();
    }

    private static char clean(char c) {
        if (c < 0x80 || KEPT.indexOf(c) >= 0) {
            return c;
        }
        if (c == 0x3000 || c == 0xA0) {
            return ' ';
        }
        if (c >= 0xFF01 && c <= 0xFF5E || c == '㎡' || c == '％') {
            String normal = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
            return normal.length() == 1 ? normal.charAt(0) : c;
        }
        return c;
    }
}
