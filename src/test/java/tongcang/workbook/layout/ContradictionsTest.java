package tongcang.workbook.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongcang.coding.Codelists;
import tongcang.quantity.Units;
import tongcang.support.Limits;
import tongcang.workbook.WorkbookReader;

class ContradictionsTest {
    @TempDir
    private Path folder = Path.of("");

    private final Units units = Codelists.load(Path.of("seeds/codelists")).units();

    @Test
    void growthThatItsTwoLevelsDoNotGiveIsTold() throws IOException {
        assertThat(told(retail("建安区,98,92,16.5", "禹州市,120,112.1,7.0"))).containsExactly("Sheet!D4 16.5 -> 6.5");
    }

    @Test
    void growthThatItsLevelsGiveIsNot() throws IOException {
        assertThat(told(retail("建安区,98,92,6.5", "禹州市,120,112.1,7.0"))).isEmpty();
    }

    @Test
    void growthInRealTermsSaysNothingOfLevelsAtPricesOfTheDay() throws IOException {
        assertThat(told(retail("建安区,98,92,4.1", "禹州市,120,112.1,5.0", "长葛市,130,122,4.4")))
                .isEmpty();
    }

    @Test
    void aWholeColumnInAnotherUnitIsTold() throws IOException {
        assertThat(told(retail("建安区,980000,92,6.5", "禹州市,1200000,112.1,7.0", "长葛市,1300000,122,6.6")))
                .containsExactly("Sheet!D4 6.5 -> ");
    }

    @Test
    void aChangeUnderAHeadOfGrowthIsNoContradiction() throws IOException {
        assertThat(told(retail("建安区,98,92,6", "禹州市,120,100,20"))).isEmpty();
    }

    @Test
    void onePlaceTwiceWithTwoNumbersIsTold() throws IOException {
        assertThat(told("2022年各县区粮食产量,", "单位：万吨,", "县区,粮食产量", "建安区,150", "禹州市,66.3", "建安区,15"))
                .containsExactly("Sheet!B6 15 -> ");
    }

    @Test
    void onePlaceTwiceWithOneNumberIsNot() throws IOException {
        assertThat(told("2022年各县区粮食产量,", "单位：万吨,", "县区,粮食产量", "建安区,15", "禹州市,66.3", "建安区,15.0"))
                .isEmpty();
    }

    @Test
    void aCountyAboveItsCityIsTold() throws IOException {
        assertThat(told("2022年各县区粮食产量,", "单位：万吨,", "县区,粮食产量", "全市,298", "建安区,685", "禹州市,66.3"))
                .containsExactly("Sheet!B5 685 -> ");
    }

    @Test
    void aYieldAboveThatOfTheCityIsNone() throws IOException {
        assertThat(told("2022年各县区粮食单产,", "单位：公斤/亩,", "县区,粮食单产", "全市,298", "建安区,685", "禹州市,66.3"))
                .isEmpty();
    }

    @Test
    void aTotalOfTheRunOfRowsBesideItIsNone() throws IOException {
        assertThat(told(
                        "2022年各县区粮食产量,,",
                        "单位：万吨,,",
                        "县区,小麦产量,玉米产量",
                        "全市,251.4,130.2",
                        "市本级,12.1,8.4",
                        "魏都区,1.2,0.7",
                        "建安区,68.5,31.9",
                        "禹州市,66.3,40.2",
                        "小计,136.0,72.8"))
                .isEmpty();
    }

    @Test
    void aTableOfManySubtotalsIsCheckedInTimeThatGrowsWithItsRows() throws IOException {
        List<String> lines = new ArrayList<>(List.of("2022年各村粮食产量,,", "单位：吨,,", "村,小麦产量,玉米产量"));
        for (int block = 0; block < 1500; block++) {
            lines.add("甲村" + block + "," + (block + 11) + ",7");
            lines.add("乙村" + block + "," + (block + 5) + ",9");
            lines.add("小计," + (2 * block + 16) + "," + (block == 700 ? 96 : 16));
        }
        long begun = System.nanoTime();
        assertThat(told(lines.toArray(String[]::new))).containsExactly("Sheet!C2106 96 -> ");
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void lessThanNothingOfWhatIsMadeIsTold() throws IOException {
        assertThat(told("2022年各县区粮食产量,", "单位：万吨,", "县区,粮食产量", "建安区,68.5", "禹州市,-66.3", "长葛市,55"))
                .containsExactly("Sheet!B5 -66.3 -> ");
        assertThat(told("2022年各县区收支,", "单位：万元,", "县区,收支差额", "建安区,68.5", "禹州市,-66.3", "长葛市,55"))
                .isEmpty();
    }

    @Test
    void aYearOutOfTheRunOfYearsIsTold() throws IOException {
        assertThat(told("各县区粮食产量,,,,", "单位：万吨,,,,", "县区,2019年,2020年,2012年,2022年", "建安区,68,69,70,71", "禹州市,66,67,68,69"))
                .containsExactly("Sheet!D4 70 -> 2021");
        assertThat(told("各县区粮食产量,,,,", "单位：万吨,,,,", "县区,2010年,2015年,2020年,2022年", "建安区,68,69,70,71", "禹州市,66,67,68,69"))
                .isEmpty();
    }

    private static String[] retail(String... rows) {
        List<String> head = List.of("2023年6月社会消费品零售总额,,,", "单位：亿元,,,", "县区,本年累计,上年同期,增长%");
        return Stream.concat(head.stream(), Arrays.stream(rows)).toArray(String[]::new);
    }

    private List<String> told(String... lines) throws IOException {
        Path file = folder.resolve("Sheet.csv");
        Files.write(file, List.of(lines));
        return new WorkbookReader(units, Limits.DEFAULT)
                .read(file, "Sheet.csv").findings().stream()
                        .filter(f -> f.rule().equals("workbook.contradiction"))
                        .map(f -> f.provenance().place() + " " + f.found() + " -> " + f.expected())
                        .toList();
    }
}
