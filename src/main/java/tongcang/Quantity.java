package tongcang;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A number as its source wrote it, with the unit as written. The number's scale is the decimals shown.
 *
 * @param value the number in {@code unit}, signed for changes ({@code 下降18%} is -18); the lower end of a range; the
 *     first term of a ratio
 * @param high the upper end of a range ({@code 4—5个}), else null
 * @param ratio the further terms of a ratio ({@code 2.9∶1} has {@code [1]}), else empty
 * @param unit as written, its magnitude kept ({@code 亿元}, {@code 万人}, {@code 个百分点}); empty where none is stated
 * @param comparator how the true value stands to the number
 */
public record Quantity(
        BigDecimal value, @Nullable BigDecimal high, List<BigDecimal> ratio, String unit, Comparator comparator) {

    public Quantity {
        Objects.requireNonNull(value, "value");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(comparator, "comparator");
        ratio = List.copyOf(ratio);
        if (high != null && !ratio.isEmpty()) {
            throw new IllegalArgumentException("a range of ratios: " + value + ".." + high + " " + ratio);
        }
    }

    /** A plain number with its unit. */
    public static Quantity of(BigDecimal value, String unit) {
        return new Quantity(value, null, List.of(), unit, Comparator.EQ);
    }

    /** The number as text without exponent; a ratio as {@code 8.7∶41.2∶50.1}. */
    public String valueText() {
        if (ratio.isEmpty()) {
            return value.toPlainString();
        }
        return Stream.concat(Stream.of(value), ratio.stream())
                .map(BigDecimal::toPlainString)
                .collect(Collectors.joining("∶"));
    }
}
