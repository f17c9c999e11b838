package tongcang.job.schedule;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.support.CronExpression;
import tongcang.InvalidFileException;
import tongcang.job.check.Doctor;
import tongcang.job.definition.JobFile;
import tongcang.job.watch.Ending;

/**
 * Runs the jobs of a project when their cron lines say so, one after another and never two at once. Their definitions are
 * read anew before every run, so that a mended file is heeded; a job that fails is tried again at its next time.
 */
public final class Schedule {
    /** So late a run may begin and still be in time. */
    private static final Duration GRACE = Duration.ofMinutes(30);

    /** After so long the clock and the job files are looked at again. */
    private static final Duration LONGEST_SLEEP = Duration.ofMinutes(10);

    /** After so long it is tried again whether another run still holds the lock. */
    private static final Duration LOCKED = Duration.ofMinutes(1);

    /** Runs one job, once. */
    interface Runner {
        Ending run(JobFile job, LocalDate day);
    }

    /** Waits. */
    interface Sleep {
        /** Whether it was asked to stop meanwhile. */
        boolean untilStopped(Duration longest) throws InterruptedException;
    }

    /** A job and when it runs next. */
    private record Turn(JobFile job, Instant due) {}

    private final Path root;
    private final @Nullable Path warehouse;
    private final Clock clock;
    private final Runner runner;
    private final Sleep sleep;
    private final Consumer<String> told;

    /** What is wrong with job files, by file; asked from outside while it changes. */
    private final Map<String, String> broken = new ConcurrentHashMap<>();

    Schedule(Path root, @Nullable Path warehouse, Clock clock, Runner runner, Sleep sleep, Consumer<String> told) {
        this.root = root;
        this.warehouse = warehouse;
        this.clock = clock;
        this.runner = runner;
        this.sleep = sleep;
        this.told = told;
    }

    /** Runs jobs until it is stopped. */
    void run() throws InterruptedException {
        boolean stopped = false;
        while (!stopped) {
            Optional<Turn> next = next();
            Instant now = clock.instant();
            if (next.isPresent() && !next.get().due().isAfter(now)) {
                stopped = turnOrRest(next.get(), now);
            } else {
                stopped = sleep.untilStopped(next.map(turn -> Duration.between(now, turn.due()))
                        .filter(wait -> wait.compareTo(LONGEST_SLEEP) < 0)
                        .orElse(LONGEST_SLEEP));
            }
        }
    }

    /** Where it cannot be noted that a job had its turn, as on a full disk, there is a rest before it is tried again. */
    private boolean turnOrRest(Turn turn, Instant now) throws InterruptedException {
        try {
            return turn(turn, now);
        } catch (UncheckedIOException e) {
            told.accept(turn.job().name() + "：" + e.getMessage());
            return sleep.untilStopped(LOCKED);
        }
    }

    /** Runs a job whose time has come, or passes over a time that was missed; true once it was asked to stop. */
    private boolean turn(Turn turn, Instant now) throws InterruptedException {
        JobFile job = turn.job();
        boolean missed = turn.due().plus(GRACE).isBefore(now);
        if (missed && job.schedule().missedOrRun() == JobFile.Missed.SKIP) {
            told.accept(job.name() + "：错过了 " + turn.due() + " 的运行，按作业的规定略过");
            slot(job).serve(now);
            return sleep.untilStopped(Duration.ZERO);
        }
        told.accept(job.name() + (missed ? "：补上错过的 " : "：开始 ") + turn.due() + " 的运行");
        Optional<Ending> ending = ending(job);
        told.accept(job.name() + "：" + ending.map(Ending::name).orElse("没有运行"));
        if (ending.equals(Optional.of(Ending.LOCKED))) {
            return sleep.untilStopped(LOCKED);
        }
        if (!ending.equals(Optional.of(Ending.STOPPED))) {
            slot(job).serve(clock.instant());
        }
        return sleep.untilStopped(Duration.ZERO);
    }

    /** A job that breaks down is no reason to leave the others alone. */
    private Optional<Ending> ending(JobFile job) {
        try {
            LocalDate day = LocalDate.now(clock.withZone(zone(job)));
            return Optional.of(runner.run(job, day));
        } catch (RuntimeException e) {
            told.accept(job.name() + "：" + e.getMessage());
            return Optional.empty();
        }
    }

    /** The files of jobs that cannot run as they are, each with what it lacks; as of the last look at them. */
    Map<String, String> broken() {
        return new TreeMap<>(broken);
    }

    private Optional<Turn> next() {
        return turns().stream()
                .min(Comparator.comparing(Turn::due)
                        .thenComparing(turn -> turn.job().name()));
    }

    /** The first time after the one that was served last. */
    private Instant due(JobFile job) {
        ZonedDateTime from = slot(job).served(clock.instant()).atZone(zone(job));
        @Nullable
        ZonedDateTime due = CronExpression.parse(job.schedule().cron()).next(from);
        return due == null ? Instant.MAX : due.toInstant();
    }

    private static ZoneId zone(JobFile job) {
        return ZoneId.of(job.schedule().zone());
    }

    private Slot slot(JobFile job) {
        Path folder = warehouse != null ? warehouse : root.resolve(job.warehouse());
        return new Slot(folder.resolve("state").resolve(job.name() + ".slot"));
    }

    /** What a broken definition lacks is said once, and again when it lacks something else. */
    private List<Turn> turns() {
        List<Turn> turns = new ArrayList<>();
        List<Path> files = Doctor.jobFiles(root);
        Set<String> wrong = new HashSet<>();
        for (Path file : files) {
            try {
                JobFile job = JobFile.load(file);
                turns.add(new Turn(job, due(job)));
            } catch (InvalidFileException | UncheckedIOException e) {
                wrong.add(file.toString());
                tell(file.toString(), String.valueOf(e.getMessage()));
            }
        }
        if (files.isEmpty()) {
            String jobs = root.resolve("jobs").toString();
            wrong.add(jobs);
            tell(jobs, jobs + " 中没有作业文件");
        }
        broken.keySet().retainAll(wrong);
        return turns;
    }

    private void tell(String file, String problem) {
        if (!problem.equals(broken.put(file, problem))) {
            told.accept(problem);
        }
    }
}
