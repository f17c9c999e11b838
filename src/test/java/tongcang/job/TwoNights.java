package tongcang.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tongcang.job.definition.JobFile;
import tongcang.job.watch.LogLevel;
import tongcang.job.watch.Progress;
import tongcang.ledger.Ledger;
import tongcang.warehouse.release.ReleaseReader;
import tongcang.warehouse.release.Releases;

/** A warehouse of two nights: a report and a workbook, then another workbook. Each test has a copy of it. */
abstract class TwoNights {
    static final Path ROOT = Path.of("").toAbsolutePath();
    private static final LocalDate DAY = LocalDate.of(2023, 7, 20);
    static final JobFile JOB = JobFile.load(ROOT.resolve("jobs/nightly.yml"));

    @TempDir
    static Path twoNights = Path.of("");

    @TempDir
    Path folder = Path.of("");

    @BeforeAll
    static void twoNights() throws IOException {
        lay(twoNights, "2023-07-11/人社局");
        run(twoNights);
        lay(twoNights, "2023-07-13/商务局");
        run(twoNights);
    }

    @BeforeEach
    void aCopyOfThem() throws IOException {
        FileSystemUtils.copyRecursively(twoNights, folder);
    }

    static void lay(Path folder, String part) throws IOException {
        Path target = Files.createDirectories(folder.resolve("input").resolve(part));
        try (Stream<Path> files = Files.list(ROOT.resolve("input").resolve(part))) {
            for (Path file : files.toList()) {
                Files.copy(file, target.resolve(file.getFileName()));
            }
        }
    }

    static NightlyRun.Outcome run(Path folder) {
        return run(folder, "");
    }

    static NightlyRun.Outcome run(Path folder, String admission) {
        return run(folder, JOB, Progress.SILENT, admission);
    }

    static NightlyRun.Outcome run(Path folder, JobFile job, Progress progress) {
        return run(folder, job, progress, "");
    }

    private static NightlyRun.Outcome run(Path folder, JobFile job, Progress progress, String admission) {
        return new NightlyRun(ROOT, job, folder.resolve("input"), folder.resolve("warehouse"))
                .run(DAY, progress, LogLevel.INFO, admission);
    }

    Path part(String table) {
        return runs().get(0).resolve(table + "-00000.parquet");
    }

    /** The folders of all links, in the order of the chain. */
    List<Path> runs() {
        Path ledger = folder.resolve("warehouse/ledger");
        return new Ledger(ledger)
                .chain().links().stream()
                        .map(link -> ledger.resolve("run=" + link.link().run()))
                        .toList();
    }

    String ask(String sql) {
        Releases releases = new Releases(folder.resolve("warehouse"));
        try (ReleaseReader reader =
                new ReleaseReader(releases.database(releases.current().orElseThrow()))) {
            return String.valueOf(reader.ask(sql).rows().get(0).get(0));
        }
    }
}
