package tongcang.workbook;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tongcang.Unit;
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
        return of(words, "");
    }

    /** What the words say beside a column, or above a row, that gives this unit; empty where there is none. */
    Head of(String words, String unit) {
        String key = unit.isEmpty() ? words : words + '\t' + unit;
        Head known = read.get(key);
        if (known != null) {
            return known;
        }
        Head head = Head.of(words, units.parse(unit).map(Unit::code).orElse(""), units);
        if (key.length() <= LONGEST) {
            if (read.size() >= MOST) {
                read.clear();
            }
            read.put(key, head);
        }
        return head;
    }
}
