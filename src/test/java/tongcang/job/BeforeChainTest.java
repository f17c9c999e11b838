package tongcang.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tongcang.job.check.Check;
import tongcang.job.check.Doctor;
import tongcang.job.definition.JobFile;
import tongcang.job.watch.Ending;
import tongcang.ledger.Ledger;
import tongcang.ledger.chain.Link;
import tongcang.warehouse.release.ReleaseReader;
import tongcang.warehouse.release.Releases;

/** A warehouse of two nights that the program made when it knew no chain, kept as it was but for the database. */
class BeforeChainTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final Path KEPT = ROOT.resolve("src/test/resources/tongcang/job/before-chain");
    private static final LocalDate DAY = LocalDate.of(2023, 7, 20);

    @TempDir
    private Path folder = Path.of("");

    private Path warehouse = folder;

    private final JobFile job = JobFile.load(ROOT.resolve("jobs/nightly.yml"));

    @BeforeEach
    void aCopy() throws IOException {
        warehouse = folder.resolve("warehouse");
        FileSystemUtils.copyRecursively(KEPT, warehouse);
        Files.createDirectories(folder.resolve("input"));
    }

    private NightlyRun.Outcome run() {
        return new NightlyRun(ROOT, job, folder.resolve("input"), warehouse).run(DAY);
    }

    @Test
    void entersTheChainByANamedFirstLinkAndGivesTheSameObservations() throws IOException {
        assertThat(run().ending()).isEqualTo(Ending.RELEASED);

        Link origin = new Ledger(warehouse.resolve("ledger"))
                .chain()
                .head()
                .orElseThrow()
                .link();
        assertThat(origin.run()).isEqualTo("origin");
        assertThat(origin.parts()).hasSize(8);
        assertThat(observations()).isEqualTo(Files.readAllLines(KEPT.resolve("observations.csv")));
        assertThat(ask("SELECT DISTINCT known, first_load FROM dim_submission"))
                .containsExactly(
                        List.of(LocalDate.now(ZoneId.of(job.schedule().zone())).toString(), "true"));
    }

    @Test
    void isNamedByTheDoctorAndLeftAsItIs() {
        List<Check> checks = new Doctor(ROOT, warehouse, true).examine();

        assertThat(checks)
                .filteredOn(c -> c.name().equals("台账"))
                .extracting(Check::health, Check::found)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Check.Health.DOUBTFUL, "由旧程序写成，还没有链"));
        assertThat(warehouse.resolve("ledger/run=origin")).doesNotExist();
    }

    @Test
    void doesNotEnterTheChainWithARunThatIsNotWhole() throws IOException {
        Files.delete(warehouse.resolve("ledger/run=0526e54da47e/submission-00000.parquet"));

        NightlyRun.Outcome outcome = run();

        assertThat(outcome.ending()).isEqualTo(Ending.FAILED);
        assertThat(outcome.reason()).contains("run=0526e54da47e").contains("列有 1 件，文件中有 0 件");
    }

    private List<String> observations() {
        List<String> lines = new java.util.ArrayList<>();
        lines.add("observation_id,indicator_code,region_code,period_code,measure,status,breakdown,value,unit_code,"
                + "value_canonical,received,is_current");
        ask("SELECT " + lines.get(0) + " FROM fact_observation ORDER BY observation_id")
                .forEach(row -> lines.add(String.join(",", row)));
        return lines;
    }

    private List<List<String>> ask(String sql) {
        Releases releases = new Releases(warehouse);
        try (ReleaseReader reader =
                new ReleaseReader(releases.database(releases.current().orElseThrow()))) {
            return reader.ask(sql).rows().stream()
                    .map(row -> row.stream().map(String::valueOf).toList())
                    .toList();
        }
    }
}
