package tongcang.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tongcang.CodedKey;
import tongcang.LabelDecision;
import tongcang.LabelDecision.NewIndicator;
import tongcang.LabelDecision.Reach;
import tongcang.LabelDecision.Refusal;
import tongcang.LabelMeaning;
import tongcang.Measure;
import tongcang.NameDecision;
import tongcang.RawKey;
import tongcang.UnknownLabel;
import tongcang.UnknownName;
import tongcang.UnknownName.Kind;

class TeachingTest {
    private static final NewIndicator HELP = new NewIndicator("助企活力指数", "改革开放", "助企活动的综合指数", "指数", "rate", "none");

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void codelists() throws IOException {
        try (Stream<Path> lists = Files.list(Path.of("seeds/codelists"))) {
            for (Path list : lists.toList()) {
                Files.copy(list, folder.resolve(list.getFileName()));
            }
        }
    }

    @Test
    void aChosenIndicatorGetsTheLabelAsAnAliasAndNoOtherLineChanges() throws IOException {
        List<String> before = Files.readAllLines(folder.resolve("indicators.csv"));

        assertThat(teach(decision(3, "全社会生产总量", "gdp", Reach.EVERYWHERE, "")).refused())
                .isEmpty();

        List<String> after = Files.readAllLines(folder.resolve("indicators.csv"));
        assertThat(after).hasSameSizeAs(before);
        assertThat(after.stream().filter(line -> !before.contains(line)))
                .singleElement()
                .asString()
                .startsWith("gdp,")
                .contains(";全社会生产总量,");
        assertThat(code("全社会生产总量", "市统计局", "").indicator()).isEqualTo("gdp");
    }

    @Test
    void aLabelMeansWhatADepartmentMeansOnlyThere() throws IOException {
        teach(decision(3, "总量指标", "gdp", Reach.DEPARTMENT, ""));

        assertThat(code("总量指标", "统计局", "").indicator()).isEqualTo("gdp");
        assertThat(code("总量指标", "统计局", "").rule()).isEqualTo("department");
        assertThat(code("总量指标", "财政局", "").indicator()).isNull();
    }

    @Test
    void aLabelMeansWhatAFormMeansOnlyThereAndCarriesItsMembers() throws IOException {
        teach(decision(3, "甲栏", "retail_sales", Reach.FORM, "area=urban"));

        CodedKey coded = code("甲栏", "商务局", "E204");
        assertThat(coded.indicator()).isEqualTo("retail_sales");
        assertThat(coded.breakdown()).isEqualTo("area=urban");
        assertThat(coded.rule()).isEqualTo("form");
        assertThat(code("甲栏", "商务局", "E205").indicator()).isNull();
    }

    @Test
    void namesAreTakenAsCodesAreAndItIsSaidHowManyFiguresFollow() throws IOException {
        assertThat(teach(decision(3, "甲栏", "社会消费品零售总额", Reach.FORM, "城镇;sex=female"))
                        .lines())
                .containsExactly("“甲栏” → retail_sales [area=urban;sex=female]（本表，labels.csv 的一行），5 个数值随之改编");
        assertThat(code("甲栏", "商务局", "E204").breakdown()).isEqualTo("area=urban;sex=female");
    }

    @Test
    void aLabelThatIsNotForUsMakesNoIndicatorWhereThatWasDecided() throws IOException {
        assertThat(code("食堂采购经费", "统计局", "E204").isProvisional()).isTrue();

        teach(decision(3, "食堂采购经费", LabelMeaning.NOT_FOR_US, Reach.DEPARTMENT, ""));

        CodedKey refused = code("食堂采购经费", "统计局", "E204");
        assertThat(refused.indicator()).isNull();
        assertThat(refused.rule()).isEqualTo("not_for_us");
        assertThat(refused.obstacle()).isEqualTo("coding.not-for-us");
        assertThat(code("食堂采购经费", "财政局", "E204").isProvisional()).isTrue();
        assertThat(teach(decision(3, "食堂采购经费", LabelMeaning.NOT_FOR_US, Reach.DEPARTMENT, ""))
                        .lines())
                .isEmpty();
    }

    @Test
    void aNewIndicatorBecomesALineAndTheLabelItsAlias() throws IOException {
        Teaching.Taught taught = teach(fresh(3, "民间助企活力指数", "help_index", HELP));

        assertThat(taught.refused()).isEmpty();
        assertThat(code("民间助企活力指数", "发改委", "").indicator()).isEqualTo("help_index");
        assertThat(code("助企活力指数", "发改委", "").indicator()).isEqualTo("help_index");
    }

    @ParameterizedTest
    @CsvSource({
        "REGION, 禹洲市, 禹州市, regions_own.csv, '411081,禹州市,禹洲市,county,411000,,,'",
        "REGION, 临颖, 411122, regions_own.csv, '411122,临颍县,临颖,county,411100,,,'",
        "REGION, 横向合计, -, ignored_regions.csv, 横向合计",
        "DEPARTMENT, 统计局办公室, 市统计局, departments.csv, 'stjj,市统计局,统计局;许昌市统计局;统计局办公室'",
        "UNIT, 公吨, 吨, units.csv, ';公吨,mass,1000,吨'",
        "MEMBER, 女生, sex=female, members.csv, 'sex,female,女,女性;女生'",
        "UNIT_OF_LABEL, 贷款余额, 亿元, label_units.csv, '贷款余额,stjj,,亿元'"
    })
    void anyNameIsTaughtByCodeOrName(Kind kind, String name, String choice, String file, String line)
            throws IOException {
        Teaching.Taught taught = teach(named(kind, name, choice));

        assertThat(taught.refused()).isEmpty();
        assertThat(taught.lines()).singleElement().asString().contains("“" + name + "” → ", "7 个数值随之改编");
        assertThat(Files.readString(folder.resolve(file))).contains(line);
        Codelists.load(folder);
    }

    @ParameterizedTest
    @CsvSource({
        "REGION, 甲地, 朝阳区, 同名的不止一个",
        "REGION, 甲地, 不知处, 不是地区代码或名称",
        "REGION, 甲地, G_EAST, region_groups.csv",
        "DEPARTMENT, 甲局, 乙局, departments.csv",
        "UNIT, 公吨, 万吨, 不带万、亿",
        "MEMBER, 甲, 乙, members.csv",
        "UNIT_OF_LABEL, 贷款余额, 亿贯, 不是已知的计量单位",
        "UNIT, 公吨, -, 不采用",
        "REGION, 甲;乙, 411081, 分号"
    })
    void aNameThatCannotBeTaughtIsRefusedAndNothingChanges(Kind kind, String name, String choice, String reason)
            throws IOException {
        List<String> before = all();

        assertThat(teach(named(kind, name, choice)).refused())
                .singleElement()
                .satisfies(r -> assertThat(r.reason()).contains(reason));
        assertThat(all()).isEqualTo(before);
    }

    private Teaching.Taught teach(NameDecision decision) throws IOException {
        return Teaching.apply(folder, List.of(), List.of(decision));
    }

    private static NameDecision named(Kind kind, String name, String choice) {
        return new NameDecision(3, new UnknownName(kind, name, "统计局", 7, List.of(), List.of()), choice);
    }

    @Test
    void theSameDecisionsAppliedTwiceChangeNothingMore() throws IOException {
        LabelDecision[] decisions = {
            fresh(3, "民间助企活力指数", "help_index", HELP), decision(4, "甲栏", "gdp", Reach.FORM, "area=urban")
        };
        teach(decisions);
        List<String> once = all();

        assertThat(teach(decisions).lines()).isEmpty();
        assertThat(all()).isEqualTo(once);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "社会消费品零售总额|gdp|EVERYWHERE||已经是指标“retail_sales”的名称或别名",
                "某种说法|no_such|EVERYWHERE||没有代码为“no_such”的指标",
                "某种说法|gdp|EVERYWHERE|area=moon|分组“area=moon”不在",
                "某种说法|population_resident|EVERYWHERE||不是同一量纲",
                "、、、|gdp|EVERYWHERE||只有标点",
                "社会消费品零售总额|-|EVERYWHERE||已经是指标“retail_sales”的名称或别名",
                "某种说法|-|EVERYWHERE|area=urban|不填分组",
            })
    void aContradictionToTheCodelistsIsRefusedWithRowAndReason(
            String label, String indicator, Reach reach, @Nullable String members, String reason) throws IOException {
        List<String> before = all();

        Teaching.Taught taught = teach(
                decision(3, "好的说法", "gdp", Reach.EVERYWHERE, ""),
                decision(7, label, indicator, reach, members == null ? "" : members));

        assertThat(taught.lines()).isEmpty();
        assertThat(taught.refused()).extracting(Refusal::row).containsExactly(7);
        assertThat(taught.refused().get(0).reason()).contains(reason);
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void twoRowsThatContradictEachOtherAreRefused() throws IOException {
        Teaching.Taught taught = teach(
                decision(3, "某种说法", "gdp", Reach.EVERYWHERE, ""),
                decision(9, "（某种说法）", "retail_sales", Reach.EVERYWHERE, ""));

        assertThat(taught.refused().get(0)).isEqualTo(new Refusal(9, "与第 3 行矛盾：同一说法“（某种说法）”选了“gdp”和“retail_sales”"));
    }

    @ParameterizedTest
    @CsvSource({
        "gdp,助企活力指数,指数,rate",
        "Help,助企活力指数,指数,rate",
        "help,地区生产总值,指数,rate",
        "help,a;b,指数,rate",
        "help,助企,亿贯,rate",
        "help,助企,指数,sum"
    })
    void aNewIndicatorThatCannotBeIsRefused(String code, String name, String unit, String additivity)
            throws IOException {
        List<String> before = all();
        NewIndicator made = new NewIndicator(name, "改革开放", "解释", unit, additivity, "none");

        assertThat(teach(fresh(3, "民间助企活力指数", code, made)).refused()).hasSize(1);
        assertThat(all()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"'=HYPERLINK(\"http://x\")'", "'甲,乙\"丙'", "'甲;乙'", "'甲 / 乙'"})
    void whatALabelHoldsStaysAText(String label) throws IOException {
        assertThat(teach(decision(3, label, "gdp", Reach.EVERYWHERE, "")).refused())
                .isEmpty();
        assertThat(code(label, "统计局", "").indicator()).isEqualTo("gdp");
    }

    @ParameterizedTest
    @CsvSource({"'甲\n乙'", "'甲\u202e乙'", "''"})
    void aLabelThatCannotStandInACodelistIsRefused(String label) throws IOException {
        assertThat(teach(decision(3, label, "gdp", Reach.EVERYWHERE, "")).refused())
                .hasSize(1);
    }

    private Teaching.Taught teach(LabelDecision... decisions) throws IOException {
        return Teaching.apply(folder, List.of(decisions), List.of());
    }

    private CodedKey code(String label, String department, String form) {
        return new Coder(Codelists.load(folder)).code(new RawKey(department, form, label, Measure.LEVEL, "亿元", ""));
    }

    private List<String> all() throws IOException {
        return List.of(
                Files.readString(folder.resolve("indicators.csv")), Files.readString(folder.resolve("labels.csv")));
    }

    private static LabelDecision decision(int row, String label, String indicator, Reach reach, String members) {
        return new LabelDecision(row, asked(label), indicator, reach, members, null);
    }

    private static LabelDecision fresh(int row, String label, String code, NewIndicator made) {
        return new LabelDecision(row, asked(label), code, Reach.EVERYWHERE, "", made);
    }

    private static UnknownLabel asked(String label) {
        return new UnknownLabel(
                label,
                "统计局",
                "E204",
                List.of("level"),
                List.of("亿元"),
                5,
                LocalDate.of(2023, 1, 20),
                List.of(),
                List.of());
    }
}
