package tongcang.job.intake;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The name of a delivered file. To Linux a name is bytes. An archive packed under a Chinese Windows leaves them in GBK, which
 * Java's paths keep and open, and lose only where they are made a text.
 *
 * @param shown as a person reads it, with {@code /} between folders
 * @param spelled as ids have spelled it from the first; different names may be spelled alike
 * @param exact never the same for two names
 */
record SourceName(String shown, String spelled, String exact) {
    private static final Charset GBK = Charset.forName("GBK");
    private static final int HEX = 16;

    /** What no name holds: it keeps bytes and texts apart. */
    private static final String NEVER = "\0";

    /** Of a path below the input folder. */
    static SourceName of(Path relative) {
        return new SourceName(
                joined(relative, SourceName::shown),
                relative.toString().replace('\\', '/'),
                joined(relative, SourceName::exact));
    }

    /** Of a path that the job has as a text. */
    static SourceName of(String path) {
        return new SourceName(path, path, path);
    }

    /** Whether all of it is text as Java's files have it; else it must be opened by another name. */
    static boolean isText(Path path) {
        return Path.of(path.toString()).equals(path);
    }

    /** Whether its id is spelled as it is shown. */
    boolean isPlain() {
        return spelled.equals(shown);
    }

    /** The name of one file or folder as a person reads it: what is neither UTF-8 nor GBK as {@code \xB1} for each byte. */
    static String shown(Path segment) {
        return isText(segment) ? segment.toString() : gbk(bytes(segment)).orElseGet(() -> escaped(bytes(segment)));
    }

    private static String exact(Path segment) {
        return isText(segment) ? segment.toString() : NEVER + escaped(bytes(segment));
    }

    private static String joined(Path relative, Function<Path, String> text) {
        return StreamSupport.stream(relative.spliterator(), false).map(text).collect(Collectors.joining("/"));
    }

    private static Optional<String> gbk(byte[] bytes) {
        try {
            return Optional.of(GBK.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static String escaped(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte each : bytes) {
            text.append(each >= 0 ? String.valueOf((char) each) : String.format(Locale.ROOT, "\\x%02X", each));
        }
        return text.toString();
    }

    /** Java gives a path's bytes as an address, percent-encoded, and nowhere else. */
    private static byte[] bytes(Path segment) {
        String address = Path.of("/").resolve(segment).toUri().getRawPath();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 1; i < address.length(); i++) {
            char next = address.charAt(i);
            if (next == '%') {
                bytes.write(Integer.parseInt(address.substring(i + 1, i + 1 + 2), HEX));
                i += 2;
            } else if (next != '/') { // stands behind what is a folder
                bytes.write(next);
            }
        }
        return bytes.toByteArray();
    }
}
