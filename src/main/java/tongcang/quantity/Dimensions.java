package tongcang.quantity;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Products of simple dimensions in one spelling: {@code money/person}, {@code length·mass}. */
final class Dimensions {
    private final TreeMap<String, Integer> exponents = new TreeMap<>();

    /** Multiplies by a dimension's spelling, {@code exponent} times. */
    Dimensions times(String dimension, int exponent) {
        String[] sides = dimension.split("/", -1);
        for (int side = 0; side < sides.length; side++) {
            int sign = side == 0 ? exponent : -exponent;
            for (String simple : sides[side].split("·", -1)) {
                exponents.merge(simple, sign, (a, b) -> a + b == 0 ? null : a + b);
            }
        }
        return this;
    }

    /** The one spelling: simple names in order of the alphabet, those that divide behind {@code /}. */
    String spelled() {
        String above = side(1);
        String below = side(-1);
        return (above.isEmpty() ? "one" : above) + (below.isEmpty() ? "" : "/" + below);
    }

    private String side(int sign) {
        return exponents.entrySet().stream()
                .filter(e -> e.getValue() * sign > 0)
                .map(e -> repeated(e, sign))
                .collect(Collectors.joining("·"));
    }

    private static String repeated(Map.Entry<String, Integer> e, int sign) {
        return (e.getKey() + "·").repeat(e.getValue() * sign - 1) + e.getKey();
    }
}
