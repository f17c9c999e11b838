package tongcang.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words of reports and tables, a byte each: a change of one byte is a change of one word, which no change of one byte of
 * an encoded Chinese text is.
 */
public final class Words {
    private static final Pattern CODE = Pattern.compile("\\\\u([0-9A-F]{4})");
    private static final List<String> WORDS = load(Path.of("src/fuzz/words.txt"));

    private Words() {}

    /** The word of a byte. */
    public static String of(byte b) {
        return WORDS.get((b & 0xFF) % WORDS.size());
    }

    /** The words of some bytes, with nothing between. */
    public static String of(byte[] bytes, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(of(bytes[i]));
        }
        return text.toString();
    }

    /** The bytes whose words come nearest to a text: what no word holds is left out. */
    public static byte[] bytes(String text) {
        List<String> longest = WORDS.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        List<Byte> bytes = new ArrayList<>();
        for (int at = 0; at < text.length(); ) {
            int start = at;
            String word =
                    longest.stream().filter(w -> text.startsWith(w, start)).findFirst().orElse("");
            if (!word.isEmpty()) {
                bytes.add((byte) WORDS.indexOf(word));
            }
            at += Math.max(1, word.length());
        }
        byte[] all = new byte[bytes.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = bytes.get(i);
        }
        return all;
    }

    private static List<String> load(Path file) {
        try {
            List<String> words = Files.readAllLines(file).stream()
                    .filter(line -> !line.startsWith("# "))
                    .flatMap(line -> Stream.of(line.split(" ")))
                    .map(Words::unescaped)
                    .toList();
            if (words.size() > 256) {
                throw new IllegalStateException(file + ": " + words.size() + " words; a byte names 256");
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unescaped(String word) {
        String text = CODE.matcher(word)
                .replaceAll(m -> java.util.regex.Matcher.quoteReplacement(
                        Character.toString(Integer.parseInt(m.group(1), 16))));
        return text.replace("\\n", "\n").replace("\\r", "\r").replace("\\t", "\t").replace("\\f", "\f").replace("\\s", " ");
    }
}
