package tongcang.quantity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import tongcang.Ratio;
import tongcang.Unit;
import tongcang.coding.Codelists;

class UnitsTest {
    private static final List<String> SIMPLE = List.of(
            "元", "美元", "人", "人次", "户", "个", "家", "亩", "公顷", "平方米", "吨", "公斤", "斤", "立方米", "公里", "千瓦时", "吨标准煤", "天");
    private static final List<String> MAGNITUDES = List.of("", "十", "百", "千", "万", "十万", "百万", "千万", "亿", "百亿", "万亿");

    private static final Units UNITS =
            Codelists.load(Path.of("seeds/codelists")).units();

    @ParameterizedTest
    @CsvFileSource(resources = "units.csv", numLinesToSkip = 1)
    void aUnitIsReadHoweverItIsSpelled(String text, String code, String dimension, String toBase) {
        assertThat(UNITS.parse(text)).contains(new Unit(code, dimension, Ratio.of(toBase)));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "no-units.csv", numLinesToSkip = 1)
    void whatIsNoUnitIsNotTakenForOne(String text) {
        assertThat(UNITS.parse(text)).isEmpty();
    }

    @Test
    void aUnitsCodeReadsAsTheSameUnit() {
        for (Unit unit : someUnits(500)) {
            assertThat(UNITS.parse(unit.code())).as(unit.code()).contains(unit);
        }
    }

    @Test
    void thereAndBackIsTheSameRatio() {
        List<Unit> some = someUnits(400);
        int pairs = 0;
        for (Unit a : some) {
            for (Unit b : some) {
                if (a.dimension().equals(b.dimension())) {
                    assertThat(a.in(b).times(b.in(a))).isEqualTo(Ratio.ONE);
                    pairs++;
                }
            }
        }
        assertThat(pairs).isGreaterThan(1000);
    }

    @Test
    void noUnitConvertsToAnotherDimension() {
        List<Unit> some = someUnits(200);
        for (Unit a : some) {
            for (Unit b : some) {
                if (!a.dimension().equals(b.dimension())) {
                    assertThatThrownBy(() -> a.in(b)).hasMessageContaining("does not convert");
                }
            }
        }
    }

    @Test
    void percentIsNotPercentagePointsAndDollarsAreNotYuan() {
        assertThat(UNITS.parse("%").orElseThrow().dimension())
                .isNotEqualTo(UNITS.parse("百分点").orElseThrow().dimension());
        assertThat(UNITS.parse("亿美元").orElseThrow().dimension())
                .isNotEqualTo(UNITS.parse("亿元").orElseThrow().dimension());
        assertThat(UNITS.parse("家").orElseThrow().dimension())
                .isNotEqualTo(UNITS.parse("个").orElseThrow().dimension());
    }

    @Test
    void fiveHundredKilosToTheMuAreSevenAndAHalfTonsToTheHectare() {
        Ratio ratio = UNITS.parse("公斤/亩").orElseThrow().in(UNITS.parse("吨/公顷").orElseThrow());
        assertThat(ratio.applyTo(new BigDecimal("500"), 6)).isEqualByComparingTo("7.5");
    }

    @Test
    void theLongestUnitAtAPlaceIsFound() {
        assertThat(UNITS.lengthAt("3850亿元，", 4)).isEqualTo(2);
        assertThat(UNITS.lengthAt("19微克/立方米", 2)).isEqualTo(6);
        assertThat(UNITS.lengthAt("吨标准煤", 0)).isEqualTo(4);
        assertThat(UNITS.lengthAt("地区", 0)).isZero();
        assertThat(UNITS.lengthAt("元//10万", 0)).isEqualTo(1);
        assertThat(UNITS.lengthAt("万人/1/10万", 0)).isEqualTo(2);
    }

    @Test
    void aNameOfTwoUnitsIsRefused() {
        SimpleUnit one = new SimpleUnit("元", List.of("块"), "money", Ratio.ONE);
        SimpleUnit two = new SimpleUnit("张", List.of("块"), "count.张", Ratio.ONE);
        assertThatThrownBy(() -> new Units(List.of(one, two))).hasMessageContaining("'块' is a name of two units");
    }

    @Test
    void aUnitThatIsNamedAsAMultipleOfAnotherIsThatMultiple() {
        SimpleUnit yuan = new SimpleUnit("元", List.of(), "money", Ratio.ONE);
        SimpleUnit right = new SimpleUnit("万元", List.of(), "money", Ratio.of(10_000, 1));
        SimpleUnit wrong = new SimpleUnit("圆", List.of("万元"), "money", Ratio.of(1000, 1));

        assertThat(new Units(List.of(yuan, right)).parse("万元").orElseThrow().toBase())
                .isEqualTo(right.toBase());
        assertThatThrownBy(() -> new Units(List.of(yuan, wrong)))
                .hasMessageContaining("'万元' of the unit 圆 is already 10000 元");
    }

    private List<Unit> someUnits(int count) {
        Random random = new Random(7);
        List<Unit> some = new ArrayList<>();
        while (some.size() < count) {
            String text = factor(random);
            text = random.nextInt(3) == 0 ? text + "/" + factor(random) : text;
            text = random.nextInt(6) == 0 ? text + "·" + factor(random) : text;
            some.add(UNITS.parse(text).orElseThrow());
        }
        return some;
    }

    private static String factor(Random random) {
        return MAGNITUDES.get(random.nextInt(MAGNITUDES.size())) + SIMPLE.get(random.nextInt(SIMPLE.size()));
    }
}
