package tongcang.coding;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tongcang.Unit;

/**
 * A line of {@code indicators.csv}.
 *
 * @param code lower-case ASCII, stable
 * @param name as the National Bureau of Statistics writes it, where it does
 * @param unit levels and increments are shown in it
 * @param additions whether it counts what was added in a period (城镇新增就业人数), so that an increment of it is its level
 * @param low least plausible level in {@code unit}; null where none can be said
 * @param high greatest plausible level in {@code unit}; null where none can be said
 */
public record Indicator(
        String code,
        String name,
        List<String> aliases,
        String subject,
        Unit unit,
        Additivity additivity,
        boolean additions,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high) {

    /** What may be added up. */
    public enum Additivity {
        /** A flow: adds over time and space. */
        FLOW,
        /** A stock: adds over space, not over time. */
        STOCK,
        /** A rate, a mean (per head, a price) or an index: never adds. */
        RATE
    }

    public Indicator {
        aliases = List.copyOf(aliases);
        if (low != null && high != null && low.compareTo(high) >= 0) {
            throw new IllegalArgumentException("low " + low + " is not below high " + high);
        }
    }

    /** Its name and its aliases. */
    List<String> names() {
        return Stream.concat(Stream.of(name), aliases.stream()).toList();
    }
}
