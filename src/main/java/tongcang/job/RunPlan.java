package tongcang.job;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tongcang.job.definition.JobFile;
import tongcang.job.definition.Seeds;
import tongcang.job.intake.Intake;
import tongcang.job.watch.Deferral;
import tongcang.job.watch.RunRecord;
import tongcang.ledger.Generations;
import tongcang.ledger.Ledger;
import tongcang.ledger.Sources;
import tongcang.warehouse.database.WarehouseException;
import tongcang.warehouse.release.Arrivals;
import tongcang.warehouse.release.Manifest;
import tongcang.warehouse.release.Releases;
import tongcang.warehouse.release.Signature;
import tongcang.workbook.file.WorkbookSettings;

/**
 * What one run has to do. Two runs with the same submissions, seeds and program would make the same release.
 *
 * @param job the job's definition
 * @param workbooks how workbooks are read
 * @param paths where everything lies
 * @param date the day that names the release
 * @param today the day of the run by the clock
 * @param known ids of the submissions that the ledger held before, without those that were withdrawn
 * @param generations which of their readings counted then
 * @param delivered all that lies in the input folders
 * @param fresh submissions that the ledger lacks
 * @param rereads what is read again
 * @param toRead the fresh ones, then those that are read again
 * @param left files that could not be taken, with the reason
 * @param late what was laid into folders of days before the last run
 * @param fingerprint of seeds and program
 * @param run names its folder in {@code work} and in the ledger
 * @param deferred what of the fresh ones is put off
 * @param settled whether the ledger as it was has its release
 * @param preview whether it is only told what would be read otherwise than before
 * @param admission why the release may be smaller than the one before it; empty: it may not
 */
record RunPlan(
        JobFile job,
        WorkbookSettings workbooks,
        Paths paths,
        LocalDate date,
        LocalDate today,
        Set<String> known,
        Generations generations,
        List<Intake.Delivered> delivered,
        List<Intake.Delivered> fresh,
        Rereads rereads,
        List<Intake.Delivered> toRead,
        List<String> left,
        Optional<String> late,
        Fingerprint fingerprint,
        String run,
        Deferred deferred,
        boolean settled,
        boolean preview,
        String admission) {
    /** Digits of a run's name. */
    private static final int RUN = 12;

    /** Digits of a fingerprint in a release's name. */
    private static final int SHORT = 8;

    private static final Logger LOG = LoggerFactory.getLogger(RunPlan.class);

    /**
     * The folders of a run.
     *
     * @param root the project's folder
     */
    record Paths(Path root, Path input, Path seeds, Path warehouse) {
        Path codelists() {
            return seeds.resolve("codelists");
        }

        Path rules() {
            return seeds.resolve("rules");
        }

        Path ledger() {
            return warehouse.resolve("ledger");
        }

        Path sources() {
            return warehouse.resolve(Sources.FOLDER);
        }

        Path receipts() {
            return warehouse.resolve("receipts");
        }

        /** Of all runs that are under way or were cut off. */
        Path work() {
            return warehouse.resolve("work");
        }

        Path work(String run) {
            return work().resolve(run);
        }

        Path state() {
            return warehouse.resolve("state");
        }

        /** What lies there while a run goes on; nobody else can look into it. */
        Path temporary() {
            return warehouse.resolve("tmp");
        }
    }

    static RunPlan of(JobFile job, Paths paths, LocalDate date, Seeds seeds, Optional<Reread> reread) {
        LocalDate today = today(job);
        LocalDate latest = date.isAfter(today) ? date : today;
        Ledger ledger = new Ledger(paths.ledger());
        Set<String> known = ledger.submissionIds();
        Intake intake =
                new Intake(paths.root(), Fingerprint.real(paths.input()), paths.temporary(), job.reports(), latest);
        Intake.Listing all = intake.list();
        Intake.Listing listing = all.beyond(known, () -> refused(paths.warehouse()));
        if (job.departments() == JobFile.Departments.KNOWN) {
            listing = listing.ofKnown(seeds::unknown);
        }
        Fingerprint fingerprint = Fingerprint.of(paths.seeds(), job.region());
        Set<String> held = new TreeSet<>(known);
        held.removeAll(ledger.chain().withdrawn());
        Generations generations = ledger.generations();
        Rereads rereads = new Rereads.Search(
                        paths, Fingerprint.reader(paths.seeds(), job), generations, intake, all.delivered())
                .of(held, wanted(job, reread), seeds.codelists());
        Set<String> marks = generations.marks(held);
        String run = run(fingerprint, marks, listing.delivered(), rereads.again(), paths, ledger);
        return new RunPlan(
                job,
                job.workbookSettings(),
                paths,
                date,
                today,
                held,
                generations,
                all.delivered(),
                listing.delivered(),
                rereads,
                Stream.concat(listing.delivered().stream(), rereads.again().stream())
                        .toList(),
                left(listing.left(), new Releases(paths.warehouse())),
                listing.late(lastRun(ledger, paths, job)),
                fingerprint,
                run,
                deferred(job, paths, run),
                isShown(paths, fingerprint.of(marks)) && !isFullBuildDue(job, paths),
                reread.filter(Reread::preview).isPresent(),
                "");
    }

    private static Optional<Reread> wanted(JobFile job, Optional<Reread> reread) {
        return reread.isEmpty() && job.reread() == JobFile.Rereading.AUTO ? Optional.of(Reread.OLDER) : reread;
    }

    /** The same, with a reason why its release may be smaller. */
    RunPlan admitting(String reason) {
        return new RunPlan(
                job,
                workbooks,
                paths,
                date,
                today,
                known,
                generations,
                delivered,
                fresh,
                rereads,
                toRead,
                left,
                late,
                fingerprint,
                run,
                deferred,
                settled,
                preview,
                reason);
    }

    /** The day of the last run that took something in or found nothing new; long ago before the first. */
    private static LocalDate lastRun(Ledger ledger, Paths paths, JobFile job) {
        Optional<LocalDate> taken =
                ledger.chain().head().map(head -> head.link().day());
        Optional<LocalDate> good = RunRecord.lastGood(paths.warehouse(), job.name())
                .map(instant ->
                        LocalDate.ofInstant(instant, ZoneId.of(job.schedule().zone())));
        return taken.map(day -> good.filter(day::isBefore).orElse(day)).orElse(LocalDate.MIN);
    }

    /**
     * Names a run's folder in {@code work} and in the ledger: the same work has the same name, so that it can go on. A name
     * that stands in the ledger is taken again only by the run that was killed after that, which has read all it could.
     */
    private static String run(
            Fingerprint fingerprint,
            Set<String> marks,
            List<Intake.Delivered> fresh,
            List<Intake.Delivered> again,
            Paths paths,
            Ledger ledger) {
        Set<String> all = new TreeSet<>(marks);
        List<String> ids = fresh.stream().map(d -> d.submission().id()).toList();
        all.addAll(ids);
        again.forEach(d -> all.add(Generations.mark(d.submission().id(), "")));
        for (int nth = 0; ; nth++) {
            String run = fingerprint.of(all, nth).substring(0, RUN);
            boolean isDone = ledger.hasRun(run);
            boolean isGoneOnWith =
                    again.isEmpty() && Deferred.ids(paths.work(run)).containsAll(ids);
            if (!isDone || isGoneOnWith) {
                return run;
            }
        }
    }

    private static Deferred deferred(JobFile job, Paths paths, String run) {
        Map<String, Integer> tries = new HashMap<>();
        Deferral.all(paths.warehouse()).forEach(d -> tries.put(d.id(), d.tries()));
        return new Deferred(paths.work(run), tries, job.limits().attemptsOrDefault());
    }

    /** The day by the clock, where the job is. */
    static LocalDate today(JobFile job) {
        return LocalDate.now(ZoneId.of(job.schedule().zone()));
    }

    /** What could not be taken, and what lies in the warehouse and could not be read. */
    private static List<String> left(List<String> files, Releases releases) {
        return Stream.concat(
                        files.stream(),
                        releases.garbled().stream()
                                .map(id -> releases.folder(id) + "：清单 manifest.json 已损坏，该发布版搁置不用；请用备份恢复，或移到仓库之外"))
                .toList();
    }

    /** What the current release knows to be refused; nothing before the first, and in one of an older program. */
    private static Set<String> refused(Path warehouse) {
        Releases releases = new Releases(warehouse);
        Optional<Path> database = releases.current().map(releases::database).filter(Files::exists);
        if (database.isEmpty()) {
            return Set.of();
        }
        try (Arrivals arrivals = new Arrivals(database.get())) {
            return arrivals.refused();
        } catch (WarehouseException e) {
            LOG.warn("what was refused cannot be told", e);
            return Set.of();
        }
    }

    /**
     * Whether there is a release with a content: the current one, or the newest where the operator shows an older one. A
     * work folder means that a kill came before {@code CURRENT} was switched.
     */
    private static boolean isShown(Paths paths, String content) {
        Releases releases = new Releases(paths.warehouse());
        Optional<String> current =
                releases.current().filter(id -> releases.ids().contains(id));
        if (current.isEmpty()) {
            return false;
        }
        return releases.readable(current.get()).filter(m -> isWhole(m, content)).isPresent()
                || !Files.exists(paths.work())
                        && releases.newest().filter(m -> isWhole(m, content)).isPresent();
    }

    /** A release that lacks what a rule finds is made again: what kept the rule from running may have passed. */
    private static boolean isWhole(Manifest manifest, String content) {
        return manifest.fingerprint().equals(content) && manifest.unrunRules().isEmpty();
    }

    /** Whether it is time to see that what nights added is what the ledger alone gives. */
    boolean isFullBuildDue() {
        return isFullBuildDue(job, paths);
    }

    private static boolean isFullBuildDue(JobFile job, Paths paths) {
        Instant last = Instant.now().minus(Duration.ofDays(job.fullBuildDays()));
        return new Releases(paths.warehouse())
                .newest()
                .filter(m -> !m.fullBuild().isEmpty()
                        && !Instant.parse(m.fullBuild()).isAfter(last))
                .isPresent();
    }

    /** The private key that signs, if the job names one. */
    Optional<Path> signingKey() {
        return Optional.ofNullable(job.signingKey()).map(paths.root()::resolve);
    }

    /** Whether nothing is to be done: its release is there, and nothing new that could be read. */
    boolean isReleased() {
        return settled && toRead.isEmpty();
    }

    /** Whether the release is as it was: all that was new is put off. */
    boolean tookNothing() {
        return settled && deferred.noted().size() == fresh.size() && reread().isEmpty();
    }

    /** The submissions that the ledger holds when the run has taken in what it could read. */
    Set<String> held() {
        Set<String> held = new TreeSet<>(known);
        taken().forEach(d -> held.add(d.submission().id()));
        return held;
    }

    /** What is new and was read, in its order. */
    List<Intake.Delivered> taken() {
        Set<String> putOff = Deferred.ids(work());
        return fresh.stream().filter(d -> !putOff.contains(d.submission().id())).toList();
    }

    /** Ids of what was read again, so that the new reading counts. */
    List<String> reread() {
        Set<String> kept = deferred.kept().stream().map(Deferral::id).collect(Collectors.toSet());
        return rereads.again().stream()
                .map(d -> d.submission().id())
                .filter(id -> !kept.contains(id))
                .toList();
    }

    Path work() {
        return paths.work(run);
    }

    /** Part files of figures before they are appended. */
    Path parts() {
        return work().resolve("parts");
    }

    /** What the build goes on from. */
    Optional<Path> earlier() {
        return new Releases(paths.warehouse())
                .soundDatabase(
                        fingerprint.code(), fingerprint.seeds(), signingKey().map(Signature::publicKey));
    }

    /** What the ledger alone gives, to compare. */
    Path fullyBuilt() {
        return work().resolve("full.duckdb");
    }

    Path built() {
        return work().resolve("build.duckdb");
    }

    /** The release's name: its day and what is in it. */
    String release() {
        return date + "-" + content().substring(0, SHORT);
    }

    /** The fingerprint of the release's content. */
    String content() {
        List<String> again = reread();
        Set<String> others = held();
        again.forEach(others::remove);
        Set<String> marks = generations.marks(others);
        again.forEach(id -> marks.add(Generations.mark(id, run)));
        return fingerprint.of(marks);
    }
}
