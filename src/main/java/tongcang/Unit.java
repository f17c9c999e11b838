package tongcang;

import java.util.Objects;

/**
 * A unit of measure, exact.
 *
 * @param code its normal spelling, magnitude first: {@code 亿元}, {@code 公斤/亩}, {@code %}
 * @param dimension what it measures, as a product of simple dimensions: {@code money}, {@code money/person},
 *     {@code percent}. Units of different dimensions never convert; 百分点 is not %, 亿美元 is not 亿元
 * @param toBase how many base units of the dimension one of it is: 10^8 for 亿元, 2000/3 for 亩
 */
public record Unit(String code, String dimension, Ratio toBase) {

    public Unit {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(dimension, "dimension");
        Objects.requireNonNull(toBase, "toBase");
    }

    /**
     * How many of {@code other} one of this is.
     *
     * @throws IllegalArgumentException if the two measure different things
     */
    public Ratio in(Unit other) {
        if (!dimension.equals(other.dimension)) {
            throw new IllegalArgumentException(
                    code + " (" + dimension + ") does not convert to " + other.code + " (" + other.dimension + ")");
        }
        return toBase.dividedBy(other.toBase);
    }
}
