package tongcang.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodWordsTest {

    @ParameterizedTest
    @CsvSource({
        "2023年1—2月, 2023-01/2023-02",
        "2023年上半年, 2023-S1",
        "2022年度, 2022",
        "2022年末, 2022",
        "2022年初, 2022-01-01",
        "2022—2023学年, 2022-09/2023-08",
        "2022/23学年, 2022-09/2023-08",
        "2022学年, 2022-09/2023-08",
        "2017—2022年, 2017/2022",
        "“十三五”时期, 2016/2020",
        "十四五期间, 2021/2025",
        "一五时期, 1953/1957"
    })
    void aTimeInWordsHasACode(String words, String code) {
        assertThat(PeriodWords.first(words).orElseThrow().period().code()).isEqualTo(code);
    }
}
