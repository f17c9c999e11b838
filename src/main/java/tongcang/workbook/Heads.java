package tongcang.workbook;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tongcang.quantity.Units;

/**
 * Reads the words of heads and labels, each text once: thousands of workbooks have the same. Safe for several threads.
 */
final class Heads {
    /** More than the workbooks of a bureau name; then all are forgotten. */
    private static final int MOST = 10_000;
    /** A longer text is a note or a sentence, and not worth keeping. */
    private static final int LONGEST = 100;

    private final Units units;
    private final Map<String, Head> read = new ConcurrentHashMap<>();

    /** {@code units} are those that heads may name. */
    Heads(Units units) {
        this.units = units;
    }

    Units units() {
        return units;
    }

    /** What the words say. */
    Head of(String words) {
        Head known = read.get(words);
        if (known != null) {
            return known;
        }
        Head head = Head.of(words, units);
        if (words.length() <= LONGEST) {
            if (read.size() >= MOST) {
                read.clear();
            }
            read.put(words, head);
        }
        return head;
    }
}
