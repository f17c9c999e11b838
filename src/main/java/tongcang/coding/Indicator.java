package tongcang.coding;

import java.util.List;
import tongcang.Unit;

/**
 * A line of {@code indicators.csv}.
 *
 * @param code lower-case ASCII, stable
 * @param name as the National Bureau of Statistics writes it, where it does
 * @param unit levels and increments are shown in it
 */
public record Indicator(
        String code, String name, List<String> aliases, String subject, Unit unit, Additivity additivity) {

    /** What may be added up. */
    public enum Additivity {
        /** A flow: adds over time and space. */
        FLOW,
        /** A stock: adds over space, not over time. */
        STOCK,
        /** A rate or index: never adds. */
        RATE
    }

    public Indicator {
        aliases = List.copyOf(aliases);
    }
}
