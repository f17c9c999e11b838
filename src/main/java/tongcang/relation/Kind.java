package tongcang.relation;

import java.util.Locale;

/** What ties a result to its parts. */
public enum Kind {
    /** The parts add up to the result. */
    SUM,
    /** The first part less the others. */
    DIFFERENCE,
    /** The parts' mean. */
    AVERAGE,
    /** The first part by the second, as a fraction or in percent. */
    RATIO,
    /** The second part by the first, less one: this by last, as a fraction or in percent. */
    GROWTH,
    /** The running total before, the first part, and what is added, the second. */
    CUMULATIVE;

    /** The stable code of the kind. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
