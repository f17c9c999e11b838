package tongcang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import tongcang.Exclusion;
import tongcang.Figure;
import tongcang.Status;
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
