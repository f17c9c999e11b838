package tongcang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tongcang.Figure;
import tongcang.Ratio;
import tongcang.Status;
import tongcang.Unit;

/** Numbers of any length come out as exact arithmetic says, whether the database reckons them in 64 bits or in 128. */
class ExactValuesTest extends SmallWarehouse {
    private static final Map<String, Unit> UNITS = Map.of("亿元", YI, "万元", WAN_YUAN, "万亩", MU, "公顷", HECTARE);

    @Test
    void valuesAreRoundedOnceAndHalvesGoAwayFromZero() {
        Random random = new Random(11);
        List<Figure> figures = new ArrayList<>();
        List<String> units = List.copyOf(UNITS.keySet());
        for (int i = 0; i < 600; i++) {
            String unit = units.get(random.nextInt(units.size()));
            BigInteger digits = new BigInteger(1 + random.nextInt(38), random);
            BigDecimal number = new BigDecimal(random.nextBoolean() ? digits : digits.negate(), random.nextInt(10));
            figures.add(figure(
                    unit.endsWith("元") ? "地区生产总值" : "粮食面积", number.toPlainString(), unit, "2022", Status.ACTUAL));
        }
        send("市统计局", "2023-01-20", figures.toArray(Figure[]::new));

        List<List<String>> rows =
                rows("SELECT value_text, unit_text, value, value_canonical, tolerance FROM fact_observation");
        assertThat(rows).hasSize(600);
        assertThat(rows).allSatisfy(row -> {
            BigDecimal number = new BigDecimal(row.get(0));
            Unit unit = UNITS.get(row.get(1));
            Unit shown = unit.dimension().equals("money") ? YI : MU;
            assertThat(row.get(2)).isEqualTo(times(number, unit.in(shown), 6));
            assertThat(row.get(3)).isEqualTo(times(number, unit.toBase(), 10));
            BigDecimal half = BigDecimal.valueOf(5, number.scale() + 1);
            assertThat(row.get(4)).isEqualTo(times(half, unit.in(shown), 6));
        });
    }

    private static String times(BigDecimal number, Ratio ratio, int places) {
        return number.multiply(new BigDecimal(ratio.numerator()))
                .divide(new BigDecimal(ratio.denominator()), places, RoundingMode.HALF_UP)
                .toPlainString();
    }
}
