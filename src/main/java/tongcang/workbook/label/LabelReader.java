package tongcang.workbook.label;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tongcang.Unit;
import tongcang.quantity.Units;

/**
 * Reads the words of heads and labels, each text once: thousands of workbooks have the same. Safe for several threads.
 */
public final class LabelReader {
    /** More than the workbooks of a bureau name; then all are forgotten. */
    private static final int MOST = 10_000;
    /** A longer text is a note or a sentence, and not worth keeping. */
    private static final int LONGEST = 100;

    private final Units units;
    private final Map<String, LabelWords> read = new ConcurrentHashMap<>();

    /** {@code units} are those that heads may name. */
    public LabelReader(Units units) {
        this.units = units;
    }

    public Units units() {
        return units;
    }

    /** What the words say. */
    public LabelWords of(String words) {
        return of(words, "");
    }

    /** What the words say beside a column, or above a row, that gives this unit; empty where there is none. */
    public LabelWords of(String words, String unit) {
        String key = unit.isEmpty() ? words : words + '\t' + unit;
        LabelWords known = read.get(key);
        if (known != null) {
            return known;
        }
        LabelWords head = LabelWords.of(words, units.parse(unit).map(Unit::code).orElse(""), units);
        if (key.length() <= LONGEST) {
            if (read.size() >= MOST) {
                read.clear();
            }
            read.put(key, head);
        }
        return head;
    }
}
