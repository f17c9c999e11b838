package tongcang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tongcang.Approval;
import tongcang.Figure;
import tongcang.Status;
import tongcang.warehouse.release.Releases;
import tongcang.warehouse.release.TableDigests;

/** A revision that is too great to be one is held, and the value before stays shown, until a person says that it is right. */
class HeldRevisionsTest extends SmallWarehouse {
    private static final String SHOWN = "SELECT value FROM observation WHERE period_code = '2022'";
    private static final String HELD = "SELECT value_text, assurance, reasons, rival FROM fact_held";
    private static final LocalDate DAY = LocalDate.parse("2023-04-01");

    @Test
    void aRevisionByAPowerOfTenIsHeldAndTheValueBeforeStaysShown() {
        send("市统计局", "2023-01-20", gdp("2022", "3850"));
        send("市统计局", "2023-02-20", gdp("2022", "385.1"));

        assertThat(rows(SHOWN)).containsExactly(List.of("3850.000000"));
        assertThat(rows(HELD))
                .containsExactly(
                        List.of("385.1", "contradicted", "与本部门前一版相差 10 的整数次幂", "前一版（2023-01-20 收到，表一!B5）为 3850亿元"));
        assertThat(rows("SELECT rule, found FROM fact_finding")).containsExactly(List.of("assurance.held", "385.1"));
        assertThat(rows("SELECT * FROM revision")).isEmpty();
    }

    @Test
    void theSameValueSentAgainConfirmsNothing() {
        send("市统计局", "2023-01-20", gdp("2022", "3850"));
        send("市统计局", "2023-02-20", gdp("2022", "385"));
        send("市统计局", "2023-03-20", gdp("2022", "385"));
        send("市统计局", "2023-03-21", gdp("2022", "3851"));

        assertThat(rows(SHOWN)).containsExactly(List.of("3851.000000"));
        assertThat(rows("SELECT value_text FROM fact_held")).containsExactly(List.of("385"), List.of("385"));
        assertThat(rows("SELECT previous_value, value FROM revision"))
                .containsExactly(List.of("3850.000000", "3851.000000"));
    }

    @Test
    void aRevisionBeyondTheUsualGrowthOfTheSeriesIsHeldAndASmallerOneIsTold() {
        sendHistory();
        send("市统计局", "2023-02-20", gdp("2022", "3900"));
        send("市统计局", "2023-03-20", gdp("2022", "4900"));

        assertThat(rows(SHOWN)).containsExactly(List.of("3900.000000"));
        assertThat(rows("SELECT value_text, reasons FROM fact_held"))
                .containsExactly(List.of("4900", "与本部门前一版相差悬殊，历来没有这样的修订，也不合本序列历年的增长"));
        assertThat(rows("SELECT value FROM revision")).containsExactly(List.of("3900.000000"));
    }

    @Test
    void aSeriesThatWasRevisedAsMuchBeforeMayBeAgain() {
        sendHistory();
        approved = List.of(new Approval(Approval.Scope.FIGURE, "s1#1", "4900", DAY, "李四", "普查"));
        send("市统计局", "2023-02-20", gdp("2022", "4900"));
        send("市统计局", "2023-03-20", gdp("2022", "5600"));

        assertThat(rows(SHOWN)).containsExactly(List.of("5600.000000"));
    }

    @Test
    void withFewerThanFourValuesNobodyKnowsWhatIsUsual() {
        send("市统计局", "2022-01-20", gdp("2020", "3390"), gdp("2021", "3641.9"), gdp("2022", "3850"));
        send("市统计局", "2023-03-20", gdp("2022", "4900"));

        assertThat(rows(SHOWN)).containsExactly(List.of("4900.000000"));
    }

    @Test
    void aWholeSeriesThatIsRevisedAtOnceGrowsAsBefore() {
        sendHistory();
        send(
                "市统计局",
                "2023-03-20",
                gdp("2018", "3881.3"),
                gdp("2019", "4122.5"),
                gdp("2020", "4237.5"),
                gdp("2021", "4552.4"),
                gdp("2022", "4812.5"));

        assertThat(rows(SHOWN)).containsExactly(List.of("4812.500000"));
        assertThat(rows("SELECT * FROM fact_held")).isEmpty();
    }

    @Test
    void aCorrectionThatTheSeriesConfirmsIsNotHeld() {
        send("市统计局", "2022-01-20", history("385").toArray(Figure[]::new));
        send("市统计局", "2023-03-20", gdp("2022", "3850"));

        assertThat(rows(SHOWN)).containsExactly(List.of("3850.000000"));
    }

    @Test
    void anotherDepartmentsValueIsAConflictAndNoRevision() {
        send("市统计局", "2023-01-20", gdp("2022", "3850"));
        send("发展改革委", "2023-02-20", gdp("2022", "385"));

        assertThat(rows("SELECT * FROM fact_held")).isEmpty();
        assertThat(rows("SELECT value_a, value_b FROM conflict")).hasSize(1);
    }

    @Test
    void approvedLaterIsTheSameAsApprovedBefore() throws IOException {
        sendHistory();
        send("市统计局", "2023-02-20", gdp("2022", "38500"));
        Releases releases = new Releases(folder.resolve("held"));
        publish(releases, "a");
        String key = rows("SELECT layout_key FROM fact_held").get(0).get(0);
        List<Approval> each = List.of(
                new Approval(Approval.Scope.FIGURE, "s1#1", "38500", DAY, "李四", "已电话核实"),
                new Approval(Approval.Scope.LAYOUT, key, "", DAY, "李四", "口径改变"));

        for (Approval approval : each) {
            approved = List.of(approval);
            earlier = Optional.of(releases.database("a"));
            Path later = Files.copy(built(), folder.resolve(approval.scope() + ".duckdb"));
            earlier = Optional.empty();
            assertThat(TableDigests.differing(later, built(), settings)).isEmpty();
            assertThat(rows(SHOWN)).containsExactly(List.of("38500.000000"));
            assertThat(rows("SELECT * FROM fact_held")).isEmpty();
        }
    }

    @Test
    void whatIsHeldDependsOnTheSourcesAndNotOnTheNights() throws IOException {
        Releases releases = new Releases(folder.resolve("nights"));
        sendHistory();
        publish(releases, "a");
        earlier = Optional.of(releases.database("a"));
        send("市统计局", "2023-02-20", gdp("2022", "38500"), gdp("2021", "3650"));
        publish(releases, "b");
        earlier = Optional.of(releases.database("b"));
        send("市统计局", "2023-03-20", gdp("2022", "38500"));
        send("市统计局", "2023-02-10", gdp("2021", "36.5"));
        Path nights = Files.copy(built(), folder.resolve("nights.duckdb"));
        assertThat(beginning).isEqualTo(tongcang.warehouse.build.WarehouseBuild.Beginning.RELEASE);
        earlier = Optional.empty();

        assertThat(TableDigests.differing(nights, built(), settings)).isEmpty();
        assertThat(rows("SELECT value_text FROM fact_held ORDER BY 1"))
                .containsExactly(List.of("36.5"), List.of("38500"), List.of("38500"));
    }

    private void sendHistory() {
        send("市统计局", "2022-01-20", history("3850").toArray(Figure[]::new));
    }

    private static List<Figure> history(String last) {
        List<Figure> history = new ArrayList<>(List.of(
                gdp("2017", "2880"),
                gdp("2018", "3105"),
                gdp("2019", "3298"),
                gdp("2020", "3390"),
                gdp("2021", "3641.9")));
        history.add(gdp("2022", last));
        return history;
    }

    private static Figure gdp(String year, String value) {
        return figure("地区生产总值", value, "亿元", year, Status.ACTUAL);
    }
}
