package tongcang.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import tongcang.CodedKey;
import tongcang.Measure;
import tongcang.RawKey;

/** A clear label that no line of the catalogue claims makes an indicator by itself. */
class ProvisionalIndicatorsTest {
    private static final Coder CODER = new Coder(Codelists.load(Path.of("seeds/codelists")));

    private static CodedKey code(String department, String label, String measure, @Nullable String unit) {
        return CODER.code(new RawKey(
                department,
                "",
                label,
                Measure.valueOf(measure.toUpperCase(Locale.ROOT)),
                unit == null ? "" : unit,
                ""));
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/tongcang/coding/provisional.csv", numLinesToSkip = 1)
    void aClearLabelIsAnIndicator(
            String label,
            String measure,
            String unit,
            String name,
            String codedMeasure,
            @Nullable String members,
            String shown) {
        CodedKey coded = code("市统计局", label, measure, unit);

        assertThat(coded.isProvisional()).isTrue();
        assertThat(coded.provisional()).isNotNull();
        assertThat(coded.provisional().name()).isEqualTo(name);
        assertThat(coded.indicator()).matches("x_[0-9a-f]{12}");
        assertThat(coded.measure().code()).isEqualTo(codedMeasure);
        assertThat(coded.breakdown()).isEqualTo(members == null ? "" : members);
        assertThat(coded.reportingUnit()).isEqualTo(shown);
        assertThat(coded.obstacle()).isNull();
    }

    @Test
    void oneStatisticInOtherSpellingsUnitsAndDepartmentsIsOneIndicator() {
        String code = code("市统计局", "规上企业用工成本", "level", "万元").indicator();

        assertThat(code("市财政局", "规模以上企业用工成本", "level", "亿元").indicator()).isEqualTo(code);
        assertThat(code("市财政局", "其中：规上企业 用工成本", "level", "元").indicator()).isEqualTo(code);
        assertThat(code("市财政局", "合计 / 规上企业用工成本", "level", "元").indicator()).isEqualTo(code);
    }

    @Test
    void likeNamesInUnitsOfOtherDimensionsStayApart() {
        assertThat(code("甲", "节约用电的效益额", "level", "万元").indicator())
                .isNotEqualTo(code("乙", "节约用电的效益额", "level", "万千瓦时").indicator());
    }

    @ParameterizedTest
    @CsvSource({
        "小麦 / 面积, 亩",
        "面积, 亩",
        "其他支出, 万元",
        "其中：合计, 万元",
        "本年累计, 万元",
        "项目, 个",
        "投资额, 万元",
        "企业数, 家",
        "总量, 吨",
        "铁路, 万吨",
        "CA6221, 个",
        "12, 个",
        "全县企业用工成本, 万元"
    })
    void whatIsMeasuredOrOfWhatMustBeSaid(String label, String unit) {
        assertThat(code("市统计局", label, "level", unit).isProvisional()).isFalse();
    }

    @Test
    void aNumberWithoutAUnitWaitsForOneAndIsNoAmountInAnother() {
        CodedKey coded = code("市统计局", "规上企业用工成本", "level", "");

        assertThat(coded.isUnstated()).isTrue();
        assertThat(coded.indicator())
                .isNotEqualTo(code("市统计局", "规上企业用工成本", "level", "万元").indicator());
    }

    @Test
    void aPositionMakesNoIndicator() {
        assertThat(code("市统计局", "营商环境便利度指数", "rank", "位").isProvisional()).isFalse();
    }

    @Test
    void aLabelThatIsCataloguedKeepsTheCodeThatItWouldHave() {
        CodedKey coded = code("市统计局", "粮食产量", "level", "万吨");

        assertThat(coded.indicator()).isEqualTo("grain_output");
        assertThat(coded.isProvisional()).isFalse();
        assertThat(coded.provisional()).isNotNull();
    }
}
