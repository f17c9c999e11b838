package tongcang.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class NumeralsTest {

    @ParameterizedTest
    @CsvFileSource(resources = "numerals.csv", numLinesToSkip = 1)
    void aNumeralHasItsValue(String text, BigDecimal value) {
        assertThat(Numerals.value(text)).hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo(value));
    }

    @Test
    void writtenInChineseAndReadAgainANumberIsTheSame() {
        Random random = new Random(11);
        for (int i = 0; i < 5000; i++) {
            long number = Math.floorMod(random.nextLong(), (long) Math.pow(10, 1 + random.nextInt(12)));
            assertThat(Numerals.value(chinese(number)))
                    .as(chinese(number))
                    .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo(BigDecimal.valueOf(number)));
        }
    }

    @Test
    void aThousandsSeparatorStandsBeforeThreeDigitsOnly() {
        assertThat(Numerals.arabicEnd("1,234亿", 0)).isEqualTo(5);
        assertThat(Numerals.arabicEnd("18,20家", 0)).isEqualTo(2);
        assertThat(Numerals.arabicEnd("3.5.1", 0)).isEqualTo(3);
    }

    private static String chinese(long number) {
        if (number == 0) {
            return "零";
        }
        String text = "";
        String[] sections = {"", "万", "亿"};
        boolean gap = false;
        for (int s = 2; s >= 0; s--) {
            long section = number / (long) Math.pow(10_000, s) % 10_000;
            if (section == 0) {
                gap = !text.isEmpty();
                continue;
            }
            boolean zero = !text.isEmpty() && (gap || section < 1000);
            text += (zero ? "零" : "") + section(section) + sections[s];
            gap = false;
        }
        return text;
    }

    private static String section(long section) {
        String text = "";
        boolean gap = false;
        for (int power = 3; power >= 0; power--) {
            int digit = (int) (section / (long) Math.pow(10, power) % 10);
            if (digit == 0) {
                gap = !text.isEmpty();
            } else {
                text += (gap ? "零" : "")
                        + "零一二三四五六七八九".charAt(digit)
                        + (power == 0 ? "" : "" + "十百千".charAt(power - 1));
                gap = false;
            }
        }
        return text;
    }
}
