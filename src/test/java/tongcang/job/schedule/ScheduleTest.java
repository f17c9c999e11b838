package tongcang.job.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongcang.job.watch.Ending;

/** The schedule under a clock of its own: days pass in no time. */
class ScheduleTest {
    private static final Path SHIPPED = Path.of("jobs/nightly.yml").toAbsolutePath();

    @TempDir
    private Path root = Path.of("");

    private Instant now = Instant.parse("2023-07-19T12:00:00Z");
    private final List<String> runs = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final Deque<Ending> endings = new ArrayDeque<>();

    @BeforeEach
    void aJob() throws IOException {
        Files.createDirectories(root.resolve("jobs"));
        Files.copy(SHIPPED, root.resolve("jobs/nightly.yml"));
    }

    @Test
    void aJobRunsAtItsTimeInItsZone() throws InterruptedException {
        passes(Duration.ofDays(3));

        // half past one in Shanghai is half past five the evening before in UTC
        assertThat(runs)
                .containsExactly(
                        "nightly 2023-07-20 at 2023-07-19T17:30:00Z",
                        "nightly 2023-07-21 at 2023-07-20T17:30:00Z",
                        "nightly 2023-07-22 at 2023-07-21T17:30:00Z");
    }

    @Test
    void nightsThatWereMissedAreMadeUpForByOneRun() throws InterruptedException {
        passes(Duration.ofMinutes(2));
        now = now.plus(Duration.ofDays(3));
        passes(Duration.ofMinutes(2));

        assertThat(runs).containsExactly("nightly 2023-07-22 at 2023-07-22T12:10:00Z");
        assertThat(told).anyMatch(line -> line.contains("补上错过的 2023-07-19T17:30:00Z"));
    }

    @Test
    void missedNightsAreLeftOutWhereTheJobSaysSo() throws IOException, InterruptedException {
        change("missed: run", "missed: skip");
        passes(Duration.ofMinutes(2));
        now = now.plus(Duration.ofDays(3));
        passes(Duration.ofHours(6));

        assertThat(runs).containsExactly("nightly 2023-07-23 at 2023-07-22T17:30:00Z");
    }

    @Test
    void aJobThatFailsOrBreaksDownRunsAgainTheNextNight() throws InterruptedException {
        endings.addAll(List.of(Ending.FAILED, Ending.LOCKED));
        now = Instant.parse("2023-07-19T17:29:00Z");
        passes(Duration.ofDays(2));

        assertThat(runs)
                .containsExactly(
                        "nightly 2023-07-20 at 2023-07-19T17:30:00Z",
                        "nightly 2023-07-21 at 2023-07-20T17:30:00Z",
                        "nightly 2023-07-21 at 2023-07-20T17:31:00Z");
    }

    @Test
    void aRunThatWasStoppedGoesOnAtTheNextStart() throws InterruptedException {
        endings.add(Ending.STOPPED);
        now = Instant.parse("2023-07-19T17:29:00Z");
        passes(Duration.ofMinutes(1));
        passes(Duration.ofMinutes(1));

        assertThat(runs).hasSize(2);
    }

    @Test
    void aBrokenJobIsNamedOnceAndTheOthersRun() throws IOException, InterruptedException {
        Files.writeString(root.resolve("jobs/broken.yml"), "name: broken\n");
        passes(Duration.ofDays(2));

        assertThat(runs).hasSize(2);
        assertThat(told.stream().filter(line -> line.contains("broken.yml"))).hasSize(1);
    }

    @Test
    void aJobFileThatIsNotInUtf8IsNamedAndTheOthersRun() throws IOException, InterruptedException {
        Files.writeString(root.resolve("jobs/old.yml"), Files.readString(SHIPPED), Charset.forName("GBK"));
        passes(Duration.ofDays(2));

        assertThat(runs).hasSize(2);
        assertThat(told).anyMatch(line -> line.contains("old.yml") && line.contains("UTF-8"));
    }

    @Test
    void aJobWhoseFolderCannotBeWrittenIsNamedAndTheOthersRun() throws IOException, InterruptedException {
        String text = Files.readString(SHIPPED).replace("name: nightly", "name: other");
        Files.writeString(root.resolve("jobs/other.yml"), text.replace("warehouse: warehouse", "warehouse: file"));
        Files.writeString(root.resolve("file"), "a file stands where the folder should be");
        passes(Duration.ofDays(2));

        assertThat(runs).hasSize(2).allMatch(run -> run.startsWith("nightly"));
        assertThat(told).anyMatch(line -> line.contains("file"));
    }

    @Test
    void aJobWhoseRunThrowsIsNoReasonToEnd() throws InterruptedException {
        endings.add(Ending.FAILED);
        Schedule.Runner runner = (job, day) -> {
            runs.add("thrown");
            throw new IllegalStateException("broke down");
        };
        passes(Duration.ofDays(2), runner);

        assertThat(runs).hasSize(2);
        assertThat(told).anyMatch(line -> line.contains("broke down"));
    }

    @Test
    void aClockThatIsSetBackPutsNothingOff() throws InterruptedException {
        passes(Duration.ofDays(2));
        now = now.minus(Duration.ofDays(400));
        runs.clear();
        passes(Duration.ofDays(1));

        assertThat(runs).hasSize(1);
    }

    private void passes(Duration time) throws InterruptedException {
        passes(time, (job, day) -> {
            runs.add(job.name() + " " + day + " at " + now);
            return endings.isEmpty() ? Ending.RELEASED : endings.pop();
        });
    }

    private void passes(Duration time, Schedule.Runner runner) throws InterruptedException {
        Instant end = now.plus(time);
        Clock clock = new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return Clock.fixed(now, zone);
            }

            @Override
            public Instant instant() {
                return now;
            }
        };
        Schedule.Sleep sleep = longest -> {
            now = now.plus(longest);
            return !now.isBefore(end);
        };
        new Schedule(root, null, clock, runner, sleep, told::add).run();
    }

    private void change(String from, String to) throws IOException {
        Path job = root.resolve("jobs/nightly.yml");
        String text = Files.readString(job);
        assertThat(text).contains(from);
        Files.writeString(job, text.replace(from, to));
    }
}
