package tongcang.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tongcang.job.definition.JobFile;
import tongcang.job.intake.Intake;
import tongcang.ledger.Ledger;
import tongcang.support.Sha256;
import tongcang.warehouse.database.WarehouseException;
import tongcang.warehouse.release.Arrivals;
import tongcang.warehouse.release.Manifest;
import tongcang.warehouse.release.Releases;
import tongcang.workbook.file.WorkbookSettings;

/**
 * What one run has to do. Two runs with the same fingerprint would make the same release.
 *
 * @param job the job's definition
 * @param workbooks how workbooks are read
 * @param paths where everything lies
 * @param date the day that names the release
 * @param today the day of the run by the clock
 * @param fresh submissions that the ledger lacks
 * @param left files that could not be taken, with the reason
 * @param seedsHash of codelists, forms and rules
 * @param codeVersion of the program
 * @param fingerprint of all submissions, seeds and code
 */
record RunPlan(
        JobFile job,
        WorkbookSettings workbooks,
        Paths paths,
        LocalDate date,
        LocalDate today,
        List<Intake.Delivered> fresh,
        List<String> left,
        String seedsHash,
        String codeVersion,
        String fingerprint) {
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

        Path receipts() {
            return warehouse.resolve("receipts");
        }

        Path state() {
            return warehouse.resolve("state");
        }

        /** What lies there while a run goes on; nobody else can look into it. */
        Path temporary() {
            return warehouse.resolve("tmp");
        }
    }

    static RunPlan of(JobFile job, Paths paths, LocalDate date) {
        LocalDate today = today(job);
        LocalDate latest = date.isAfter(today) ? date : today;
        Set<String> known = new Ledger(paths.ledger()).submissionIds();
        Intake.Listing listing = new Intake(paths.root(), real(paths.input()), paths.temporary(), job.reports(), latest)
                .list()
                .beyond(known, () -> refused(paths.warehouse()));
        Set<String> ids = new TreeSet<>(known);
        listing.delivered().forEach(d -> ids.add(d.submission().id()));
        String seedsHash = hash(paths.seeds(), job.region());
        String version = CodeVersion.current();
        MessageDigest digest = Sha256.digest();
        ids.forEach(id -> digest.update(id.getBytes(StandardCharsets.UTF_8)));
        digest.update((seedsHash + "\n" + version).getBytes(StandardCharsets.UTF_8));
        String fingerprint = HexFormat.of().formatHex(digest.digest());
        return new RunPlan(
                job,
                job.workbookSettings(),
                paths,
                date,
                today,
                listing.delivered(),
                listing.left(),
                seedsHash,
                version,
                fingerprint);
    }

    /** The day by the clock, where the job is. */
    static LocalDate today(JobFile job) {
        return LocalDate.now(ZoneId.of(job.schedule().zone()));
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
     * Whether its release is there: the current one, or the newest where the operator shows an older one. A work folder
     * means that a kill came before {@code CURRENT} was switched.
     */
    boolean isReleased() {
        Releases releases = new Releases(paths.warehouse());
        Optional<String> current =
                releases.current().filter(id -> releases.ids().contains(id));
        if (current.isEmpty()) {
            return false;
        }
        return isWhole(releases.manifest(current.get()))
                || !Files.exists(work())
                        && releases.newest().filter(this::isWhole).isPresent();
    }

    /** A release that lacks what a rule finds is made again: what kept the rule from running may have passed. */
    private boolean isWhole(Manifest manifest) {
        return manifest.fingerprint().equals(fingerprint)
                && manifest.unrunRules().isEmpty();
    }

    /** Names the run's folder in {@code work} and in the ledger: the same work has the same name, so that it can go on. */
    String run() {
        return fingerprint.substring(0, 12);
    }

    Path work() {
        return paths.warehouse().resolve("work").resolve(run());
    }

    /** Part files of figures before they are appended. */
    Path parts() {
        return work().resolve("parts");
    }

    /** What the build goes on from. */
    Optional<Path> earlier() {
        return new Releases(paths.warehouse()).soundDatabase(codeVersion, seedsHash);
    }

    Path built() {
        return work().resolve("build.duckdb");
    }

    String release() {
        return date + "-" + fingerprint.substring(0, 8);
    }

    /** Where a folder that is a link leads to; links below it are not followed. */
    private static Path real(Path folder) {
        try {
            return Files.exists(folder) ? folder.toRealPath() : folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of everything in the seeds but the reports, which are submissions, and of the region that nobody names. */
    private static String hash(Path seeds, String region) {
        MessageDigest digest = Sha256.digest();
        digest.update(region.getBytes(StandardCharsets.UTF_8));
        Path folder = real(seeds);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                if (!name.startsWith("reports/")) {
                    digest.update(name.getBytes(StandardCharsets.UTF_8));
                    digest.update(Files.readAllBytes(file));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
