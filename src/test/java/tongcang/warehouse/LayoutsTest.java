package tongcang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tongcang.Exclusion;
import tongcang.Figure;
import tongcang.Reading;
import tongcang.SheetLayout;
import tongcang.Status;
import tongcang.ledger.ReadSubmission;
import tongcang.warehouse.release.Releases;

/** An analyst can ask which layout a figure came by, and where else that layout was sent. */
class LayoutsTest extends SmallWarehouse {
    private static final String KNOWN = "0123456789abcdef";
    private static final String OTHER = "fedcba9876543210";

    @Test
    void eachLayoutOfADepartmentIsARowWithItsCountsItsLatestTitleAndItsDays() {
        send("市统计局", "2023-01-20", gdp("1", KNOWN, "一月"), gdp("2", KNOWN, "一月"));
        send("市统计局", "2023-02-20", gdp("3", KNOWN, "二月"), gdp("4", OTHER, ""));
        send("财政局", "2023-01-05", gdp("5", KNOWN, "财政"));

        assertThat(rows("FROM dim_layout ORDER BY department_name, layout"))
                .containsExactly(
                        List.of(KNOWN, "市统计局", "二月", "2", "3", "2023-01-20", "2023-02-20"),
                        List.of(OTHER, "市统计局", "表一", "1", "1", "2023-02-20", "2023-02-20"),
                        List.of(KNOWN, "财政局", "财政", "1", "1", "2023-01-05", "2023-01-05"));
    }

    @Test
    void everyFigureKeepsItsLayoutWhateverBecameOfIt() {
        send("市统计局", "2023-01-20", gdp("1", KNOWN, ""), unknown("2", KNOWN), gdp("3", "", ""));

        assertThat(rows("SELECT value_text, layout FROM fact_observation ORDER BY value_text"))
                .containsExactly(List.of("1", KNOWN), List.of("3", "null"));
        assertThat(rows("SELECT value_text, layout FROM fact_uncoded")).containsExactly(List.of("2", KNOWN));
        assertThat(
                        rows(
                                "SELECT layout, title, submissions FROM observation JOIN dim_layout USING (layout, department_name)"))
                .containsExactly(List.of(KNOWN, "表一", "1"));
    }

    @Test
    void whatIsExcludedHasNoLayout() {
        send("市统计局", "2023-01-20", gdp("1", KNOWN, ""));
        excluded = List.of(new Exclusion("s0", LocalDate.parse("2023-02-01"), "张三", "测试"));

        assertThat(rows("FROM dim_layout")).isEmpty();
    }

    @Test
    void theReleaseHoldsThemAsParquetToo() throws IOException {
        send("市统计局", "2023-01-20", gdp("1", KNOWN, ""));
        Releases releases = new Releases(folder.resolve("warehouse"));
        publish(releases, "2023-01-20-a");

        Path parquet = releases.folder("2023-01-20-a").resolve("parquet/dim_layout.parquet");
        assertThat(parquet).isNotEmptyFile();
    }

    @Test
    void aChangedHeadOfATableThatCameBeforeIsToldWithWhatWasExpectedAndWhatIsFound() {
        send("2023-05-12", sheet("工业", KNOWN, "表题 工业", "列头 本月（亿元）", "列头 增长（#）", "行名 利润"));
        send("2023-06-12", sheet("工业", OTHER, "表题 工业", "列头 本月（亿元）", "列头 环比（#）", "行名 利润"));

        assertThat(rows("SELECT rule, severity, submission_id, place, found, expected FROM fact_finding"))
                .containsExactly(List.of("workbook.layout-drift", "INFO", "s1", "表一", "列头 环比（#）", "列头 增长（#）"));
        assertThat(rows("SELECT message FROM fact_finding").get(0).get(0))
                .contains("表一：", "s0.xlsx", "缺少“列头 增长（#）”", "多出“列头 环比（#）”");
    }

    @Test
    void aLayoutThatTheDepartmentSentBeforeIsNoDriftNorIsAnotherTableNorThatOfAnotherDepartment() {
        send("2023-05-12", sheet("工业", KNOWN, "列头 本月", "行名 利润"));
        send("2023-06-12", sheet("工业", KNOWN, "列头 本月", "行名 利润"));
        send("2023-06-13", sheet("农业", "1111111111111111", "列头 本月", "行名 粮食"));
        send("2023-06-14", sheet("工业", "2222222222222222", "列头 面积", "行名 水库"));
        sent.add(new ReadSubmission(
                submission("财政局", "2023-07-12"),
                new Reading(List.of(), List.of(), List.of(sheet("工业", OTHER, "列头 本年", "行名 利润")))));

        assertThat(rows("SELECT submission_id, message FROM fact_finding")).isEmpty();
    }

    @Test
    void aSheetBesideTheExpectedOneIsAdded() {
        send("2023-05-12", sheet("工业", KNOWN, "列头 本月", "行名 利润"));
        send("2023-06-12", sheet("工业", KNOWN, "列头 本月", "行名 利润"), sheet("工业", OTHER, "列头 本月", "行名 税金"));

        assertThat(rows("SELECT message FROM fact_finding")).isEmpty();
    }

    @Test
    void aTableWithoutATitleIsKnownByTheNamesOfItsFileAndSheet() {
        send("2023-05-12", new SheetLayout("表一", "", "工业月报/表", KNOWN, List.of("列头 本月", "行名 利润")));
        send("2023-06-12", new SheetLayout("表一", "", "工业月报/表", OTHER, List.of("行名 利润", "列头 本月")));
        send("2023-07-12", new SheetLayout("表一", "", "/表", "1111111111111111", List.of("列头 本月", "行名 税金")));

        assertThat(rows("SELECT submission_id, found, expected FROM fact_finding"))
                .containsExactly(List.of("s1", "", ""));
        assertThat(rows("SELECT message FROM fact_finding").get(0).get(0)).contains("文字相同，而次序或含义");
    }

    @Test
    void aTableOfAnotherTitleUnderTheSameNamesIsTheSameWhereItHasMostOfItsWords() {
        send("2023-05-12", sheet("工业", KNOWN, "表题 工业", "列头 本月", "行名 利润", "行名 税金"));
        send("2023-06-12", sheet("规模以上工业", OTHER, "表题 规模以上工业", "列头 本月", "行名 利润", "行名 税金"));

        assertThat(rows("SELECT found, expected FROM fact_finding")).containsExactly(List.of("表题 规模以上工业", "表题 工业"));
    }

    @Test
    void manyChangesAreToldByTheirFirstAndTheirCount() {
        send("2023-05-12", sheet("工业", KNOWN, "列头 本月", "行名 利润"));
        send("2023-06-12", sheet("工业", OTHER, "列头 本月", "行名 a", "行名 b", "行名 c", "行名 d", "行名 e", "行名 f"));

        assertThat(rows("SELECT message FROM fact_finding").get(0).get(0))
                .contains("“行名 e”等 6 处")
                .doesNotContain("行名 f");
    }

    private void send(String received, SheetLayout... sheets) {
        sent.add(new ReadSubmission(submission("市统计局", received), new Reading(List.of(), List.of(), List.of(sheets))));
    }

    private static SheetLayout sheet(String title, String layout, String... heads) {
        return new SheetLayout("表一", title, "报表/表", layout, List.of(heads));
    }

    private static Figure gdp(String value, String layout, String title) {
        return in(figure("地区生产总值", value, "亿元", "2022", Status.ACTUAL), layout, title);
    }

    private static Figure unknown(String value, String layout) {
        return in(figure("无名", value, "亿元", "2022", Status.ACTUAL), layout, "");
    }

    private static Figure in(Figure figure, String layout, String title) {
        return new Figure(
                figure.provenance(),
                figure.quantity(),
                figure.label(),
                figure.measure(),
                figure.status(),
                figure.period(),
                figure.base(),
                figure.region(),
                figure.breakdown(),
                figure.unitSource(),
                new Figure.Context(title, "", "", layout),
                figure.evidence());
    }
}
