package tongcang.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongcang.Evidence;
import tongcang.Figure;
import tongcang.Origin;
import tongcang.coding.Codelists;
import tongcang.quantity.Units;
import tongcang.support.Limits;

/** Where each field of a figure was said goes with it. */
class EvidenceTest {
    private static final Units UNITS =
            Codelists.load(Path.of("seeds/codelists")).units();

    @TempDir
    Path folder;

    @Test
    void theNearestWordsOfEachFieldAreItsEvidence() throws IOException {
        Evidence evidence = first("2022年收支.csv", "许昌市2022年财政收支", "单位：万元", "项目,本年", "一般公共预算收入,123", "税收收入,99");
        assertThat(evidence)
                .extracting(Evidence::unit, Evidence::period, Evidence::region, Evidence::label)
                .containsExactly(Origin.CAPTION, Origin.TITLE, Origin.TITLE, Origin.ROW);
    }

    @Test
    void whatOnlyTheNameOfTheSheetSaysIsSaidThere() throws IOException {
        Evidence evidence = first("2022年各业产值.csv", "项目,产值（万元）", "农业,123", "林业,99");
        assertThat(evidence)
                .extracting(Evidence::unit, Evidence::period, Evidence::region)
                .containsExactly(Origin.COLUMN, Origin.SHEET_NAME, Origin.NONE);
    }

    @Test
    void twoUnitsThatCompeteAreADoubt() throws IOException {
        Evidence evidence = first("a.csv", "2022年产量", "品名（吨）,数量（公斤）", "粮食（吨）,123", "油料（吨）,99");
        assertThat(evidence.doubtCodes()).isEqualTo("unit.rival");
        assertThat(evidence.rivals()).contains("吨", "公斤");
    }

    @Test
    void theFiguresOfASheetKeepItsFingerprintWhichIsTheSameNextMonth() throws IOException {
        List<Figure> january = read("a.csv", "许昌市2022年1月工业", "指标,产值（万元）", "采矿业,123", "纺织业,99");
        List<Figure> february = read("b.csv", "许昌市2022年2月工业", "指标,产值（万元）", "采矿业,7", "纺织业,8");
        List<Figure> other = read("c.csv", "许昌市2022年2月工业", "指标,利润（万元）", "采矿业,7", "纺织业,8");

        assertThat(layouts(january)).hasSize(1).doesNotContain("").isEqualTo(layouts(february));
        assertThat(layouts(other)).doesNotContainAnyElementsOf(layouts(january));
    }

    private static Set<String> layouts(List<Figure> figures) {
        return figures.stream().map(f -> f.context().layout()).collect(Collectors.toSet());
    }

    private Evidence first(String name, String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
        return new WorkbookReader(UNITS, Limits.DEFAULT)
                .read(file, name).figures().stream()
                        .findFirst()
                        .map(Figure::evidence)
                        .orElseThrow();
    }

    @Test
    void growthThatFitsItsLevelsProvesMeasureUnitAndTimes() throws IOException {
        List<Figure> figures = read(
                "a.csv",
                "许昌市2022年工业",
                "行业,2022年（万元）,2021年（万元）,增长（%）",
                "采矿业,1100,1000,10.0",
                "纺织业,2460,2000,23.0",
                "食品业,3150,3000,5.0",
                "烟草业,4300,4000,7.5");
        assertThat(doubts(figures, "D3")).isEqualTo("measure.growth-holds period.growth-holds unit.growth-holds");
        assertThat(doubts(figures, "B3")).isEqualTo("period.growth-holds");
    }

    @Test
    void aLevelThatDoesNotFitWhereTheOthersDoIsContradicted() throws IOException {
        List<Figure> figures = read(
                "a.csv",
                "许昌市2022年工业",
                "行业,2022年（万元）,2021年（万元）,增长（%）",
                "采矿业,1100,1000,10.0",
                "纺织业,246,2000,23.0",
                "食品业,3150,3000,5.0",
                "烟草业,4300,4000,7.5");
        assertThat(doubts(figures, "B4")).contains("value.growth-fails");
        assertThat(doubts(figures, "B5")).doesNotContain("value.growth-fails");
    }

    @Test
    void realGrowthBesideNominalLevelsProvesAndRefutesNothing() throws IOException {
        List<Figure> figures = read(
                "a.csv",
                "许昌市2022年生产总值",
                "地区,2022年（亿元）,2021年（亿元）,增长（%）",
                "禹州市,110,100,6.1",
                "长葛市,246,200,5.2",
                "襄城县,315,300,2.7");
        assertThat(figures).allMatch(f -> !f.evidence().doubtCodes().contains("growth"));
    }

    @Test
    void sharesOfTheWholeProveMeasureAndUnitOfSharesAlone() throws IOException {
        List<Figure> figures = read(
                "a.csv",
                "许昌市2022年各行业产值",
                "行业,产值（万元）,比重（%）",
                "合计,10653,100",
                "采矿业,1100,10.33",
                "纺织业,2246,21.08",
                "食品业,3107,29.17",
                "烟草业,4200,39.43");
        assertThat(doubts(figures, "C4")).isEqualTo("measure.share-holds unit.share-holds");
        assertThat(doubts(figures, "C5")).isEqualTo("measure.share-holds unit.share-holds");
        assertThat(doubts(figures, "B4")).doesNotContain("share");
    }

    @Test
    void runningTotalsProveHowTheirTimeIsCounted() throws IOException {
        List<Figure> figures = read(
                "a.csv",
                "许昌市2022年工业",
                "指标,1-2月（万元）,3月（万元）,1-3月（万元）",
                "采矿业产值,1103,871,1974",
                "纺织业产值,2462,1307,3769",
                "食品业产值,3154,1599,4753");
        assertThat(doubts(figures, "B3")).contains("period.total-holds");
        assertThat(doubts(figures, "D5")).contains("period.total-holds");
    }

    @Test
    void aTotalOfPartsProvesTheUnitThatOneOfThemIsSaidToHave() throws IOException {
        List<Figure> figures = read(
                "2022年产量（吨）.csv", "许昌市2022年各县区产量", "县区,小麦产量,玉米产量", "建安区,1103,871", "禹州市,2462,1307", "合计,3565,2178");
        assertThat(doubts(figures, "B3")).doesNotContain("sum-holds"); // the file's name alone says it
        figures =
                read("a.csv", "许昌市2022年各县区产量", "单位：吨", "县区,小麦产量,玉米产量", "建安区,1103,871", "禹州市,2462,1307", "合计,3565,2178");
        assertThat(doubts(figures, "B4")).isEqualTo("unit.sum-holds");
        assertThat(doubts(figures, "C6")).isEqualTo("unit.sum-holds");
    }

    @Test
    void shuffledNumbersProveNothing() throws IOException {
        Random random = new Random(16);
        int proven = 0;
        for (int i = 0; i < 200; i++) {
            List<Integer> numbers = random.ints(15, 1000, 9999).boxed().toList();
            List<String> lines = new ArrayList<>(List.of("许昌市2022年工业", "行业,2022年（万元）,2021年（万元）,增长（%）"));
            for (int row = 0; row < 5; row++) {
                lines.add((row == 4 ? "合计" : "行业" + row) + "," + numbers.get(3 * row) + "," + numbers.get(3 * row + 1)
                        + "," + numbers.get(3 * row + 2) / 100.0);
            }
            proven += read("a.csv", lines.toArray(String[]::new)).stream()
                            .anyMatch(f -> f.evidence().doubtCodes().contains("-holds"))
                    ? 1
                    : 0;
        }
        assertThat(proven).isZero();
    }

    @Test
    void growthOfSomethingThatNoWordNamesAsAQuantityIsDoubted() throws IOException {
        List<Figure> bare = read("a.csv", "同比增长率", "月份,铁路,公路", "2022年1月,7.1%,8.2%", "2022年2月,6.3%,5.9%");
        assertThat(doubts(bare, "B3")).isEqualTo("label.unmeasured");
        List<Figure> named = read("a.csv", "客运量同比增长率", "月份,铁路,公路", "2022年1月,7.1%,8.2%", "2022年2月,6.3%,5.9%");
        assertThat(doubts(named, "B3")).isEmpty();
    }

    private static String doubts(List<Figure> figures, String cell) {
        return figures.stream()
                .filter(f -> f.provenance().place().endsWith("!" + cell))
                .findFirst()
                .orElseThrow()
                .evidence()
                .doubtCodes();
    }

    private List<Figure> read(String name, String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
        return new WorkbookReader(UNITS, Limits.DEFAULT).read(file, name).figures();
    }
}
