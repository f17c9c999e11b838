package tongcang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tongcang.Figure;
import tongcang.Measure;
import tongcang.Quantity;
import tongcang.Status;

/** Values of earlier places, asked for at the boundaries of today. */
class BoundariesTest extends SmallWarehouse {
    /** 411101 follows 411100; 411203 was joined of 411201 and 411202; 411301 was divided. */
    private static final String PLACES = """
            411100,甲县,,county,411000,,2010,411101
            411101,甲市,,county,411000,2011,,
            411201,乙县,,county,411000,,2015,411203
            411202,丙县,,county,411000,,2015,411203
            411203,丁区,,county,411000,2016,,
            411301,戊县,,county,411000,,2012,411302;411303
            411302,己县,,county,411000,2013,,
            411303,庚县,,county,411000,2013,,
            411401,辛县,,county,411000,,2000,
            """;

    @BeforeEach
    void places() throws IOException {
        codelists = folder.resolve("codelists");
        FileSystemUtils.copyRecursively(CODELISTS, codelists);
        Path regions = codelists.resolve("regions.csv");
        Files.writeString(regions, Files.readString(regions) + PLACES);
    }

    @Test
    void aPlaceThatFollowsAnotherHasItsValues() {
        send("市统计局", "2023-01-20", gdp("411100", "10", "2009"), gdp("411101", "20", "2012"));

        assertThat(today("411101")).containsExactly(List.of("2009", "10.000000", ""), List.of("2012", "20.000000", ""));
    }

    @Test
    void placesThatWereJoinedAddUpWhereAllHaveAValue() {
        send(
                "市统计局",
                "2023-01-20",
                gdp("411201", "10", "2009"),
                gdp("411202", "5", "2009"),
                gdp("411201", "11", "2010"),
                gdp("411203", "30", "2016"));

        assertThat(today("411203"))
                .containsExactly(
                        List.of("2009", "15.000000", ""),
                        List.of("2010", "null", "当年有 2 个地区并入，只有其中 1 个有数"),
                        List.of("2016", "30.000000", ""));
    }

    @Test
    void ratesDoNotAddUp() {
        send("市统计局", "2023-01-20", growth("411201", "8.1"), growth("411202", "7.9"));

        assertThat(today("411203")).containsExactly(List.of("2009", "null", "由几个地区合并而成，比率不能相加"));
    }

    @Test
    void aPlaceThatWasDividedOrIsGoneHasNoValueAndTheReason() {
        send("市统计局", "2023-01-20", gdp("411301", "10", "2009"), gdp("411401", "3", "1999"));

        assertThat(today("411301")).containsExactly(List.of("2009", "null", "已拆分为 411302、411303"));
        assertThat(today("411401")).containsExactly(List.of("1999", "null", "已撤销，没有接替的地区"));
    }

    private List<List<String>> today(String region) {
        return rows("SELECT period_code, value, reason FROM observation_today() WHERE region_code = '" + region
                + "' ORDER BY 1");
    }

    private static Figure gdp(String region, String value, String year) {
        return figure("地区生产总值", Measure.LEVEL, Quantity.of(new BigDecimal(value), "亿元"), year, Status.ACTUAL, region);
    }

    private static Figure growth(String region, String value) {
        return figure(
                "地区生产总值", Measure.GROWTH_RATE, Quantity.of(new BigDecimal(value), "%"), "2009", Status.ACTUAL, region);
    }
}
