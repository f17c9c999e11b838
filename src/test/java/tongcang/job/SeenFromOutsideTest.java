package tongcang.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tongcang.job.definition.Deadline;
import tongcang.job.definition.JobFile;
import tongcang.job.watch.Ending;
import tongcang.job.watch.LogLevel;
import tongcang.job.watch.Progress;
import tongcang.job.watch.RereadTold;
import tongcang.job.watch.RunRecord;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What one night tells to those who follow it: progress, log, meters, flight recorder, reminders. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeenFromOutsideTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();

    @TempDir
    private static Path folder = Path.of("");

    private final List<String> steps = new ArrayList<>();
    private final List<Integer> done = new ArrayList<>();
    private long figures;
    private NightlyRun.Outcome outcome = new NightlyRun.Outcome(
            Ending.FAILED, null, 0, List.of(), null, Path.of(""), "", List.of(), RereadTold.NOTHING, List.of(), null);
    private Set<String> events = Set.of();

    @BeforeAll
    void oneNight() throws IOException {
        JobFile job = JobFile.load(ROOT.resolve("jobs/nightly.yml"));
        NightlyRun run = new NightlyRun(ROOT, job, null, folder.resolve("warehouse"));
        Path flight = folder.resolve("flight.jfr");
        try (Recording recording = new Recording()) {
            recording.start();
            outcome = run.run(LocalDate.of(2023, 7, 20), listener(), LogLevel.DEBUG);
            recording.dump(flight);
        }
        events = RecordingFile.readAllEvents(flight).stream()
                .map((RecordedEvent e) -> e.getEventType().getName())
                .filter(name -> name.contains("springframework.batch"))
                .map(name -> name.substring(name.lastIndexOf('.') + 1))
                .collect(Collectors.toSet());
    }

    private Progress listener() {
        return new Progress() {
            @Override
            public void step(String name) {
                steps.add(name);
            }

            @Override
            public void read(int read, int all, long numbers) {
                done.add(read);
                figures = numbers;
            }
        };
    }

    @Test
    void progressNamesTheStepsAndCountsEverySubmission() {
        assertThat(steps).startsWith("intake", "extract", "append").endsWith("release");
        int all = outcome.fresh() + outcome.deferred().size();
        assertThat(done).isSorted().hasSize(all).endsWith(all);
        assertThat(figures).isGreaterThan(500);
    }

    @Test
    void theLogOfARunIsJsonLineByLine() throws IOException {
        JsonMapper json = JsonMapper.builder().build();
        List<JsonNode> lines = Files.readAllLines(outcome.log().orElseThrow()).stream()
                .map(json::readTree)
                .toList();

        assertThat(lines)
                .extracting(l -> l.get("formattedMessage").asString())
                .startsWith("run begins")
                .contains("submission read", "step ended")
                .endsWith("run ended");
        assertThat(lines)
                .allSatisfy(l -> assertThat(l.get("throwable").isNull()).isTrue());
    }

    @Test
    void theMetersAreAFileInPrometheusTextForm() throws IOException {
        String text = Files.readString(outcome.warehouse().resolve("state/nightly.prom"));

        assertThat(text)
                .contains("tongcang_submissions_read_total{job_name=\"nightly\",outcome=\"taken\"} 30")
                .contains("tongcang_figures_read_total{job_name=\"nightly\"} " + (double) figures)
                .contains("tongcang_step_seconds_count{job_name=\"nightly\",step=\"release\"} 1")
                .contains("tongcang_run_success_seconds{job_name=\"nightly\"}")
                .contains("tongcang_overdue{job_name=\"nightly\"} 1.0");
        assertThat(text.lines().filter(l -> !l.startsWith("#")))
                .allMatch(l -> l.matches("[a-z_]+\\{[^}]*\\} [0-9.E]+"));
    }

    @Test
    void theEventsOfSpringBatchReachTheFlightRecorder() {
        assertThat(events).contains("JobExecutionEvent", "StepExecutionEvent", "TaskletExecutionEvent");
    }

    @Test
    void anEncryptedFormIsStillOwedAndNamed() {
        assertThat(outcome.overdue()).hasSize(1).allSatisfy(o -> {
            assertThat(o.deadline().department()).isEqualTo("市工信局");
            assertThat(o.missing()).extracting(p -> p.code()).containsExactly("2023-05");
            assertThat(o.since()).isEqualTo(LocalDate.of(2023, 6, 28));
            assertThat(o.notTaken()).hasSize(1).allMatch(path -> path.contains("加密"));
            assertThat(o.isKnown()).isTrue();
        });
    }

    @Test
    void theDayItIsDueAFormIsNotYetOverdue() {
        Deadline monthly =
                new Deadline("市工信局", "利润月报", "enterprise_profit", Deadline.Rhythm.MONTH, 27, LocalDate.of(2023, 5, 10));

        assertThat(monthly.dueBefore(LocalDate.of(2023, 6, 27))).isEmpty();
        assertThat(monthly.dueBefore(LocalDate.of(2023, 6, 28)))
                .extracting(p -> p.code())
                .containsExactly("2023-05");
        assertThat(monthly.dueBefore(LocalDate.of(2023, 9, 1)))
                .extracting(p -> p.code())
                .containsExactly("2023-05", "2023-06", "2023-07");
    }

    @Test
    void aHalfYearsFormIsDueAfterTheHalf() {
        Deadline half = new Deadline("市统计局", "半年报", "gdp", Deadline.Rhythm.HALF, 20, LocalDate.of(2022, 12, 31));

        assertThat(half.dueBefore(LocalDate.of(2023, 7, 21)))
                .extracting(p -> p.code())
                .containsExactly("2022-S2", "2023-S1");
    }

    @Test
    void aDepartmentThatTheCodelistLacksIsToldApart() {
        Path database = new tongcang.warehouse.release.Releases(outcome.warehouse())
                .database(outcome.release().orElseThrow());
        Deadline unknown = new Deadline("市乌有局", "月报", "gdp", Deadline.Rhythm.MONTH, 1, LocalDate.of(2023, 6, 1));

        assertThat(Overdue.on(LocalDate.of(2023, 7, 20), List.of(unknown), database, List.of()))
                .hasSize(1)
                .noneMatch(Overdue::isKnown);
    }

    @Test
    void aTornLineInTheBookOfRunsIsPassedOver() throws IOException {
        Path state = Files.createDirectories(folder.resolve("torn/state"));
        RunRecord whole =
                Objects.requireNonNull(RunRecord.all(outcome.warehouse()).get(0));
        RunRecord.append(state, whole);
        Files.writeString(state.resolve("runs.jsonl"), "{\"run\":\"84", java.nio.file.StandardOpenOption.APPEND);
        RunRecord.append(state, whole);

        assertThat(RunRecord.all(folder.resolve("torn"))).containsExactly(whole, whole);
    }
}
