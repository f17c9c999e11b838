package tongcang.coding;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Spellings of a codelist, each of one entry only. */
final class Spellings<T> {
    private final String kind;
    private final Map<String, T> entries = new HashMap<>();

    /** {@code kind} is the plural that an error says: {@code indicators}. */
    Spellings(String kind) {
        this.kind = kind;
    }

    /**
     * Adds a spelling.
     *
     * @param name as the file has it, for the error
     * @throws IllegalArgumentException if it is a name of another entry already
     */
    void add(String spelling, String name, T entry) {
        T other = entries.putIfAbsent(spelling, entry);
        if (other != null && !other.equals(entry)) {
            throw new IllegalArgumentException(
                    "'" + name + "' is a name of two " + kind + ": " + other + " and " + entry);
        }
    }

    Optional<T> find(String spelling) {
        return Optional.ofNullable(entries.get(spelling));
    }

    Map<String, T> all() {
        return Collections.unmodifiableMap(entries);
    }
}
