package tongcang.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongcang.job.definition.JobFile;
import tongcang.job.watch.Ending;
import tongcang.warehouse.release.ReleaseReader;
import tongcang.warehouse.release.Releases;

/** What coding can only settle where periods and other values are known: rates of exchange, regions in time, magnitudes. */
class CodingNightTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aForeignAmountBecomesYuanByTheRateOfItsPeriodAndWaitsWhereThereIsNone() throws IOException {
        send("进出口.csv", "对外贸易", "单位：亿美元", "指标,2021年,2022年,2024年", "进出口总额,30,40,50");
        run();

        assertThat(
                        ask(
                                "SELECT period_code, value, unit_code, exchange_rate, value_canonical, dimension"
                                        + " FROM fact_observation WHERE indicator_code = 'trade_total' AND measure = 'level' ORDER BY 1"))
                .containsExactly(
                        List.of(
                                "2021",
                                "193.545000",
                                "亿元",
                                "1美元=6.4515元（2021 平均，中国统计年鉴）",
                                "3000000000.0000000000",
                                "money_usd"),
                        List.of(
                                "2022",
                                "269.044000",
                                "亿元",
                                "1美元=6.7261元（2022 平均，中国统计年鉴）",
                                "4000000000.0000000000",
                                "money_usd"));
        assertThat(ask("SELECT reason, value_text FROM fact_uncoded WHERE unit_text = '亿美元'"))
                .containsExactly(List.of("coding.no-exchange-rate", "50"));
        assertThat(ask("SELECT message FROM fact_finding WHERE rule = 'coding.no-exchange-rate'"))
                .singleElement()
                .asString()
                .contains("2024", "exchange_rates.csv");
    }

    @Test
    void whatARateConvertedIsShownOnlyWhereNobodySaysItInYuan() throws IOException {
        send("统计.csv", "对外贸易", "单位：亿美元", "指标,2022年", "进出口总额,10");
        sendTo("商务局", "商务.csv", "对外贸易", "单位：亿元", "指标,2022年", "进出口总额,66.6");
        run();

        String where = " WHERE indicator_code = 'trade_total' AND period_code = '2022' AND region_code = '411000'"
                + " AND measure = 'level' AND received >= DATE '2023-01-30'";
        assertThat(ask("SELECT value, department_name FROM observation" + where))
                .containsExactly(List.of("66.600000", "市商务局"));
        assertThat(ask("SELECT value, department_name FROM observation_as_of(DATE '2030-01-01')" + where))
                .containsExactly(List.of("66.600000", "市商务局"));
    }

    @Test
    void aPlaceIsCodedAsWhatItWasInThePeriod() throws IOException {
        send("分县.csv", "地区生产总值", "单位：亿元", "地区,2012年,2020年", "建安区(原许昌县),200.5,300.5", "禹州市,400.5,700.5");
        run();

        assertThat(ask("SELECT period_code, region_code FROM fact_observation WHERE indicator_code = 'gdp' AND value IN"
                        + " (200.5, 300.5) ORDER BY 1"))
                .containsExactly(List.of("2012", "411023"), List.of("2020", "411003"));
        assertThat(ask("SELECT severity, expected FROM fact_finding WHERE rule = 'coding.region-by-period'"))
                .containsExactly(List.of("INFO", "许昌县"));
    }

    @Test
    void aValueThatIsOffByAPowerOfTenOrByMuToHectareIsDoubtedAndTheLikelyUnitNamed() throws IOException {
        String years = "指标,2017年,2018年,2019年,2020年,2021年,2022年";
        send("生产总值.csv", "主要指标", "单位：亿元", years, "地区生产总值,2880,3105,3298,3390,36419000,3850");
        send("耕地.csv", "耕地面积", "单位：亩", years, "耕地面积,5010000,5020000,5000000,334000,5000100,5000200");
        send("收入.csv", "居民收入", "单位：元", "指标,2022年", "居民人均可支配收入,3.1");
        run();

        assertThat(
                        ask(
                                "SELECT rule, found, expected FROM fact_finding WHERE rule LIKE 'audit.magnitude%' ORDER BY 1, 2"))
                .contains(
                        List.of("audit.magnitude-history", "334000亩", "公顷"),
                        List.of("audit.magnitude-history", "36419000亿元", "万元"));
        assertThat(ask("SELECT message FROM fact_finding WHERE rule = 'audit.magnitude-band' AND found = '3.1元'"))
                .singleElement()
                .asString()
                .contains("超出合理范围", "疑似应为“万元”");
    }

    private void send(String name, String... lines) throws IOException {
        sendTo("市统计局", name, lines);
    }

    private void sendTo(String department, String name, String... lines) throws IOException {
        Path file = folder.resolve("input/2023-01-30").resolve(department).resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines));
    }

    private void run() throws IOException {
        JobFile job = JobFile.load(ROOT.resolve("jobs/nightly.yml"));
        NightlyRun.Outcome outcome = new NightlyRun(ROOT, job, folder.resolve("input"), folder.resolve("warehouse"))
                .run(LocalDate.of(2023, 7, 20));
        assertThat(outcome.ending()).isEqualTo(Ending.RELEASED);
    }

    private List<List<String>> ask(String sql) {
        Releases releases = new Releases(folder.resolve("warehouse"));
        try (ReleaseReader reader =
                new ReleaseReader(releases.database(releases.current().orElseThrow()))) {
            return reader.ask(sql).rows().stream()
                    .map(row -> row.stream().map(String::valueOf).toList())
                    .toList();
        }
    }
}
