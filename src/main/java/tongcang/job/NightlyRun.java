package tongcang.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import tongcang.InvalidFileException;
import tongcang.job.check.LedgerHealth;
import tongcang.job.check.Machine;
import tongcang.job.definition.JobFile;
import tongcang.job.definition.Seeds;
import tongcang.job.watch.Deferral;
import tongcang.job.watch.Ending;
import tongcang.job.watch.LogLevel;
import tongcang.job.watch.Progress;
import tongcang.job.watch.RereadTold;
import tongcang.job.watch.RunLock;
import tongcang.job.watch.RunLog;
import tongcang.job.watch.RunMeters;
import tongcang.job.watch.RunRecord;
import tongcang.job.watch.RunWatch;
import tongcang.ledger.Ledger;
import tongcang.ledger.chain.DamagedLedgerException;
import tongcang.warehouse.database.WarehouseException;
import tongcang.warehouse.release.Arrivals;
import tongcang.warehouse.release.Releases;
import tongcang.warehouse.release.Signature;

/** Runs a job once: plans it, and starts Spring Batch only where there is something to do. */
public final class NightlyRun {

    /**
     * What a run did.
     *
     * @param ending how it ended
     * @param release the current release, empty before the first
     * @param fresh submissions taken in by this run
     * @param left files that could not be taken, with the reason in Chinese
     * @param late what was laid into folders of days before the last run, in Chinese
     * @param warehouse where it all lies
     * @param reason why it failed or who holds the lock, else empty
     * @param deferred submissions that could not be read now and are to be tried again
     * @param reread what was read again, and what an older reader read
     * @param overdue forms that are overdue on the day of the run, as the current release tells
     * @param log the log of this run; empty where it was not begun
     */
    public record Outcome(
            Ending ending,
            Optional<String> release,
            int fresh,
            List<String> left,
            Optional<String> late,
            Path warehouse,
            String reason,
            List<Deferral> deferred,
            RereadTold reread,
            List<Overdue> overdue,
            Optional<Path> log) {}

    private static final Logger LOG = LoggerFactory.getLogger(NightlyRun.class);

    private final JobFile job;
    private final RunPlan.Paths paths;
    private final BatchRun batch = new BatchRun();
    private final RunMeters meters;

    /**
     * Prepares a job.
     *
     * @param root the project's folder
     * @param input instead of the job's, or null
     * @param warehouse instead of the job's, or null
     */
    public NightlyRun(Path root, JobFile job, @Nullable Path input, @Nullable Path warehouse) {
        this(root, job, input, warehouse, new RunMeters(job.name()));
    }

    /** The same, told by meters that several runs share. */
    public NightlyRun(Path root, JobFile job, @Nullable Path input, @Nullable Path warehouse, RunMeters meters) {
        this.job = job;
        this.meters = meters;
        this.paths = new RunPlan.Paths(
                root,
                input == null ? root.resolve(job.input()) : input,
                root.resolve(job.seeds()),
                warehouse == null ? root.resolve(job.warehouse()) : warehouse);
    }

    /**
     * Runs the job.
     *
     * @param date the day that names the release, and on which what is overdue is counted
     * @throws InvalidFileException if a file of the operator is wrong; nothing is started then
     */
    public Outcome run(LocalDate date) {
        return run(date, Progress.SILENT, LogLevel.INFO);
    }

    /** Runs the job, telling {@code progress} how it gets on and the run's log as much as {@code level} says. */
    public Outcome run(LocalDate date, Progress progress, LogLevel level) {
        return run(date, progress, level, "");
    }

    /** The same; its release may hold less than the one before it, for a reason that is written down if it does. */
    public Outcome run(LocalDate date, Progress progress, LogLevel level, String admission) {
        return run(date, progress, level, admission, Optional.empty());
    }

    /**
     * The same, reading submissions of the ledger again.
     *
     * @param reread which ones; empty: those that the job reads again by itself, if any
     */
    public Outcome run(LocalDate date, Progress progress, LogLevel level, String admission, Optional<Reread> reread) {
        try {
            Optional<RunLock> lock = RunLock.take(paths.state());
            if (lock.isEmpty()) {
                return locked();
            }
            try (RunLock held = lock.get();
                    RunLog log = RunLog.open(paths.warehouse(), job.name(), level);
                    Temporary temporary = Temporary.open(paths.temporary())) {
                return logged(date, progress, log, admission, reread);
            }
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidFileException(
                    paths.warehouse().toString(),
                    0,
                    Machine.shortage(paths.warehouse()) + "a file cannot be read or written (" + e
                            + "); see: tongcang doctor");
        }
    }

    /** Stops a run that is under way, at its next chunk or step; the next run goes on from there. */
    public void stop() {
        batch.stop();
    }

    private Outcome logged(LocalDate date, Progress progress, RunLog log, String admission, Optional<Reread> reread)
            throws IOException {
        Instant started = Instant.now();
        LOG.atInfo().addKeyValue("job", job.name()).addKeyValue("date", date).log("run begins");
        try {
            Seeds seeds = Seeds.load(paths.seeds());
            seeds.requireKnown(job);
            Optional.ofNullable(job.signingKey()).map(paths.root()::resolve).ifPresent(Signature::require);
            new LedgerHealth(paths.warehouse()).require(RunPlan.today(job));
            RunPlan plan = RunPlan.of(job, paths, date, seeds, reread).admitting(admission);
            RunWatch watch = new RunWatch(plan.toRead().size(), progress, meters);
            BatchRun.Result result = plan.isReleased() ? nothingNew(plan) : batch.run(plan, seeds, watch);
            return ended(started, plan, seeds, result, watch, log);
        } catch (InvalidFileException e) {
            LOG.error("{}", e.getMessage());
            throw e;
        } catch (DamagedLedgerException e) {
            LOG.error("{}", e.getMessage());
            return damaged(started, String.valueOf(e.getMessage()), log);
        } finally {
            progress.ended();
        }
    }

    /** A kill after the release was shown leaves a work folder that nobody needs. */
    private static BatchRun.Result nothingNew(RunPlan plan) throws IOException {
        FileSystemUtils.deleteRecursively(plan.paths().work());
        Deferral.write(Deferral.file(plan.paths().state()), List.of()); // their files are there no more
        return new BatchRun.Result(Ending.NOTHING_NEW, "");
    }

    /** Before anything was planned. */
    private Outcome damaged(Instant started, String reason, RunLog log) {
        Optional<String> release = new Releases(paths.warehouse()).current();
        book(started, "", 0, Ending.FAILED, release, 0);
        return new Outcome(
                Ending.FAILED,
                release,
                0,
                List.of(),
                Optional.empty(),
                paths.warehouse(),
                reason,
                List.of(),
                RereadTold.NOTHING,
                List.of(),
                Optional.of(log.file()));
    }

    private Outcome ended(
            Instant started, RunPlan plan, Seeds seeds, BatchRun.Result result, RunWatch watch, RunLog log) {
        Optional<String> release = new Releases(paths.warehouse()).current();
        List<Deferral> deferred = Deferral.all(paths.warehouse());
        int taken = taken(plan, result.ending(), deferred.size());
        boolean nothing = result.ending() == Ending.RELEASED
                && plan.settled()
                && taken == 0
                && watch.changes().isEmpty();
        Ending ending = nothing ? Ending.NOTHING_NEW : result.ending();
        List<Overdue> overdue =
                release.map(id -> overdue(plan.date(), id, deferred)).orElse(List.of());
        book(started, plan.run(), taken, ending, release, overdue.size());
        LOG.atInfo()
                .addKeyValue("ending", ending)
                .addKeyValue("release", release.orElse(""))
                .addKeyValue("submissions", taken)
                .addKeyValue("deferred", deferred.size())
                .addKeyValue("overdue", overdue.size())
                .addKeyValue("ledger", head())
                .addKeyValue("reason", result.reason())
                .log("run ended");
        return new Outcome(
                ending,
                release,
                taken,
                left(plan, seeds, release),
                plan.late(),
                paths.warehouse(),
                ending == Ending.FAILED ? Machine.shortage(paths.warehouse()) + result.reason() : "",
                deferred,
                plan.rereads().told(watch.changes(), watch.kept()),
                overdue,
                Optional.of(log.file()));
    }

    private List<String> left(RunPlan plan, Seeds seeds, Optional<String> release) {
        Releases releases = new Releases(paths.warehouse());
        Stream<String> altered = releases.altered().stream()
                .map(id -> releases.folder(id) + "：发布后被改动过（与登记或台账不符），不再采信，数据已改由台账重建；请查明是谁改的，再把它移到仓库之外");
        Stream<String> strangers =
                release.stream().flatMap(id -> strangers(id).stream()).flatMap(name -> seeds.unknown(name).stream());
        return Stream.of(plan.left().stream(), altered, strangers)
                .flatMap(lines -> lines)
                .toList();
    }

    /** The chain's end in the log, so that it shows where it was cut off. */
    private String head() {
        return new Ledger(paths.ledger())
                .chain()
                .head()
                .map(head -> head.link().number() + " " + head.hash())
                .orElse("");
    }

    /** A run that was cut off has put nothing off yet. */
    private static int taken(RunPlan plan, Ending ending, int deferred) {
        return ending == Ending.RELEASED
                ? plan.fresh().size() - deferred
                : plan.fresh().size();
    }

    /** Departments of a release that no codelist had. */
    private List<String> strangers(String release) {
        try (Arrivals arrivals = new Arrivals(new Releases(paths.warehouse()).database(release))) {
            return arrivals.unknownDepartments();
        } catch (WarehouseException e) {
            LOG.warn("departments cannot be told", e);
            return List.of();
        }
    }

    /** A release of an older program may lack what is asked for; the run is not to fail for that. */
    private List<Overdue> overdue(LocalDate day, String release, List<Deferral> deferred) {
        try {
            return Overdue.on(day, job.deadlines(), new Releases(paths.warehouse()).database(release), deferred);
        } catch (WarehouseException e) {
            LOG.warn("what is overdue cannot be told", e);
            return List.of();
        }
    }

    /** A full disk must not hide how the run ended: what cannot be booked is logged. */
    private void book(Instant started, String run, int fresh, Ending ending, Optional<String> release, int overdue) {
        Instant now = Instant.now();
        meters.ended(ending, Duration.between(started, now), overdue);
        try {
            RunRecord.append(
                    paths.state(),
                    new RunRecord(
                            run,
                            job.name(),
                            started.toString(),
                            now.toString(),
                            ending.name(),
                            release.orElse(""),
                            fresh));
            RunRecord.lastGood(paths.warehouse(), job.name()).ifPresent(meters::lastGood);
            meters.write(paths.state());
        } catch (IOException | UncheckedIOException e) {
            LOG.warn("the run could not be booked", e);
        }
    }

    private Outcome locked() throws IOException {
        return new Outcome(
                Ending.LOCKED,
                new Releases(paths.warehouse()).current(),
                0,
                List.of(),
                Optional.empty(),
                paths.warehouse(),
                RunLock.holder(paths.state()),
                List.of(),
                RereadTold.NOTHING,
                List.of(),
                Optional.empty());
    }
}
