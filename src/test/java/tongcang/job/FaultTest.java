package tongcang.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tongcang.InvalidFileException;
import tongcang.job.definition.JobFile;
import tongcang.job.definition.Seeds;
import tongcang.job.watch.Deferral;
import tongcang.job.watch.Ending;
import tongcang.job.watch.Progress;
import tongcang.job.watch.RunMeters;
import tongcang.job.watch.RunWatch;
import tongcang.support.Sha256;
import tongcang.warehouse.database.Duck;
import tongcang.warehouse.database.Settings;
import tongcang.warehouse.release.ReleaseReader;
import tongcang.warehouse.release.Releases;

/** Faults between two steps, by their very moment. */
class FaultTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final LocalDate DAY = LocalDate.of(2023, 7, 20);

    @TempDir
    private Path folder = Path.of("");

    private JobFile job = JobFile.load(ROOT.resolve("jobs/nightly.yml"));

    @BeforeEach
    void aSmallTray() throws IOException {
        for (String part : List.of("2023-07-11/人社局", "2023-07-13/商务局")) {
            Files.createDirectories(folder.resolve("input").resolve(part));
            try (Stream<Path> files = Files.list(ROOT.resolve("input").resolve(part))) {
                for (Path file : files.toList()) {
                    Files.copy(file, folder.resolve("input").resolve(part).resolve(file.getFileName()));
                }
            }
        }
    }

    @Test
    void aFileThatChangesOrGoesAfterIntakeIsRefusedAndItsNewContentTakenNextTime() throws IOException {
        RunPlan plan = plan();
        Path changed = file("2023-07-11");
        Path gone = file("2023-07-13");
        byte[] kept = Files.readAllBytes(gone);
        Files.write(changed, kept);
        Files.delete(gone);

        assertThat(batch(plan).ending()).isEqualTo(Ending.RELEASED);

        assertThat(ask("SELECT rule FROM fact_finding WHERE rule LIKE 'intake.%' ORDER BY 1"))
                .containsExactly(List.of("intake.changed"));
        assertThat(Deferral.all(folder.resolve("warehouse")))
                .extracting(Deferral::rule, Deferral::tries)
                .containsExactly(tuple("intake.gone", 1));
        assertThat(ask("SELECT count(*) FROM fact_observation WHERE source_kind = 'workbook'"))
                .containsExactly(List.of("0"));

        Files.write(gone, kept);
        run(DAY);

        assertThat(ask("SELECT department_name, outcome FROM dim_submission WHERE kind = 'workbook' ORDER BY 1, 2"))
                .containsExactly(List.of("市人社局", "refused"), List.of("市人社局", "taken"), List.of("市商务局", "taken"));
        assertThat(Deferral.all(folder.resolve("warehouse"))).isEmpty();
    }

    @Test
    void aPartOfTheLedgerThatCannotBeWrittenFailsTheRunAndTheNextOneWritesIt() throws IOException {
        RunPlan plan = plan();
        Path inTheWay = plan.parts().resolve("figure-00000.parquet");
        Files.createDirectories(inTheWay.resolve("a folder that is not empty"));

        BatchRun.Result result = batch(plan);
        assertThat(result.ending()).isEqualTo(Ending.FAILED);
        assertThat(result.reason()).contains("figure-00000.parquet");
        assertThat(folder.resolve("warehouse/ledger")).doesNotExist();

        FileSystemUtils.deleteRecursively(inTheWay);
        assertThat(run(DAY).ending()).isEqualTo(Ending.RELEASED);
        assertThat(ask("SELECT count(*) FROM dim_submission")).containsExactly(List.of("3"));
    }

    @Test
    void aLockedFileIsPutOffToldAndReadAgainUntilItsRefusalIsFinal() throws IOException {
        FileSystemUtils.copyRecursively(ROOT.resolve("input/2023-06-15"), folder.resolve("input/2023-06-15"));

        NightlyRun.Outcome first = run(DAY);
        assertThat(first.ending()).isEqualTo(Ending.RELEASED);
        assertThat(first.fresh()).isEqualTo(3);
        assertThat(first.deferred())
                .extracting(Deferral::rule, Deferral::tries)
                .containsExactly(tuple("workbook.encrypted", 1));
        assertThat(ask("SELECT count(*) FROM dim_submission WHERE path LIKE '%加密%'"))
                .containsExactly(List.of("0"));
        assertThat(first.overdue())
                .filteredOn(o -> o.deadline().form().equals("工业企业利润月报"))
                .singleElement()
                .satisfies(
                        o -> assertThat(o.notTaken()).singleElement().asString().contains("加密"));
        assertThat(folder.resolve("warehouse/receipts/市工信局.xlsx")).isRegularFile();

        String shown = current();
        NightlyRun.Outcome second = run(DAY.plusDays(1));
        assertThat(second.ending()).isEqualTo(Ending.NOTHING_NEW);
        assertThat(second.deferred()).extracting(Deferral::tries).containsExactly(2);
        assertThat(current()).isEqualTo(shown);
        assertThat(folder.resolve("warehouse/work")).doesNotExist();

        assertThat(run(DAY.plusDays(2)).ending()).isEqualTo(Ending.RELEASED);
        assertThat(ask("SELECT outcome FROM dim_submission WHERE path LIKE '%加密%'"))
                .containsExactly(List.of("refused"));
        assertThat(
                        ask(
                                "SELECT count(*) FROM fact_finding WHERE rule = 'workbook.encrypted' AND message LIKE '%已试读 3 次%'"))
                .containsExactly(List.of("1"));
        assertThat(run(DAY.plusDays(3)).ending()).isEqualTo(Ending.NOTHING_NEW);
    }

    @Test
    void whatWasPutOffIsReadWhereThePasswordIsThereOrTheStateIsLost() throws IOException {
        Path late = folder.resolve("input/2023-07-13/商务局");
        RunPlan plan = plan();
        Path file = file("2023-07-13");
        Path away = folder.resolve("away");
        Files.move(file, away);
        assertThat(batch(plan).ending()).isEqualTo(Ending.RELEASED);
        Files.move(away, late.resolve(file.getFileName()));
        Files.delete(folder.resolve("warehouse/state/deferred.jsonl"));

        assertThat(run(DAY).ending()).isEqualTo(Ending.RELEASED);
        assertThat(ask("SELECT outcome FROM dim_submission WHERE department_name = '市商务局'"))
                .containsExactly(List.of("taken"));
        assertThat(run(DAY).ending()).isEqualTo(Ending.NOTHING_NEW);
    }

    @Test
    void aRunThatWasKilledBehindTheLedgerKnowsWhatItPutOff() throws IOException {
        FileSystemUtils.copyRecursively(ROOT.resolve("input/2023-06-15"), folder.resolve("input/2023-06-15"));
        RunPlan plan = plan();
        // the folder of releases is in the way: the run ends behind the ledger
        Path inTheWay = Files.createDirectories(folder.resolve("warehouse")).resolve("releases");
        Files.writeString(inTheWay, "");
        assertThat(batch(plan).ending()).isEqualTo(Ending.FAILED);
        assertThat(Deferral.all(folder.resolve("warehouse"))).isEmpty();
        Files.delete(inTheWay);

        assertThat(plan().run()).isEqualTo(plan.run());
        assertThat(run(DAY).ending()).isEqualTo(Ending.RELEASED);
        assertThat(Deferral.all(folder.resolve("warehouse")))
                .extracting(Deferral::tries)
                .containsExactly(1);
        assertThat(run(DAY).deferred()).extracting(Deferral::tries).containsExactly(2);
    }

    @Test
    void theLedgerTakesNothingInThatLacksAPart() throws IOException {
        RunPlan plan = plan();
        assertThatThrownBy(() -> ExtractStep.requireParts(plan))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("part 0 of the ledger is missing");

        batch(plan);
        // taken in: the parts lie in the ledger, and no longer in the work folder
        ExtractStep.requireParts(plan);
    }

    @Test
    void aReleaseThatWasMadeButNotYetShownIsShownByTheNextRun() throws IOException {
        run(DAY);
        String old = current();
        Files.delete(file("2023-07-13"));
        Files.copy(file("2023-07-11"), file("2023-07-11").resolveSibling("又一份.xls"));
        run(DAY);
        String next = current();
        // as a kill between the rename of the release and the switch of CURRENT leaves it
        new Releases(folder.resolve("warehouse")).use(old);
        Files.createDirectories(plan().work());

        assertThat(run(DAY).ending()).isEqualTo(Ending.RELEASED);
        assertThat(current()).isEqualTo(next).isNotEqualTo(old);
    }

    @Test
    void whatAKillLeftAfterTheReleaseWasShownIsCleanedUp() throws IOException {
        run(DAY);
        Files.createDirectories(plan().work());

        assertThat(run(DAY).ending()).isEqualTo(Ending.NOTHING_NEW);
        assertThat(plan().work().getParent()).doesNotExist();
    }

    @Test
    void anOlderReleaseThatTheOperatorShowsStaysAndAnUndoneChangeOfASeedIsReleasedAgain() throws IOException {
        Path root = folder.resolve("project");
        FileSystemUtils.copyRecursively(ROOT.resolve("seeds"), root.resolve("seeds"));
        Path rule = root.resolve("seeds/rules/share-out-of-range.sql");
        String before = Files.readString(rule);
        NightlyRun run = new NightlyRun(root, job, folder.resolve("input"), folder.resolve("warehouse"));
        run.run(DAY);
        String first = current();
        Files.writeString(rule, before + "-- changed\n");
        run.run(DAY);
        String second = current();

        new Releases(folder.resolve("warehouse")).use(first);
        assertThat(run.run(DAY).ending()).isEqualTo(Ending.NOTHING_NEW);
        assertThat(current()).isEqualTo(first);

        new Releases(folder.resolve("warehouse")).use(second);
        Files.writeString(rule, before);
        assertThat(run.run(DAY).ending()).isEqualTo(Ending.RELEASED);
        assertThat(current()).isEqualTo(first);
    }

    @Test
    void aClockThatIsSetBackHidesNoNewerContent() throws IOException {
        run(DAY);
        Files.copy(file("2023-07-11"), file("2023-07-11").resolveSibling("又一份.xls"));

        assertThat(run(DAY.minusYears(3)).ending()).isEqualTo(Ending.RELEASED);
        assertThat(current()).startsWith("2020-07-20");
        assertThat(ask("SELECT count(*) FROM dim_submission WHERE kind = 'workbook'"))
                .containsExactly(List.of("3"));
    }

    @Test
    void temporaryFilesLieInTheWarehouseAndNotWhereAnotherUserMayHaveBeenFirst() throws IOException {
        String shared = System.getProperty("java.io.tmpdir");
        Path others = Files.createDirectories(folder.resolve("others"));
        Files.writeString(others.resolve("poifiles"), "nobody else can make a folder here");
        FileSystemUtils.copyRecursively(
                ROOT.resolve("input/2023-06-15"), folder.resolve("input/2023-06-15")); // holds a locked workbook
        System.setProperty("java.io.tmpdir", others.toString());
        try {
            assertThat(run(DAY).ending()).isEqualTo(Ending.RELEASED);
        } finally {
            System.setProperty("java.io.tmpdir", shared);
        }
        assertThat(others).isDirectoryContaining(file -> file.endsWith("poifiles"));
        assertThat(folder.resolve("warehouse/tmp")).doesNotExist();
        assertThat(folder.resolve("warehouse/receipts")).isNotEmptyDirectory();
    }

    @Test
    void whatNightsAddIsComparedWithWhatTheLedgerAloneGives() throws IOException {
        JobFile weekly = job;
        job = everyNight();
        run(DAY);
        assertThat(run(DAY.plusDays(1)).ending())
                .as("nothing is new, but it is time")
                .isEqualTo(Ending.RELEASED);
        String sound = current();
        alter(sound);

        NightlyRun.Outcome outcome = run(DAY.plusDays(2));

        assertThat(outcome.ending()).isEqualTo(Ending.FAILED);
        assertThat(outcome.reason()).contains(sound, "不同的表：", "fact_observation");
        assertThat(current()).isEqualTo(sound);
        FileSystemUtils.deleteRecursively(new Releases(folder.resolve("warehouse")).folder(sound));
        assertThat(run(DAY.plusDays(3)).ending()).isEqualTo(Ending.RELEASED);
        job = weekly;
        assertThat(run(DAY.plusDays(4)).ending()).isEqualTo(Ending.NOTHING_NEW);
    }

    /** As one would who knows of the manifest and of the book, and takes out a submission as if a build had set it aside. */
    private void alter(String id) throws IOException {
        Releases releases = new Releases(folder.resolve("warehouse"));
        Path database = releases.database(id);
        Path manifest = releases.folder(id).resolve("manifest.json");
        Path book = folder.resolve("warehouse/state/released.txt");
        String before = Sha256.of(database);
        String told = Sha256.of(manifest);
        assertThat(database.toFile().setWritable(true)).isTrue();
        try (Duck duck = Duck.writing(database, new Settings("256MB", 1, folder))) {
            String hidden = "(SELECT min(submission_id) FROM dim_submission WHERE kind = 'workbook')";
            duck.run("DELETE FROM fact_observation WHERE submission_id = " + hidden);
            duck.run("INSERT INTO fact_finding SELECT submission_id || '^1', 'build.set-aside', 'ERROR', submission_id,"
                    + " department_name, path, '', '', '', figures FROM dim_submission WHERE submission_id = "
                    + hidden);
            duck.run("UPDATE dim_submission SET outcome = 'set_aside' WHERE submission_id = " + hidden);
        }
        assertThat(manifest.toFile().setWritable(true)).isTrue();
        Files.writeString(manifest, Files.readString(manifest).replace(before, Sha256.of(database)));
        Files.writeString(book, Files.readString(book).replace(told, Sha256.of(manifest)));
    }

    private JobFile everyNight() throws IOException {
        Path file = folder.resolve("nightly.yml");
        String text = Files.readString(ROOT.resolve("jobs/nightly.yml"));
        Files.writeString(file, text.replace("full-build-days: 7", "full-build-days: 0"));
        return JobFile.load(file);
    }

    @Test
    void aWarehouseThatCannotBeWrittenIsOneLineAboutIt() throws IOException {
        Files.writeString(folder.resolve("warehouse"), "a file stands here");

        assertThatThrownBy(() -> run(DAY))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("warehouse")
                .hasMessageContaining("tongcang doctor");
    }

    private RunPlan plan() {
        return RunPlan.of(
                job,
                new RunPlan.Paths(ROOT, folder.resolve("input"), ROOT.resolve("seeds"), folder.resolve("warehouse")),
                DAY,
                Seeds.load(ROOT.resolve("seeds")),
                Optional.empty());
    }

    private BatchRun.Result batch(RunPlan plan) throws IOException {
        Files.createDirectories(folder.resolve("warehouse/state"));
        return new BatchRun()
                .run(
                        plan,
                        Seeds.load(ROOT.resolve("seeds")),
                        new RunWatch(plan.fresh().size(), Progress.SILENT, new RunMeters("nightly")));
    }

    private NightlyRun.Outcome run(LocalDate day) {
        return new NightlyRun(ROOT, job, folder.resolve("input"), folder.resolve("warehouse")).run(day);
    }

    private Path file(String date) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("input").resolve(date))) {
            return files.filter(Files::isRegularFile).sorted().findFirst().orElseThrow();
        }
    }

    private String current() {
        return new Releases(folder.resolve("warehouse")).current().orElseThrow();
    }

    private List<List<String>> ask(String sql) {
        try (ReleaseReader reader = new ReleaseReader(new Releases(folder.resolve("warehouse")).database(current()))) {
            return reader.ask(sql).rows().stream()
                    .map(row -> row.stream().map(String::valueOf).toList())
                    .toList();
        }
    }
}
