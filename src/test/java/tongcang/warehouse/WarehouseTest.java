package tongcang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongcang.CodedKey;
import tongcang.ColumnSum;
import tongcang.Comparator;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.Measure;
import tongcang.Period;
import tongcang.Provenance;
import tongcang.Quantity;
import tongcang.Ratio;
import tongcang.RawKey;
import tongcang.Reading;
import tongcang.Severity;
import tongcang.Status;
import tongcang.Submission;
import tongcang.Unit;
import tongcang.UnitSource;
import tongcang.ledger.Ledger;
import tongcang.ledger.ParquetFile;
import tongcang.ledger.ReadSubmission;

class WarehouseTest {
    private static final Path CODELISTS = Path.of("src/test/resources/tongcang/warehouse/codelists");
    private static final Unit YI = new Unit("亿元", "money", Ratio.of(100_000_000, 1));
    private static final Unit WAN_YUAN = new Unit("万元", "money", Ratio.of(10_000, 1));
    private static final Unit MU = new Unit("万亩", "area", Ratio.of(20_000_000, 3));
    private static final Unit HECTARE = new Unit("公顷", "area", Ratio.of(10_000, 1));
    private static final Unit WAN_REN = new Unit("万人", "person", Ratio.of(10_000, 1));
    private static final Unit RATIO = new Unit("∶", "proportion", Ratio.ONE);

    @TempDir
    private Path folder = Path.of("");

    private final List<ReadSubmission> sent = new ArrayList<>();
    private Settings settings = new Settings("256MB", 1, Path.of("spill"));

    @BeforeEach
    void settings() {
        settings = new Settings("256MB", 1, folder.resolve("spill"));
    }

    @Test
    void aLevelIsShownInItsIndicatorsUnitAndKeptInTheBaseUnit() {
        send("市统计局", "2023-01-20", figure("地区生产总值", "38500000", "万元", "2022", Status.ACTUAL));

        assertThat(
                        rows(
                                "SELECT value, unit_code, value_canonical, dimension, value_text, unit_text FROM fact_observation"))
                .containsExactly(List.of("3850.000000", "亿元", "385000000000.0000000000", "money", "38500000", "万元"));
    }

    @Test
    void aRatioThatDoesNotEndIsRoundedOnceAtTheEnd() {
        send("市统计局", "2023-01-20", figure("粮食面积", "10", "公顷", "2022", Status.ACTUAL));
        send("市统计局", "2023-01-21", figure("粮食面积", "-1", "万亩", "2021", Status.ACTUAL));

        assertThat(rows("SELECT value, value_canonical FROM fact_observation ORDER BY value DESC"))
                .containsExactly(List.of("0.015000", "100000.0000000000"), List.of("-1.000000", "-6666666.6666666667"));
    }

    @Test
    void aRevisionIsAnotherRowAndTheOlderOneStaysTrueOfItsDay() {
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850", "亿元", "2022", Status.PRELIMINARY));
        send("市统计局", "2023-12-20", figure("地区生产总值", "3746.8", "亿元", "2022", Status.ACTUAL));

        assertThat(rows("SELECT value, status FROM observation")).containsExactly(List.of("3746.800000", "actual"));
        assertThat(rows("SELECT value FROM observation_as_of(DATE '2023-06-30')"))
                .containsExactly(List.of("3850.000000"));
        assertThat(rows("SELECT previous_value, value, difference, unit_changed FROM revision"))
                .containsExactly(List.of("3850.000000", "3746.800000", "-103.200000", "false"));
    }

    @Test
    void theSourceThatGoesFirstIsShownAndTheOtherIsAConflictBeyondItsShownDecimals() {
        send("市政府", "2023-02-01", figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL));
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850.4", "亿元", "2022", Status.ACTUAL));
        send("市政府", "2023-02-01", figure("地区生产总值", "3700", "亿元", "2021", Status.ACTUAL));
        send("市统计局", "2023-01-20", figure("地区生产总值", "3702", "亿元", "2021", Status.ACTUAL));

        assertThat(rows("SELECT period_code, value, department_name FROM observation ORDER BY period_code"))
                .containsExactly(List.of("2021", "3702.000000", "市统计局"), List.of("2022", "3850.400000", "市统计局"));
        assertThat(rows("SELECT period_code, difference FROM conflict"))
                .hasSize(1)
                .allSatisfy(row -> assertThat(row.get(0)).isEqualTo("2021"));
    }

    @Test
    void aTargetStandsBesideTheNewestResultOfItsYear() {
        send("市政府", "2023-01-09", figure("城镇新增就业人数", "5", "万人", "2023", Status.TARGET));
        send("市统计局", "2023-04-15", figure("城镇新增就业人数", "1.5", "万人", "2023-01/2023-03", Status.ACTUAL));
        send("市统计局", "2023-07-15", figure("城镇新增就业人数", "2.2", "万人", "2023-01/2023-06", Status.ACTUAL));

        assertThat(
                        rows(
                                "SELECT target, result_period, result, share_reached, time_elapsed, progress FROM target_progress"))
                .containsExactly(List.of("5.000000", "2023-01/2023-06", "2.200000", "0.4400", "0.5000", "behind"));
        assertThat(rows("SELECT count(*) FROM observation")).containsExactly(List.of("2"));
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

    @Test
    void equalInputsGiveEqualParquetBytes() throws IOException {
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL));
        Releases releases = new Releases(folder.resolve("warehouse"));
        publish(releases, "a");
        publish(releases, "b");

        assertThat(releases.current()).contains("b");
        assertThat(releases.ids()).containsExactly("a", "b");
        assertThat(hashes(releases, "a")).hasSizeGreaterThan(10).isEqualTo(hashes(releases, "b"));
        assertThat(releases.verify("a", ParquetFile::sums)).isEmpty();
    }

    @Test
    void aReleaseThatTheSecondReaderDoubtsIsNotPublished() throws IOException {
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL));
        Releases releases = new Releases(folder.resolve("warehouse"));
        publish(releases, "a");
        Releases.SecondReader doubting = file -> {
            Map<String, ColumnSum> sums = new HashMap<>(ParquetFile.sums(file));
            sums.computeIfPresent(
                    "value",
                    (column, sum) -> new ColumnSum(sum.filled(), sum.sum().add(BigDecimal.ONE)));
            return sums;
        };

        assertThatThrownBy(() -> releases.publish(built(), draft("b"), settings, doubting))
                .hasMessageContaining("value")
                .hasMessageContaining("stays current");
        assertThat(releases.current()).contains("a");
        assertThat(releases.ids()).containsExactly("a");
    }

    @Test
    void aDamagedReleaseIsToldFromAWholeOne() throws IOException {
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL));
        Releases releases = new Releases(folder.resolve("warehouse"));
        publish(releases, "a");
        Files.writeString(releases.folder("a").resolve("parquet/observation.parquet"), "rubbish");
        Files.delete(releases.folder("a").resolve("parquet/series.parquet"));

        assertThat(releases.verify("a", ParquetFile::sums))
                .containsExactly(
                        "parquet/observation.parquet: its bytes are not those of the manifest",
                        "parquet/series.parquet: missing");
    }

    @Test
    void rollingBackIsOnePointerAndPruningSparesTheCurrentOne() throws IOException {
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL));
        Releases releases = new Releases(folder.resolve("warehouse"));
        publish(releases, "a");
        publish(releases, "b");
        publish(releases, "c");
        releases.use("a");

        assertThat(releases.prune(1, Instant.EPOCH)).isEmpty();
        assertThat(releases.prune(1, Instant.now().plusSeconds(60))).containsExactly("b");
        assertThat(releases.ids()).containsExactly("a", "c");
        assertThatThrownBy(() -> releases.use("b")).hasMessageContaining("no release 'b'");
    }

    @Test
    void aReleasedFileIsReadWithNothingElseInReach() throws IOException {
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL));
        Releases releases = new Releases(folder.resolve("warehouse"));
        publish(releases, "a");
        try (ReleaseReader reader = new ReleaseReader(releases.database("a"))) {
            assertThat(reader.ask("SELECT count(*) FROM observation").rows()).containsExactly(List.of("1"));
            assertThat(reader.ask("SELECT 1 AS one WHERE false").columns()).containsExactly("one");
            assertThatThrownBy(() -> reader.ask("SELECT * FROM read_text('pom.xml')"))
                    .isInstanceOf(WarehouseException.class);
            assertThatThrownBy(() -> reader.ask("CREATE TABLE t (i INTEGER)")).isInstanceOf(WarehouseException.class);
            assertThatThrownBy(() -> reader.ask("SET enable_external_access = true"))
                    .isInstanceOf(WarehouseException.class);
        }
    }

    private void send(String department, String received, Figure... figures) {
        sent.add(new ReadSubmission(submission(department, received), new Reading(List.of(figures), List.of())));
    }

    private Submission submission(String department, String received) {
        String id = "s" + sent.size();
        return new Submission(
                id, id + ".xlsx", department, LocalDate.parse(received), "00", 1, Submission.Kind.WORKBOOK);
    }

    private static Figure figure(String label, String value, String unit, @Nullable String period, Status status) {
        return figure(label, Quantity.of(new BigDecimal(value), unit), period, status);
    }

    private static Figure figure(String label, Quantity quantity, @Nullable String period, Status status) {
        return new Figure(
                new Provenance.Cell("表一", "B5", quantity.valueText()),
                quantity,
                label,
                Measure.LEVEL,
                status,
                period == null ? null : Period.of(period).orElseThrow(),
                null,
                "",
                Map.of(),
                UnitSource.CAPTION,
                new Figure.Context("", "", ""));
    }

    /** A coder of four labels. */
    private static CodedKey code(RawKey key) {
        Map<String, String> indicators =
                Map.of("地区生产总值", "gdp", "粮食面积", "grain_area", "城镇新增就业人数", "new_jobs", "三次产业结构", "structure");
        Map<String, Unit> shown = Map.of("gdp", YI, "grain_area", MU, "new_jobs", WAN_REN, "structure", RATIO);
        Map<String, Unit> units = Map.of("亿元", YI, "万元", WAN_YUAN, "万亩", MU, "公顷", HECTARE, "万人", WAN_REN, "∶", RATIO);
        String indicator = indicators.get(key.label());
        Unit unit = Objects.requireNonNull(units.get(key.unit()));
        Unit to = indicator == null ? unit : Objects.requireNonNull(shown.get(indicator));
        List<CodedKey.Problem> problems = indicator == null
                ? List.of(new CodedKey.Problem("coding.unknown-indicator", Severity.WARNING, key.label(), "", "未编码"))
                : List.of();
        return new CodedKey(
                indicator, key.measure(), "411000", "", unit, unit.in(to), to.code(), "exact", List.of(), problems);
    }

    private Path built() throws IOException {
        Path ledger = folder.resolve("ledger");
        Path work = folder.resolve("work");
        Ledger.writePart(work, 0, sent);
        new Ledger(ledger)
                .append("r1", work, sent.stream().map(s -> s.submission().id()).toList());
        Path file = folder.resolve("build.duckdb");
        WarehouseBuild build = new WarehouseBuild(file, ledger, CODELISTS, settings);
        build.code(WarehouseTest::code);
        build.build();
        build.audit(folder.resolve("no-rules"));
        return file;
    }

    private List<List<String>> rows(String sql) {
        try (ReleaseReader reader = new ReleaseReader(built())) {
            return reader.ask(sql).rows().stream()
                    .map(row -> row.stream().map(String::valueOf).toList())
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void publish(Releases releases, String id) throws IOException {
        releases.publish(built(), draft(id), settings, ParquetFile::sums);
    }

    private static Manifest draft(String id) {
        return new Manifest(id, "", "fingerprint", "test", "seeds", 1, List.of());
    }

    private static List<String> hashes(Releases releases, String id) {
        return releases.manifest(id).files().stream()
                .map(Manifest.DataFile::sha256)
                .toList();
    }
}
