package tongcang.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeWordsTest {

    @ParameterizedTest
    @CsvSource({
        "二〇二一年夏粮生产, 2021",
        "2020—2021学年, 2020-09/2021-08",
        "2021年前三季度, 2021-01/2021-09",
        "2016年1-3季度, 2016-01/2016-09",
        "202103, 2021-03",
        "20210331, 2021-03",
        "2022年3月31日, 2022-03",
        "2021年第三季度, 2021-Q3",
        "2016-2020年年均增长, 2016/2020"
    })
    void aTimeIsReadWithItsYear(String words, String code) {
        assertThat(PeriodWords.first(words))
                .hasValueSatisfying(found -> assertThat(found.period().code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({"一季度, 2021-Q1", "上半年, 2021-S1", "前三季度, 2021-01/2021-09", "1—8月, 2021-01/2021-08", "12月末, 2021-12"})
    void aTimeWithoutAYearIsReadInTheYearOfItsTable(String words, String code) {
        assertThat(PeriodWords.in(words, 2021))
                .hasValueSatisfying(found -> assertThat(found.period().code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({
        "本月, CURRENT, NONE",
        "1-本月, CUMULATIVE, NONE",
        "本年累计, CUMULATIVE, NONE",
        "上年同期, NONE, YEAR_EARLIER",
        "去年同期累计, CUMULATIVE, YEAR_EARLIER",
        "本年实际, NONE, THIS_YEAR",
        "上年, NONE, LAST_YEAR",
        "上月, CURRENT, PREVIOUS",
        "比上年同期增长%, NONE, NONE",
        "较上月增减, NONE, NONE",
        "地区生产总值, NONE, NONE"
    })
    void aTimeIsToldByItsRelationToThatOfTheTable(String words, RelativeTime.Span span, RelativeTime.Shift shift) {
        assertThat(RelativeTime.of(words)).isEqualTo(new RelativeTime(span, shift));
    }
}
