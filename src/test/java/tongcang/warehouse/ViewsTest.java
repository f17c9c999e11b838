package tongcang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tongcang.Comparator;
import tongcang.Measure;
import tongcang.Quantity;
import tongcang.Status;

/** What the views say of facts. */
class ViewsTest extends SmallWarehouse {
    private static final Path CASES = Path.of("src/test/resources/tongcang/warehouse");

    @Test
    void aRevisionIsAnotherRowAndTheOlderOneStaysTrueOfItsDay() {
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850", "亿元", "2022", Status.PRELIMINARY));
        send("市统计局", "2023-12-20", figure("地区生产总值", "3746.8", "亿元", "2022", Status.ACTUAL));

        assertThat(rows("SELECT value, status FROM observation")).containsExactly(List.of("3746.800000", "actual"));
        assertThat(rows("SELECT value FROM observation_as_of(DATE '2023-06-30')"))
                .containsExactly(List.of("3850.000000"));
        assertThat(
                        rows(
                                "SELECT previous_value, value, difference, value_changed, beyond_rounding, unit_changed, status_changed FROM revision"))
                .containsExactly(List.of("3850.000000", "3746.800000", "-103.200000", "true", "true", "false", "true"));
    }

    @Test
    void whatIsLaidIntoAFolderOfLongAgoChangesWhatItSaysOfThenAndNotWhatWasKnownThen() throws IOException {
        send("市统计局", "2018-02-10", figure("地区生产总值", "3105", "亿元", "2017", Status.ACTUAL));
        built();
        intakeDay = intakeDay.plusYears(1);
        send("市统计局", "2018-01-05", figure("粮食面积", "430", "万亩", "2017", Status.ACTUAL));

        assertThat(rows("SELECT value FROM observation_as_of(DATE '2018-02-28') ORDER BY 1"))
                .containsExactly(List.of("430.000000"), List.of("3105.000000"));
        assertThat(rows("SELECT value FROM observation_known_at(DATE '2018-02-28')"))
                .isEmpty();
        assertThat(rows("SELECT value FROM observation_known_at(DATE '2023-08-01')"))
                .containsExactly(List.of("3105.000000"));
        assertThat(rows("SELECT count(*) FROM observation_known_at(DATE '2024-08-01')"))
                .containsExactly(List.of("2"));
        assertThat(rows("SELECT value FROM observation_at(DATE '2018-01-31', DATE '2024-08-01')"))
                .containsExactly(List.of("430.000000"));
        assertThat(rows("SELECT received, known, first_load FROM dim_submission ORDER BY received"))
                .containsExactly(
                        List.of("2018-01-05", "2024-08-01", "false"), List.of("2018-02-10", "2023-08-01", "true"));
    }

    @Test
    void oneDepartmentUnderTwoNamesIsOne() {
        send("统计局", "2023-01-20", figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL));
        send("市统计局", "2023-12-20", figure("地区生产总值", "3746.8", "亿元", "2022", Status.ACTUAL));

        assertThat(rows("SELECT department_name, previous_value, value FROM revision"))
                .containsExactly(List.of("市统计局", "3850.000000", "3746.800000"));
        assertThat(rows("SELECT count(*) FROM conflict")).containsExactly(List.of("0"));
    }

    @Test
    void ofTwoVersionsOfOneDayTheLastByNameIsShown() {
        send("市统计局", "2023-01-20", figure("地区生产总值", "3746.8", "亿元", "2022", Status.ACTUAL));
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL));

        assertThat(rows("SELECT value FROM observation")).containsExactly(List.of("3850.000000"));
        assertThat(rows("SELECT previous_value, value FROM revision"))
                .containsExactly(List.of("3746.800000", "3850.000000"));
    }

    @Test
    void anotherUnitIsNoOtherValue() {
        send("市统计局", "2023-01-20", figure("地区生产总值", "38500000", "万元", "2022", Status.ACTUAL));
        send("市统计局", "2023-12-20", figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL));
        send("市统计局", "2024-01-20", figure("地区生产总值", "3850.3", "亿元", "2022", Status.ACTUAL));

        assertThat(
                        rows(
                                "SELECT received, value_changed, beyond_rounding, unit_changed, previous_unit_text FROM revision ORDER BY 1"))
                .containsExactly(
                        List.of("2023-12-20", "false", "false", "true", "万元"),
                        List.of("2024-01-20", "true", "false", "false", "亿元"));
    }

    @Test
    void theSourceThatGoesFirstIsShownWhateverCameLast() {
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850.4", "亿元", "2022", Status.ACTUAL));
        send("市政府", "2023-02-01", figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL));

        assertThat(rows("SELECT value, department_name FROM observation"))
                .containsExactly(List.of("3850.400000", "市统计局"));
        assertThat(rows("SELECT department_name, is_current FROM fact_observation ORDER BY 1"))
                .containsExactly(List.of("市政府", "false"), List.of("市统计局", "true"));
    }

    @Test
    void twoSourcesThatLeaveNoRoomForOneTruthAreAConflict() throws IOException {
        List<String[]> cases = cases("conflicts.tsv");
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            String year = Integer.toString(1950 + i);
            send("市统计局", "2023-01-20", figure("地区生产总值", quantity(cases.get(i)[0]), year, Status.ACTUAL));
            send("市政府", "2023-02-01", figure("地区生产总值", quantity(cases.get(i)[1]), year, Status.ACTUAL));
            if (cases.get(i)[2].equals("yes")) {
                expected.add(year);
            }
        }

        assertThat(rows("SELECT period_code FROM conflict ORDER BY 1").stream()
                        .map(row -> row.get(0))
                        .toList())
                .isEqualTo(expected);
    }

    @Test
    void aTargetIsJudgedByItsComparatorAndWhatItMeasures() throws IOException {
        List<String[]> cases = cases("targets.tsv");
        List<List<String>> expected = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            String[] c = cases.get(i);
            String year = Integer.toString(1950 + i);
            Quantity target = new Quantity(
                    new BigDecimal(c[3]),
                    c[4].isEmpty() ? null : new BigDecimal(c[4]),
                    List.of(),
                    c[5],
                    Comparator.valueOf(c[2].toUpperCase(Locale.ROOT)));
            Measure measure = Measure.valueOf(c[1].toUpperCase(Locale.ROOT));
            send("市政府", "2023-01-09", figure(c[0], measure, target, year, Status.TARGET));
            if (!c[6].isEmpty()) {
                Quantity result = Quantity.of(new BigDecimal(c[7]), c[5]);
                String months = year + "-01/" + year + "-0" + c[6];
                send("市统计局", "2023-07-20", figure(c[0], measure, result, months, Status.ACTUAL));
            }
            expected.add(List.of(year, c[8], c[9]));
        }

        assertThat(rows("SELECT period_code, progress, progress_rule FROM target_progress ORDER BY 1"))
                .isEqualTo(expected);
    }

    @Test
    void aTargetHasTheShareReachedAndTheTimeElapsedOfItsNewestResult() {
        send("市政府", "2023-01-09", figure("城镇新增就业人数", "5", "万人", "2023", Status.TARGET));
        send("市统计局", "2023-04-15", figure("城镇新增就业人数", "1.5", "万人", "2023-01/2023-03", Status.ACTUAL));
        send("市统计局", "2023-07-15", figure("城镇新增就业人数", "2.2", "万人", "2023-01/2023-06", Status.ACTUAL));
        send("市统计局", "2023-08-15", figure("城镇新增就业人数", "0.4", "万人", "2023-07", Status.ACTUAL));

        assertThat(
                        rows(
                                "SELECT target, result_period, result, share_reached, time_elapsed, progress FROM target_progress"))
                .as("July alone is no result of a year's flow")
                .containsExactly(List.of("5.000000", "2023-01/2023-06", "2.200000", "0.4400", "0.5000", "behind"));
        assertThat(rows("SELECT count(*) FROM observation WHERE status = 'target'"))
                .containsExactly(List.of("0"));
    }

    @Test
    void growthIsComputedOfWhatMayBeDividedAndThePublishedOneStandsBeside() {
        send(
                "市统计局",
                "2023-01-20",
                figure("地区生产总值", "100", "亿元", "2021", Status.ACTUAL),
                figure("地区生产总值", "110", "亿元", "2022", Status.ACTUAL),
                figure("地区生产总值", Measure.GROWTH_RATE, Quantity.of(new BigDecimal("6.5"), "%"), "2022", Status.ACTUAL),
                figure("城镇调查失业率", Measure.SHARE, Quantity.of(new BigDecimal("5.6"), "%"), "2021", Status.ACTUAL),
                figure("城镇调查失业率", Measure.SHARE, Quantity.of(new BigDecimal("5.5"), "%"), "2022", Status.ACTUAL),
                figure(
                        "粮食面积",
                        new Quantity(new BigDecimal("670"), null, List.of(), "万亩", Comparator.GE),
                        "2021",
                        Status.ACTUAL),
                figure("粮食面积", "674", "万亩", "2022", Status.ACTUAL));

        assertThat(
                        rows(
                                "SELECT indicator_code, period_code, previous_period, difference, change_percent, published_percent FROM yoy ORDER BY 1"))
                .containsExactly(
                        List.of("gdp", "2022", "2021", "10.000000", "10.0000", "6.500000"),
                        List.of("jobless_rate", "2022", "2021", "-0.100000", "null", "null"));
    }

    @Test
    void theFirstHalfIsTheSameTimeAsJanuaryToJune() {
        send(
                "市统计局",
                "2023-07-20",
                figure("地区生产总值", "1800", "亿元", "2022-S1", Status.ACTUAL),
                figure("地区生产总值", "1890", "亿元", "2023-01/2023-06", Status.ACTUAL));

        assertThat(rows("SELECT period_code, previous_period, change_percent FROM yoy"))
                .containsExactly(List.of("2023-01/2023-06", "2022-S1", "5.0000"));
    }

    @Test
    void monthsAddUpOnlyFromJanuaryWithoutAGapAndStatedSumsGoFirst() {
        send(
                "市统计局",
                "2023-07-20",
                figure("城镇新增就业人数", "0.3", "万人", "2022-01", Status.ACTUAL),
                figure("城镇新增就业人数", "0.4", "万人", "2022-02", Status.ACTUAL),
                figure("城镇新增就业人数", "0.5", "万人", "2022-04", Status.ACTUAL),
                figure("城镇新增就业人数", "1.9", "万人", "2022-01/2022-05", Status.ACTUAL),
                figure("城镇新增就业人数", "2.2", "万人", "2022-S1", Status.ACTUAL),
                figure("粮食面积", "1", "万亩", "2022-01", Status.ACTUAL));

        assertThat(
                        rows(
                                "SELECT indicator_code, month, value, basis, month_value, month_basis FROM cumulative_to_month ORDER BY 1, 2"))
                .containsExactly(
                        List.of("new_jobs", "1", "0.300000", "stated", "0.300000", "stated"),
                        List.of("new_jobs", "2", "0.700000", "summed", "0.400000", "stated"),
                        List.of("new_jobs", "4", "null", "null", "0.500000", "stated"),
                        List.of("new_jobs", "5", "1.900000", "stated", "null", "null"),
                        List.of("new_jobs", "6", "2.200000", "stated", "0.300000", "difference"));
    }

    @Test
    void aSeriesKnowsItsGaps() {
        send(
                "市统计局",
                "2023-07-20",
                figure("地区生产总值", "1", "亿元", "2019", Status.ACTUAL),
                figure("地区生产总值", "1", "亿元", "2022", Status.ACTUAL),
                figure("地区生产总值", "1", "亿元", "2022-Q4", Status.ACTUAL),
                figure("地区生产总值", "1", "亿元", "2023-Q1", Status.ACTUAL),
                figure("地区生产总值", "1", "亿元", "2022-01/2022-11", Status.ACTUAL),
                figure("地区生产总值", "1", "亿元", "2023-01/2023-03", Status.ACTUAL),
                figure("地区生产总值", "1", "亿元", "2017/2022", Status.ACTUAL));

        assertThat(
                        rows(
                                "SELECT period_kind, first_period, last_period, observations, gaps FROM series ORDER BY period_kind"))
                .containsExactly(
                        List.of("cumulative", "2022-01/2022-11", "2023-01/2023-03", "2", "1"),
                        List.of("quarter", "2022-Q4", "2023-Q1", "2", "0"),
                        List.of("span", "2017/2022", "2017/2022", "1", "null"),
                        List.of("year", "2019", "2022", "2", "2"));
    }

    @Test
    void aMartHasARowPerRegionAndPeriodAndAColumnPerIndicatorThatHasAValue() {
        send(
                "市统计局",
                "2023-01-20",
                figure("地区生产总值", "38500000", "万元", "2022", Status.ACTUAL),
                figure("地区生产总值", Measure.GROWTH_RATE, Quantity.of(new BigDecimal("2.3"), "%"), "2022", Status.ACTUAL),
                figure("粮食面积", "674", "万亩", "2022", Status.ACTUAL));

        assertThat(rows("SELECT region_name, period_code, gdp, gdp_growth_rate, grain_area FROM mart_economy"))
                .containsExactly(List.of("许昌市", "2022", "3850.000000", "2.300000", "674.000000"));
        assertThat(rows("SELECT column_name FROM duckdb_columns() WHERE table_name = 'mart_livelihood'"
                        + " AND column_name IN ('new_jobs', 'jobless_rate')"))
                .isEmpty();
        assertThat(rows("SELECT comment FROM duckdb_columns() WHERE column_name = 'gdp_growth_rate'"))
                .containsExactly(List.of("地区生产总值 增速（%）"));
    }

    private static List<String[]> cases(String file) throws IOException {
        return Files.readAllLines(CASES.resolve(file)).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .toList();
    }

    /** {@code 3850}, {@code 3850以上}, {@code 3800—3900} in 亿元. */
    private static Quantity quantity(String text) {
        Comparator comparator = text.endsWith("以上")
                ? Comparator.GE
                : text.endsWith("以下") ? Comparator.LE : text.endsWith("左右") ? Comparator.APPROX : Comparator.EQ;
        String[] bounds = text.replaceAll("[以左].*", "").split("—");
        @Nullable BigDecimal high = bounds.length > 1 ? new BigDecimal(bounds[1]) : null;
        return new Quantity(new BigDecimal(bounds[0]), high, List.of(), "亿元", comparator);
    }
}
