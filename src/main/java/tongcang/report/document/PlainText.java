package tongcang.report.document;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes to text: UTF-8 with or without a mark, UTF-16 with one, else GB18030. */
final class PlainText {
    private static final Charset GB18030 = Charset.forName("GB18030");
    /** Of so many characters one may be damaged, and the charset still holds. */
    private static final int SOUND = 200;
    /** Stands in for what could not be decoded. */
    static final char DAMAGED = '\uFFFD';

    private PlainText() {}

    /** The text; empty where the bytes are none. */
    static Optional<String> decode(byte[] bytes) {
        return marked(bytes)
                .or(() -> strictly(bytes, StandardCharsets.UTF_8))
                .or(() -> leniently(bytes, StandardCharsets.UTF_8))
                .or(() -> strictly(bytes, GB18030))
                .or(() -> leniently(bytes, GB18030))
                .filter(PlainText::isText);
    }

    private static Optional<String> marked(byte[] bytes) {
        int first = bytes.length > 1 ? (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF : 0;
        if (first == 0xFEFF || first == 0xFFFE) {
            return Optional.of(new String(bytes, StandardCharsets.UTF_16));
        }
        boolean utf8 = first == 0xEFBB && bytes.length > 2 && (bytes[2] & 0xFF) == 0xBF;
        return utf8 ? Optional.of(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8)) : Optional.empty();
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
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

    /** A text with a damaged byte here and there is still in its charset: in another one it would be noise. */
    private static Optional<String> leniently(byte[] bytes, Charset charset) {
        String text = new String(bytes, charset);
        long damaged = text.chars().filter(c -> c == DAMAGED).count();
        long foreign = text.chars().filter(c -> c > 0x7F).count();
        return damaged * SOUND <= foreign ? Optional.of(text) : Optional.empty();
    }

    private static boolean isText(String text) {
        long odd = text.chars().filter(c -> c < '\t' || c == DAMAGED).count();
        return odd * 100 <= text.length();
    }
}
