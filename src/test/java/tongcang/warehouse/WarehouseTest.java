package tongcang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tongcang.Comparator;
import tongcang.Exclusion;
import tongcang.Finding;
import tongcang.Provenance;
import tongcang.Quantity;
import tongcang.Reading;
import tongcang.Severity;
import tongcang.Status;
import tongcang.ledger.ReadSubmission;

/** From figures to facts. */
class WarehouseTest extends SmallWarehouse {

    @Test
    void aLevelIsShownInItsIndicatorsUnitAndKeptInTheBaseUnit() {
        send("市统计局", "2023-01-20", figure("地区生产总值", "38500000", "万元", "2022", Status.ACTUAL));

        assertThat(
                        rows(
                                "SELECT value, unit_code, value_canonical, dimension, value_text, unit_text FROM fact_observation"))
                .containsExactly(List.of("3850.000000", "亿元", "385000000000.0000000000", "money", "38500000", "万元"));
    }

    @Test
    void aSubmissionThatAPersonTookOutIsKeptInTheLedgerAndShownNowhere() {
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL));
        send("市统计局", "2023-01-21", figure("地区生产总值", "9999", "亿元", "2022", Status.ACTUAL));
        excluded = List.of(
                new Exclusion("s1", LocalDate.parse("2023-02-01"), "张三", "报错了部门"),
                new Exclusion("s7", LocalDate.parse("2023-02-01"), "张三", "笔误"));

        assertThat(rows("SELECT value FROM fact_observation")).containsExactly(List.of("3850.000000"));
        assertThat(rows("SELECT submission_id, outcome, figures FROM dim_submission ORDER BY 1"))
                .containsExactly(List.of("s0", "taken", "1"), List.of("s1", "excluded", "1"));
        assertThat(rows("SELECT rule, severity, found, message FROM fact_finding ORDER BY found"))
                .satisfiesExactly(
                        out -> assertThat(out)
                                .contains("decision.excluded", "s1")
                                .last()
                                .asString()
                                .contains("报错了部门"),
                        none -> assertThat(none).contains("decision.no-submission", "WARNING", "s7"));
    }

    @Test
    void aRatioThatDoesNotEndIsRoundedOnceAtTheEnd() {
        send("市统计局", "2023-01-20", figure("粮食面积", "10", "公顷", "2022", Status.ACTUAL));
        send("市统计局", "2023-01-21", figure("粮食面积", "-1", "万亩", "2021", Status.ACTUAL));

        assertThat(rows("SELECT value, value_canonical FROM fact_observation ORDER BY value DESC"))
                .containsExactly(List.of("0.015000", "100000.0000000000"), List.of("-1.000000", "-6666666.6666666667"));
    }

    @Test
    void aRatioOfSeveralTermsIsOneObservationPerTermAndOneThatEndsInOneIsANumber() {
        Quantity three = new Quantity(
                new BigDecimal("8.7"),
                null,
                List.of(new BigDecimal("41.2"), new BigDecimal("50.1")),
                "∶",
                Comparator.EQ);
        Quantity two = new Quantity(new BigDecimal("2.52"), null, List.of(BigDecimal.ONE), "∶", Comparator.EQ);
        send("市统计局", "2023-01-20", figure("三次产业结构", three, "2022", Status.ACTUAL));
        send("市统计局", "2023-01-20", figure("三次产业结构", two, "2021", Status.ACTUAL));

        assertThat(rows("SELECT period_code, breakdown, value FROM fact_observation ORDER BY ALL"))
                .containsExactly(
                        List.of("2021", "", "2.520000"),
                        List.of("2022", "term=1", "8.700000"),
                        List.of("2022", "term=2", "41.200000"),
                        List.of("2022", "term=3", "50.100000"));
    }

    @Test
    void aBuildThatDoublesAFigureIsBrokenOff() throws IOException {
        codelists = Files.createDirectories(folder.resolve("codelists"));
        try (Stream<Path> lists = Files.list(CODELISTS)) {
            for (Path list : lists.toList()) {
                Files.copy(list, codelists.resolve(list.getFileName()));
            }
        }
        // as no reader of the codelists would let through
        Path priorities = codelists.resolve("source_priority.csv");
        Files.writeString(priorities, Files.readString(priorities).strip() + "\ntjj,20,再\n");
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL));

        assertThatThrownBy(this::built).hasMessageContaining("but 4 are observations, 0 held and 0 uncoded");
    }

    @Test
    void everyFigureIsAFactOrHasAFinding() {
        send(
                "市统计局",
                "2023-01-20",
                figure("地区生产总值", "1", "亿元", "2022", Status.ACTUAL),
                figure("从未听说的指标", "2", "亿元", "2022", Status.ACTUAL),
                figure("地区生产总值", "3", "亿元", null, Status.ACTUAL),
                figure("地区生产总值", "99999999999999999", "亿元", "2021", Status.ACTUAL));

        assertThat(rows("SELECT figures FROM dim_submission")).containsExactly(List.of("4"));
        assertThat(rows("SELECT count(*) FROM fact_observation")).containsExactly(List.of("1"));
        assertThat(rows("SELECT reason FROM fact_uncoded ORDER BY figure_no"))
                .containsExactly(
                        List.of("coding.unknown-indicator"),
                        List.of("coding.unknown-period"),
                        List.of("coding.value-out-of-range"));
        assertThat(rows("SELECT rule FROM fact_finding ORDER BY rule"))
                .containsExactly(
                        List.of("coding.unknown-indicator"),
                        List.of("coding.unknown-period"),
                        List.of("coding.value-out-of-range"));
    }

    @Test
    void whatTheReaderFoundIsKeptWithItsPlace() {
        Finding finding = new Finding(
                "workbook.slip", Severity.WARNING, new Provenance.Cell("表一", "B5", "7.8S"), "7.8S", "7.85", "疑似误录");
        sent.add(new ReadSubmission(submission("市统计局", "2023-01-20"), new Reading(List.of(), List.of(finding))));

        assertThat(rows("SELECT rule, severity, place, found, message FROM fact_finding"))
                .containsExactly(List.of("workbook.slip", "WARNING", "表一!B5", "7.8S", "疑似误录"));
        assertThat(rows("SELECT outcome FROM dim_submission")).containsExactly(List.of("empty"));
    }
}
