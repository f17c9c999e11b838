package tongcang.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import tongcang.CodedKey;
import tongcang.InvalidFileException;
import tongcang.LabelMeaning;
import tongcang.Measure;
import tongcang.RawKey;

class CoderTest {
    private static final Path SEEDS = Path.of("seeds/codelists");

    private static final Coder CODER = new Coder(Codelists.load(SEEDS));

    @ParameterizedTest
    @CsvFileSource(resources = "labels.csv", numLinesToSkip = 1)
    void aLabelFindsItsIndicator(
            String label,
            String measure,
            String unit,
            String indicator,
            String codedMeasure,
            @Nullable String members,
            String rule) {
        CodedKey coded = code(label, measure, unit);

        assertThat(coded.indicator()).isEqualTo(indicator);
        assertThat(coded.measure().code()).isEqualTo(codedMeasure);
        assertThat(coded.breakdown()).isEqualTo(members == null ? "" : members);
        assertThat(coded.rule()).isEqualTo(rule);
        assertThat(coded.obstacle()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"城镇 / 产量", "其他支出", "铁路", "全县地区生产总值", "NM9559", "合计 / 面积"})
    void aLabelThatDoesNotSayWhatIsMeasuredIsProposedForAndNeverGuessed(String label) {
        CodedKey coded = code(label, "level", "亿元");

        assertThat(coded.indicator()).isNull();
        assertThat(coded.obstacle()).isEqualTo("coding.unknown-indicator");
        assertThat(coded.problems().get(0).message()).contains(label, "seeds/codelists/indicators.csv");
    }

    @ParameterizedTest
    @CsvSource({
        "地区生产总值, level, 亿, 亿元", // so many of what it is measured in
        "年末常住人口, level, 万, 万人",
        "医院数, level, , 个", // counted in ones
        "地区生产总值, level, , 未注明", // 亿元 or 万元: nobody says
        "年末常住人口, level, , 未注明",
        "地区生产总值, growth_rate, , 未注明",
    })
    void aUnitIsTheOneThatWordsSay(String label, String measure, @Nullable String written, String unit) {
        CodedKey coded = code(label, measure, written == null ? "" : written);

        assertThat(coded.unit().code()).isEqualTo(unit);
        assertThat(coded.obstacle()).isNull();
    }

    @Test
    void whatABreakdownSaysMoreExactlyIsNotSaidTwice() {
        RawKey key = new RawKey("市统计局", "", "新建商品住宅价格指数:环比", Measure.INDEX, "", "基期=上月=100");

        assertThat(CODER.code(key).indicator()).isEqualTo("house_price");
        assertThat(CODER.code(key).breakdown()).isEqualTo("index_base=prev_month");
    }

    @Test
    void aPersonTellsTheUnitThatASourceDoesNotWrite(@TempDir Path folder) throws IOException {
        copySeeds(folder);
        Files.writeString(
                folder.resolve("label_units.csv"),
                "label,department,form,unit\n地区生产总值,统计局,,亿元\n地区生产总值,,E204,万元\n规上企业用工成本,,,元\n");
        Coder coder = new Coder(Codelists.load(folder));

        assertThat(unit(coder, "市统计局", "", "地区生产总值", "")).isEqualTo("亿元");
        assertThat(unit(coder, "市统计局", "E204", "地区生产总值", "")).isEqualTo("万元");
        assertThat(unit(coder, "市统计局", "", "地区生产总值", "元")).isEqualTo("元");
        assertThat(unit(coder, "市财政局", "", "地区生产总值", "")).isEqualTo("未注明");
        assertThat(unit(coder, "市财政局", "", "规上企业用工成本", "")).isEqualTo("元");
    }

    private static String unit(Coder coder, String department, String form, String label, String unit) {
        return coder.code(new RawKey(department, form, label, Measure.LEVEL, unit, ""))
                .unit()
                .code();
    }

    @Test
    void aUnitPerHeadIsNoneOfATotal() {
        assertThat(code("地区生产总值", "level", "元/人").obstacle()).isEqualTo("coding.unit-mismatch");
    }

    @Test
    void aPartOfAnotherIndicatorIsNotThatIndicator() {
        assertThat(code("城镇常住居民 / 居民人均可支配收入 / 上四分位数", "level", "元").isProvisional())
                .isTrue();
    }

    @Test
    void aUnitOfAnotherKindIsAMismatch() {
        CodedKey coded = code("地区生产总值", "level", "万人");

        assertThat(coded.obstacle()).isEqualTo("coding.unit-mismatch");
        assertThat(coded.problems().get(0).expected()).isEqualTo("亿元");
    }

    @ParameterizedTest
    @CsvSource({
        "人口 / 出生人数 / 女, 人, 人口 / 出生人数",
        "工资总额 / 国有单位 / 采矿业 / 煤炭开采和洗选业, 千元, 工资总额",
        "R&D经费 / 政府资金, 万元, R&D经费 / 政府资金", // what is measured, and not of whom
        "货运量:铁路, 万吨, 货运量:铁路"
    })
    void whatIsMeasuredIsToldWithoutThoseOfWhomItIs(String label, String unit, String measured) {
        assertThat(CODER.withoutMembers(label, code(label, "level", unit))).isEqualTo(measured);
    }

    @Test
    void aGrowthRateInAnAmountIsAMismatch() {
        CodedKey coded = code("地区生产总值", "growth_rate", "亿元");

        assertThat(coded.obstacle()).isEqualTo("coding.unit-mismatch");
        assertThat(coded.problems().get(0).expected()).isEqualTo("%");
    }

    @Test
    void aMissingUnitIsNeverGuessed() {
        assertThat(code("地区生产总值", "level", "").isUnstated()).isTrue();
        assertThat(code("地区生产总值", "level", "").problems().get(0).rule()).isEqualTo("coding.no-unit");
        assertThat(code("地区生产总值", "level", "约").obstacle()).isEqualTo("coding.not-a-unit");
        assertThat(code("地区生产总值", "level", "亿贯").obstacle()).isEqualTo("coding.unknown-unit");
    }

    @Test
    void countersAlikeInScaleConvertButNotSilently() {
        CodedKey coded = code("高新技术企业数", "level", "个");

        assertThat(coded.obstacle()).isNull();
        assertThat(coded.reportingUnit()).isEqualTo("家");
        assertThat(coded.problems()).extracting(CodedKey.Problem::rule).containsExactly("coding.count-unit");
    }

    @ParameterizedTest
    @CsvSource({"10", "单位", "约", "1.5", "合计", "--"})
    void whatIsNoUnitIsSaidToBeNone(String unit) {
        CodedKey coded = code("地区生产总值", "level", unit);

        assertThat(coded.obstacle()).isEqualTo("coding.not-a-unit");
        assertThat(coded.problems().get(0).message()).contains("不是计量单位");
    }

    @Test
    void aForeignAmountWaitsForARate() {
        CodedKey coded = code("货物进出口总值", "level", "亿美元");

        assertThat(coded.exchange()).isEqualTo(new CodedKey.Exchange("美元", "average"));
        assertThat(coded.reportingUnit()).isEqualTo("亿元");
        assertThat(code("金融机构各项存款余额", "level", "万美元").exchange()).isEqualTo(new CodedKey.Exchange("美元", "end"));
        assertThat(code("货物进出口总值", "level", "亿元").exchange()).isNull();
        assertThat(code("实际利用外资", "level", "亿元").obstacle()).isEqualTo("coding.unit-mismatch");
    }

    @Test
    void aChangeInAmountIsShownInTheIndicatorsUnitAndOneInPointsAsItIs() {
        assertThat(code("一般公共预算收入", "change", "万元").reportingUnit()).isEqualTo("亿元");
        assertThat(code("常住人口城镇化率", "change", "个百分点").reportingUnit()).isEqualTo("百分点");
    }

    @Test
    void householdsAreNoPersons() {
        assertThat(code("城镇新增就业人数", "level", "户").obstacle()).isEqualTo("coding.unit-mismatch");
    }

    @Test
    void theWholeCountyIsNotTheCityAndTheWholeSocietyNotTheSurvey() {
        assertThat(code("全县地区生产总值", "level", "亿元").indicator()).isNull();
        assertThat(code("全社会固定资产投资", "level", "亿元").isProvisional()).isTrue();
    }

    @Test
    void aRateIsShownInItsOwnUnit() {
        CodedKey coded = code("地区生产总值", "growth_rate", "％");

        assertThat(coded.reportingUnit()).isEqualTo("%");
        assertThat(coded.toReporting()).hasToString("1");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "units.csv|元,圆,money,x,坏|to_base 'x' is no ratio",
                "indicators.csv|gdp2,地区生产总值,,综合实力,,亿元,flow,current,,,|is a name of two indicators",
                "indicators.csv|gdp,国民,,综合实力,,亿元,flow,current,,,|stands twice",
                "indicators.csv|zzz,某指标,,综合实力,,亿贯,flow,current,,,|unknown unit '亿贯'",
                "indicators.csv|zzz,某指标,,综合实力,,亿元,sum,current,,,|unknown additivity 'sum'",
                "regions.csv|41,某地,,city,,,,|expected six digits",
                "regions.csv|999999,某地,,city,888888,,,|unknown parent '888888'",
                "indicators.csv|zzz,某指标,,综合实力,,亿元,flow,current,maybe,,|additions 'maybe'",
                "indicators.csv|zzz,某指标,,综合实力,,亿元,flow,current,,9,3|low 9 is not below high 3",
                "indicators.csv|zzz,某指标,,综合实力,,亿元,flow,current,,much,|low 'much'",
                "regions.csv|999999,某地,,city,,17,,|valid_from '17'; expected a year",
                "regions.csv|999999,某地,,city,,,,999999|is replaced by itself",
                "labels.csv|甲,,E1,no_such,|unknown indicator 'no_such'",
                "labels.csv|甲,,E1,gdp,area=moon|unknown member 'area=moon'",
                "labels.csv|地区生产总值,,,retail_sales,|is a name of the indicator gdp already",
                "members.csv|area,urban,别的,|stands twice",
                "regions.csv|411003,建安区,,county,411000,2020,,|stands twice in the years from 2020",
                "regions_own.csv|411003,许昌县,,county,411000,,,|is '建安区' in regions.csv",
                "regions_own.csv|411003999,某镇,,township,411002,,,|expected the code's first 6 digits",
                "region_groups.csv|G_X,某带,,999999|unknown member '999999'",
                "exchange_rates.csv|亿贯,2022,average,6.5,某处|'亿贯' is no foreign currency",
                "exchange_rates.csv|美元,2022,average,6.5,某处|a second rate of 美元 2022 average",
                "exchange_rates.csv|欧元,那年,average,6.5,某处|period '那年'",
                "exchange_rates.csv|欧元,2022,average,0.0,某处|rate '0.0'",
                "departments.csv|stjj,某局,|stands twice",
                "source_priority.csv|nobody,5,|unknown department 'nobody'",
                "source_priority.csv|sczj,20,再|department 'sczj' stands twice",
                "units.csv|亿元,,money,1000,坏|'亿元' of the unit 亿元 is already 100000000 元",
                "regions.csv|419999 ,某地,,city,,,,|column 'region' has blanks around '419999'",
                "subjects.csv|economy2,综合实力,|subject '综合实力' stands twice",
                "subjects.csv|table,某主题,|subject 'table'; expected",
                "indicators.csv|select,某指标,,综合实力,,亿元,flow,current,,,|no word of SQL",
                "indicators.csv|gdp_growth_rate,某指标,,综合实力,,%,rate,none,,,|is named as a measure of another",
                "labels.csv|甲,,,gdp,area=urban;area=rural|two members of one dimension"
            })
    void aWrongLineStopsWithFileAndReason(String file, String line, String reason, @TempDir Path folder)
            throws IOException {
        copySeeds(folder);
        Files.writeString(folder.resolve(file), Files.readString(folder.resolve(file)) + line + "\n");

        assertThatThrownBy(() -> Codelists.load(folder))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("[seeds/codelists/" + file + "]")
                .hasMessageContaining(reason);
    }

    @Test
    void aCodelistThatIsNotUtf8IsNamed(@TempDir Path folder) throws IOException {
        copySeeds(folder);
        Path file = folder.resolve("regions.csv");
        Files.write(file, Files.readString(file).getBytes(Charset.forName("GBK")));

        assertThatThrownBy(() -> Codelists.load(folder))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("[seeds/codelists/regions.csv]")
                .hasMessageContaining("is not UTF-8");
    }

    @Test
    void whatAFormDeclaresGoesFirst() {
        Codelists lists = Codelists.load(SEEDS);
        lists.declare("seeds/forms/E204.yml", 3, new LabelMeaning("合计", "", "E204", "retail_sales", "area=urban"));
        Coder taught = new Coder(lists);

        CodedKey coded = taught.code(new RawKey("商务局", "E204", "合计", Measure.LEVEL, "亿元", ""));

        assertThat(coded.indicator()).isEqualTo("retail_sales");
        assertThat(coded.breakdown()).isEqualTo("area=urban");
        assertThat(coded.rule()).isEqualTo("form");
        assertThatThrownBy(
                        () -> lists.declare("seeds/forms/E204.yml", 4, new LabelMeaning("合计", "", "E204", "gdp", "")))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("[seeds/forms/E204.yml] line 4");
    }

    @Test
    void everyIndicatorIsWellMade() {
        assertThat(Codelists.load(SEEDS).indicators())
                .hasSizeGreaterThan(150)
                .allSatisfy(i -> assertThat(i.aliases()).doesNotContain(i.name()));
    }

    private CodedKey code(String label, String measure, String unit) {
        return CODER.code(new RawKey("市统计局", "", label, Measure.valueOf(measure.toUpperCase(Locale.ROOT)), unit, ""));
    }

    private static void copySeeds(Path folder) throws IOException {
        try (Stream<Path> lists = Files.list(SEEDS)) {
            for (Path list : lists.toList()) {
                Files.copy(list, folder.resolve(list.getFileName()));
            }
        }
    }
}
