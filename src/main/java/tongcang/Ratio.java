package tongcang;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Objects;

/** An exact positive ratio in lowest terms, such as 2000/3 square metres to the mu (亩). */
public record Ratio(BigInteger numerator, BigInteger denominator) {

    /** One. */
    public static final Ratio ONE = new Ratio(BigInteger.ONE, BigInteger.ONE);

    public Ratio {
        Objects.requireNonNull(numerator, "numerator");
        Objects.requireNonNull(denominator, "denominator");
        if (numerator.signum() <= 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException("not a positive ratio: " + numerator + "/" + denominator);
        }
        BigInteger common = numerator.gcd(denominator);
        numerator = numerator.divide(common);
        denominator = denominator.divide(common);
    }

    /** A ratio of whole numbers. */
    public static Ratio of(long numerator, long denominator) {
        return new Ratio(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** Reads {@code 10000}, {@code 0.05} or {@code 2000/3}. */
    public static Ratio of(String text) {
        String[] parts = text.trim().split("/", 2);
        Ratio first = of(new BigDecimal(parts[0].trim()));
        return parts.length == 1 ? first : first.dividedBy(of(new BigDecimal(parts[1].trim())));
    }

    /** Exactly a decimal. */
    public static Ratio of(BigDecimal decimal) {
        BigDecimal scaled = decimal.scale() < 0 ? decimal.setScale(0) : decimal;
        return new Ratio(scaled.unscaledValue(), BigInteger.TEN.pow(scaled.scale()));
    }

    /** This times that. */
    public Ratio times(Ratio other) {
        return new Ratio(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** This over that. */
    public Ratio dividedBy(Ratio other) {
        return new Ratio(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** {@code value} times this, to {@code scale} decimals, halves away from zero. */
    public BigDecimal applyTo(BigDecimal value, int scale) {
        return value.multiply(new BigDecimal(numerator))
                .divide(new BigDecimal(denominator), scale, RoundingMode.HALF_UP);
    }

    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
