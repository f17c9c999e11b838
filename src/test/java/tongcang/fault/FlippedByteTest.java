package tongcang.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;
import tongcang.InvalidFileException;
import tongcang.job.NightlyRun;
import tongcang.job.check.Check;
import tongcang.job.check.Doctor;
import tongcang.job.definition.JobFile;
import tongcang.job.watch.Ending;

/**
 * A byte is flipped in each kind of file of a warehouse, at its beginning, in its middle and at its end, and a night follows
 * that has something new. Of the state nothing is needed: the night is as any other. What holds figures is named.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FlippedByteTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final LocalDate DAY = LocalDate.of(2023, 7, 20);

    @TempDir
    private static Path folder = Path.of("");

    private String expected = "";

    @BeforeAll
    void twoNights() throws IOException {
        GeneratedTray.write(folder.resolve("input"), 0, 3);
        // an encrypted workbook is put off, so that there is a file of that kind too
        FileSystemUtils.copyRecursively(ROOT.resolve("input/2023-06-15"), folder.resolve("input/2023-06-15"));
        run(folder.resolve("sound"), DAY.minusDays(1));
        GeneratedTray.write(folder.resolve("input"), 3, 5);
        run(folder.resolve("sound"), DAY);
        GeneratedTray.write(folder.resolve("input"), 5, 7);
        FileSystemUtils.copyRecursively(folder.resolve("sound"), folder.resolve("undisturbed"));
        run(folder.resolve("undisturbed"), DAY.plusDays(1));
        expected = WarehouseContent.observations(folder.resolve("undisturbed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "state/jobs.mv.db",
                "state/runs.jsonl",
                "state/deferred.jsonl",
                "state/lock-holder",
                "state/nightly.prom",
                "logs/",
                "receipts/",
                "CURRENT"
            })
    void whatIsOfNoLastingNeedIsReadOverOrMadeAnew(String kind) throws IOException {
        for (double where : new double[] {0, 0.5, 1}) {
            Path warehouse = flipped(kind, where);

            assertThat(run(warehouse, DAY.plusDays(1)).ending()).isEqualTo(Ending.RELEASED);
            assertThat(WarehouseContent.observations(warehouse)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest.json", "tongcang.duckdb", "parquet/observation.parquet"})
    void whatAReleaseIsMadeOfIsNamedByTheDoctorAndNoNightGoesOnFromIt(String file) throws IOException {
        for (double where : new double[] {0, 0.5, 1}) {
            Path warehouse = flipped("releases/", "/" + file, where);
            String doctor = new Doctor(ROOT, warehouse, false)
                    .examine().stream()
                            .filter(c -> c.health() != Check.Health.GOOD)
                            .map(Check::found)
                            .collect(Collectors.joining("\n"));
            assertThat(doctor).contains("2023-07-20-");

            assertThat(run(warehouse, DAY.plusDays(1)).ending()).isEqualTo(Ending.RELEASED);
            assertThat(WarehouseContent.observations(warehouse)).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"figure-00000.parquet", "submission-00000.parquet", "finding-00000.parquet", "submissions.txt"})
    void whatTheLedgerHoldsIsNamedAndNothingIsPublished(String file) throws IOException {
        for (double where : new double[] {0, 0.5, 1}) {
            Path warehouse = flipped("ledger/", "/" + file, where);
            String current = Files.readString(warehouse.resolve("CURRENT"));

            NightlyRun.Outcome outcome = run(warehouse, DAY.plusDays(1));
            assertThat(outcome.ending()).isEqualTo(Ending.FAILED);
            assertThat(outcome.reason()).contains(file);
            assertThat(Files.readString(warehouse.resolve("CURRENT"))).isEqualTo(current);
        }
    }

    private Path flipped(String kind, double where) throws IOException {
        return flipped(kind, "", where);
    }

    /** A copy of the sound warehouse with one byte of one file changed in all its bits but the highest. */
    private Path flipped(String kind, String end, double where) throws IOException {
        Path warehouse = folder.resolve("flipped");
        FileSystemUtils.deleteRecursively(warehouse);
        FileSystemUtils.copyRecursively(folder.resolve("sound"), warehouse);
        Path file = files(warehouse).stream()
                .filter(f -> warehouse.relativize(f).toString().startsWith(kind))
                .filter(f -> f.toString().endsWith(end))
                .reduce((older, newer) -> newer)
                .orElseThrow();
        file.toFile().setWritable(true);
        byte[] bytes = Files.readAllBytes(file);
        int at = (int) Math.round((bytes.length - 1) * where);
        bytes[at] ^= 0x7F;
        Files.write(file, bytes);
        return warehouse;
    }

    private static List<Path> files(Path warehouse) throws IOException {
        try (Stream<Path> all = Files.walk(warehouse)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static NightlyRun.Outcome run(Path warehouse, LocalDate day) throws InvalidFileException {
        JobFile job = JobFile.load(ROOT.resolve("jobs/nightly.yml"));
        return new NightlyRun(ROOT, job, folder.resolve("input"), warehouse).run(day);
    }
}
