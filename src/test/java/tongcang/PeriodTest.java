package tongcang;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({
        "2022, 2022-01-01, 2022-12-31, YEAR, 2022年, 2021",
        "2022-S2, 2022-07-01, 2022-12-31, HALF, 2022年下半年, 2021-S2",
        "2022-Q3, 2022-07-01, 2022-09-30, QUARTER, 2022年三季度, 2021-Q3",
        "2024-02, 2024-02-01, 2024-02-29, MONTH, 2024年2月, 2023-02",
        "2022-01/2022-06, 2022-01-01, 2022-06-30, CUMULATIVE, 2022年1—6月, 2021-01/2021-06",
        "2023-01/2023-02, 2023-01-01, 2023-02-28, CUMULATIVE, 2023年1—2月, 2022-01/2022-02",
        "2017/2022, 2017-01-01, 2022-12-31, SPAN, 2017—2022年, 2016/2021",
        "2022-09/2023-08, 2022-09-01, 2023-08-31, SCHOOL_YEAR, 2022—2023学年, 2021-09/2022-08",
        "2022-01-01, 2022-01-01, 2022-01-01, POINT, 2022年1月1日, 2021-01-01"
    })
    void aCodeSaysStartEndAndKind(
            String code, LocalDate start, LocalDate end, Period.Kind kind, String chinese, String yearEarlier) {
        Period period = Period.of(code).orElseThrow();

        assertThat(period.code()).isEqualTo(code);
        assertThat(period.start()).isEqualTo(start);
        assertThat(period.end()).isEqualTo(end);
        assertThat(period.kind()).isEqualTo(kind);
        assertThat(period.chinese()).isEqualTo(chinese);
        assertThat(period.yearEarlier().code()).isEqualTo(yearEarlier);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "22",
                "2022-13",
                "2022-Q5",
                "2022-S3",
                "2022/2017",
                "2022-06/2023-02",
                "2022-09/2024-08",
                "2022-06/2022-02",
                "2022-02-30",
                "2022-Q1/2022",
                "二〇二二"
            })
    void whatIsNoPeriodHasNoCode(String code) {
        assertThat(Period.of(code)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "2022, A, period", "2022-S1, S, period", "2022-Q3, Q, period", "2022-06, M, period",
        "2022-01/2022-06, M, cumulative", "2017/2022, A, span", "2022-09/2023-08, A, period", "2022-01-01, D, point"
    })
    void aPeriodSaysHowOftenItComesAndHowItIsCounted(String code, String frequency, String counting) {
        Period period = Period.of(code).orElseThrow();

        assertThat(period.frequency()).isEqualTo(frequency);
        assertThat(period.counting()).isEqualTo(counting);
    }

    @Test
    void oneYearOfASpanIsThatYear() {
        assertThat(Period.span(2022, 2022)).isEqualTo(Period.year(2022));
        assertThat(Period.months(2022, 1, 12)).isEqualTo(Period.year(2022));
        assertThat(Period.months(2022, 3, 3)).isEqualTo(Period.month(2022, 3));
    }
}
