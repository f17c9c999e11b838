package tongcang.quantity;

import java.util.List;
import java.util.Objects;
import tongcang.Ratio;

/**
 * A line of the unit codelist: a unit that is not composed of others.
 *
 * @param name its normal spelling: {@code 元}, {@code 公斤}
 * @param aliases other spellings: {@code 千克}, {@code kg}
 * @param dimension what it measures: {@code money}, {@code area}, or a product such as {@code length·mass}
 * @param toBase how many base units of the dimension one of it is
 */
public record SimpleUnit(String name, List<String> aliases, String dimension, Ratio toBase) {

    public SimpleUnit {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(dimension, "dimension");
        Objects.requireNonNull(toBase, "toBase");
        aliases = List.copyOf(aliases);
    }
}
