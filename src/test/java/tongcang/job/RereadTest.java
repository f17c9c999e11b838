package tongcang.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;
import tongcang.job.check.LedgerCare;
import tongcang.job.check.LedgerHealth;
import tongcang.job.definition.JobFile;
import tongcang.job.watch.Ending;
import tongcang.job.watch.LogLevel;
import tongcang.job.watch.Progress;
import tongcang.ledger.Ledger;
import tongcang.ledger.Sources;
import tongcang.ledger.chain.Link;
import tongcang.warehouse.release.Manifest;
import tongcang.warehouse.release.ReleaseReader;
import tongcang.warehouse.release.Releases;

/** A reading can be done again: a form that comes later mends what was misread before, and nothing else changes. */
class RereadTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final LocalDate DAY = LocalDate.of(2023, 7, 20);

    /** Its last column is no figure of the form; without the form nobody can know. */
    private static final String BULLETIN = "2022年全市经济快报\n指标,计量单位,2022年,参考\n地区生产总值,亿元,3850,100\n固定资产投资,亿元,1200.5,31\n";

    private static final String FORM = """
            form: 经济快报
            title: "{year}年全市经济快报"
            stub: 指标
            columns:
              - head: 计量单位
                is: unit
              - head: "{year}年"
                period: stated
              - head: 参考
                is: ignored
            rows:
              - row: 地区生产总值
                indicator: gdp
              - row: 固定资产投资
                indicator: fixed_investment
            """;

    @TempDir
    static Path before = Path.of("");

    @TempDir
    Path folder = Path.of("");

    /** Files of two departments, one of them broken, as they are read before there is a form. */
    @BeforeAll
    static void aNightWithoutTheForm() throws IOException {
        for (String part : List.of("seeds/codelists", "seeds/rules", "seeds/reports", "jobs")) {
            Files.createDirectories(before.resolve("project").resolve(part));
            try (Stream<Path> files = Files.list(ROOT.resolve(part))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Files.copy(
                            file,
                            before.resolve("project")
                                    .resolve(part)
                                    .resolve(file.getFileName().toString()));
                }
            }
        }
        Files.createDirectories(before.resolve("project/seeds/forms"));
        lay(before, "2023-01-30/统计局/快报.csv", BULLETIN);
        lay(before, "2023-02-10/商务局/外贸.csv", "2022年对外贸易\n单位：亿元\n指标,2022年\n进出口总额,66.6\n");
        lay(before, "2023-02-11/商务局/坏.xlsx", "PK\u0003\u0004 and no more");
        assertThat(run(before, job(before), Optional.empty()).ending()).isEqualTo(Ending.RELEASED);
    }

    @BeforeEach
    void aCopy() throws IOException {
        FileSystemUtils.copyRecursively(before, folder);
    }

    private static void lay(Path folder, String name, String text) throws IOException {
        Path file = folder.resolve("input").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static JobFile job(Path folder) {
        return JobFile.load(folder.resolve("project/jobs/nightly.yml"));
    }

    private static NightlyRun.Outcome run(Path folder, JobFile job, Optional<Reread> reread) {
        return new NightlyRun(folder.resolve("project"), job, folder.resolve("input"), folder.resolve("warehouse"))
                .run(DAY, Progress.SILENT, LogLevel.INFO, "", reread);
    }

    private NightlyRun.Outcome run() {
        return run(folder, job(folder), Optional.empty());
    }

    private NightlyRun.Outcome reread(Reread which) {
        return run(folder, job(folder), Optional.of(which));
    }

    private void addTheForm(Path where) throws IOException {
        Files.writeString(where.resolve("project/seeds/forms/bulletin.yml"), FORM);
    }

    private void set(String from, String to) throws IOException {
        Path file = folder.resolve("project/jobs/nightly.yml");
        String text = Files.readString(file);
        assertThat(text).contains(from);
        Files.writeString(file, text.replace(from, to));
    }

    private List<List<String>> ask(String sql) {
        Releases releases = new Releases(folder.resolve("warehouse"));
        try (ReleaseReader reader =
                new ReleaseReader(releases.database(releases.current().orElseThrow()))) {
            return reader.ask(sql).rows();
        }
    }

    private String one(String sql) {
        return String.valueOf(ask(sql).get(0).get(0));
    }

    private String idOf(String path) {
        return one("SELECT submission_id FROM dim_submission WHERE path LIKE '%" + path + "'");
    }

    private Ledger ledger() {
        return new Ledger(folder.resolve("warehouse/ledger"));
    }

    private LedgerCare care() {
        return new LedgerCare(folder.resolve("warehouse"), LocalDate.now());
    }

    /** All that a release is made of but when and how often its files were read. */
    private static List<String> bytes(Path folder) {
        Releases releases = new Releases(folder.resolve("warehouse"));
        return releases.manifest(releases.current().orElseThrow()).files().stream()
                .filter(f -> f.name().endsWith(".parquet") && !f.name().startsWith("parquet/dim_submission"))
                .map(f -> f.name() + " " + f.sha256())
                .toList();
    }

    @Test
    void aFormThatCameLaterMendsWhatWasMisreadAndNoVintageIsAdded() throws IOException {
        String misread =
                "SELECT count(*) FROM (SELECT submission_id FROM fact_observation UNION ALL SELECT submission_id"
                        + " FROM fact_uncoded UNION ALL SELECT submission_id FROM fact_held) WHERE submission_id = '"
                        + idOf("快报.csv") + "'";
        assertThat(one(misread)).isEqualTo("4");
        String known = "SELECT submission_id, received, known, first_load FROM dim_submission ORDER BY ALL";
        List<List<String>> days = ask(known);
        String revisions = one("SELECT count(*) FROM revision");
        addTheForm(folder);

        NightlyRun.Outcome offered = run();
        assertThat(offered.reread().lines())
                .singleElement()
                .asString()
                .matches("另有 \\d+ 件是由旧的读取程序.*\\./tongcang reread");
        assertThat(one(misread)).as("a form holds for files to come").isEqualTo("4");

        NightlyRun.Outcome mended = reread(Reread.OLDER);

        assertThat(mended.ending()).isEqualTo(Ending.RELEASED);
        assertThat(mended.fresh()).isZero();
        assertThat(mended.reread().older()).isZero();
        assertThat(mended.reread().lines().get(0)).endsWith("件：数值新增 0 个，改变 2 个，消失 2 个");
        assertThat(mended.reread().lines())
                .anyMatch(line -> line.startsWith("  2023-01-30/统计局/快报.csv：新增 0，改变 2，消失 2；如 "));
        assertThat(one(misread)).isEqualTo("2");
        assertThat(ask(known)).isEqualTo(days);
        assertThat(one("SELECT count(*) FROM revision")).isEqualTo(revisions);
        assertThat(ask("SELECT path, generation FROM dim_submission WHERE path LIKE '2023%csv' ORDER BY 1"))
                .containsExactly(List.of("2023-01-30/统计局/快报.csv", "2"), List.of("2023-02-10/商务局/外贸.csv", "2"));
        assertThat(run().ending()).isEqualTo(Ending.NOTHING_NEW);
        assertThat(run().reread().lines()).isEmpty();
        assertThat(new LedgerHealth(folder.resolve("warehouse")).problems(true)).isEmpty();
        Link link = ledger().chain().head().orElseThrow().link();
        assertThat(link.kind()).isEqualTo(Link.Kind.REREAD);
        assertThat(link.reader()).isNotNull();
    }

    @Test
    void theReleaseIsThatOfAWarehouseWhichReadWithTheFormFromTheStart() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        FileSystemUtils.copyRecursively(folder.resolve("project"), other.resolve("project"));
        FileSystemUtils.copyRecursively(folder.resolve("input"), other.resolve("input"));
        addTheForm(folder);
        addTheForm(other);

        reread(Reread.OLDER);
        reread(new Reread(null, null, null, true));
        run(other, job(other), Optional.empty());

        assertThat(bytes(folder)).isEqualTo(bytes(other));
    }

    @Test
    void aFileThatLeftTheInputFolderIsReadFromItsSourceAndOneWhoseSourceIsGoneTooIsNamed() throws IOException {
        FileSystemUtils.deleteRecursively(folder.resolve("input"));
        Files.createDirectories(folder.resolve("input"));
        addTheForm(folder);
        String hash = one("SELECT sha256 FROM dim_submission WHERE path LIKE '%外贸.csv'");
        Files.delete(new Sources(folder.resolve("warehouse/sources")).file(hash));

        NightlyRun.Outcome outcome = reread(Reread.OLDER);

        assertThat(outcome.ending()).isEqualTo(Ending.RELEASED);
        assertThat(outcome.reread().gone())
                .singleElement()
                .asString()
                .startsWith("2023-02-10/商务局/外贸.csv：原件已不在")
                .endsWith("仍用原来的读数");
        assertThat(ask("SELECT path, generation, figures FROM dim_submission WHERE path LIKE '2023%csv' ORDER BY 1"))
                .containsExactly(
                        List.of("2023-01-30/统计局/快报.csv", "2", "2"), List.of("2023-02-10/商务局/外贸.csv", "1", "1"));
        assertThat(run().reread().lines())
                .as("what cannot be read again is not offered")
                .isEmpty();
    }

    @Test
    void aSourceThatIsNoLongerWhatItWasIsNotRead() throws IOException {
        FileSystemUtils.deleteRecursively(folder.resolve("input"));
        Files.createDirectories(folder.resolve("input"));
        String hash = one("SELECT sha256 FROM dim_submission WHERE path LIKE '%快报.csv'");
        Path source = new Sources(folder.resolve("warehouse/sources")).file(hash);
        Files.delete(source);
        Files.writeString(source, BULLETIN.replace("3850", "9999"));

        assertThat(reread(new Reread("统计局", null, null, true)).reread().gone()).hasSize(1);
        assertThat(one("SELECT count(*) FROM fact_observation WHERE value = 9999"))
                .isEqualTo("0");
    }

    @Test
    void departmentDayAndLayoutChooseWhatIsReadAgain() throws IOException {
        assertThat(paths(new Reread(null, null, null, false)))
                .as("the same reader has read all of it")
                .isEmpty();
        assertThat(paths(new Reread("市商务局", null, null, true)))
                .as("what is broken stays so")
                .containsExactly("2023-02-10/商务局/外贸.csv");
        assertThat(paths(new Reread(null, LocalDate.of(2023, 2, 1), null, true)))
                .containsExactly("2023-02-10/商务局/外贸.csv");
        String layout = layoutOf("快报.csv");
        assertThat(paths(new Reread(null, null, layout, true))).containsExactly("2023-01-30/统计局/快报.csv");
        assertThat(paths(new Reread("市商务局", null, layout, true))).isEmpty();
        assertThat(paths(new Reread(null, null, null, true))).hasSize(3);
        assertThat(ask("SELECT path, generation FROM dim_submission WHERE path LIKE '2023%csv' ORDER BY 1"))
                .containsExactly(List.of("2023-01-30/统计局/快报.csv", "3"), List.of("2023-02-10/商务局/外贸.csv", "4"));
    }

    private List<String> paths(Reread which) {
        return reread(which).reread().changes().stream().map(c -> c.path()).toList();
    }

    private String layoutOf(String path) throws IOException {
        try (var layouts = new tongcang.warehouse.parts.KnownLayouts(ledger().folder())) {
            return layouts.kinds().stream()
                    .filter(k -> k.path().endsWith(path))
                    .findFirst()
                    .orElseThrow()
                    .fingerprint();
        }
    }

    @Test
    void aPreviewTellsWhatWouldChangeAndChangesNothing() throws IOException {
        addTheForm(folder);
        run();
        String release = new Releases(folder.resolve("warehouse")).current().orElseThrow();
        int links = ledger().chain().links().size();

        NightlyRun.Outcome outcome = reread(new Reread("统计局", null, null, false, true));

        assertThat(outcome.ending()).isEqualTo(Ending.STOPPED);
        assertThat(outcome.reread().lines().get(0)).isEqualTo("重新读取 1 件：数值新增 0 个，改变 2 个，消失 2 个");
        assertThat(ledger().chain().links()).hasSize(links);
        assertThat(new Releases(folder.resolve("warehouse")).ids()).hasSize(2);
        assertThat(new Releases(folder.resolve("warehouse")).current()).contains(release);
        assertThat(run().ending()).isEqualTo(Ending.NOTHING_NEW);
    }

    @Test
    void whatCannotBeReadAgainKeepsItsReadingAndIsNamedOnce() throws IOException {
        addTheForm(folder);
        set("cells: 10000000", "cells: 3");

        NightlyRun.Outcome outcome = reread(new Reread("统计局", null, null, false));

        assertThat(outcome.reread().kept()).singleElement().satisfies(kept -> {
            assertThat(kept.path()).isEqualTo("2023-01-30/统计局/快报.csv");
            assertThat(kept.rule()).isEqualTo("workbook.too-large");
        });
        assertThat(ask("SELECT generation, figures, outcome FROM dim_submission WHERE path LIKE '%快报.csv'"))
                .containsExactly(List.of("1", "4", "taken"));
        assertThat(reread(new Reread("统计局", null, null, false)).reread().kept())
                .as("the same reader does not try again by itself")
                .isEmpty();
        assertThat(ledger().chain().head().orElseThrow().link().kind()).isEqualTo(Link.Kind.REREAD);
        assertThat(new LedgerHealth(folder.resolve("warehouse")).problems(true)).isEmpty();
    }

    @Test
    void whatWasRefusedBeforeAndIsAgainIsNoNews() throws IOException {
        addTheForm(folder);

        NightlyRun.Outcome outcome = reread(new Reread("商务局", null, null, false));

        assertThat(outcome.reread().kept()).isEmpty();
        assertThat(outcome.reread().lines()).contains("重新读取后仍然退回的 1 件，与原来相同");
    }

    @Test
    void aNewPasswordConcernsLockedFilesAlone() throws IOException {
        Path locked = Files.createDirectories(folder.resolve("input/2023-06-15/工信局"));
        try (Stream<Path> files = Files.list(ROOT.resolve("input/2023-06-15/工信局"))) {
            for (Path file : files.toList()) {
                Files.copy(file, locked.resolve(file.getFileName().toString()));
            }
        }
        set("attempts: 3", "attempts: 1");
        run();
        set("password-variables: []", "password-variables: [PATH]");

        assertThat(run().reread().older()).isEqualTo(1);
        NightlyRun.Outcome outcome = reread(Reread.OLDER);
        assertThat(outcome.reread().refused()).isEqualTo(1);
        assertThat(outcome.ending()).isEqualTo(Ending.NOTHING_NEW);
        assertThat(run().reread().older()).isZero();
    }

    @Test
    void aJobMayReadAgainByItself() throws IOException {
        addTheForm(folder);
        set("reread: offer", "reread: auto");
        lay(folder, "2023-03-01/商务局/外贸.csv", "2023年1月对外贸易\n单位：亿元\n指标,2023年1月\n进出口总额,5.5\n");

        NightlyRun.Outcome outcome = run();

        assertThat(outcome.fresh()).isEqualTo(1);
        assertThat(outcome.reread().changes()).hasSizeGreaterThan(1);
        assertThat(one("SELECT count(*) > 0 FROM fact_observation WHERE value = 5.5"))
                .isEqualTo("true");
        assertThat(run().ending()).isEqualTo(Ending.NOTHING_NEW);
    }

    @Test
    void aKillBehindTheLedgerLosesNothingAndTheNextRunReleases() throws IOException {
        addTheForm(folder);
        Path whole = Files.createDirectories(folder.resolve("whole"));
        for (String part : List.of("project", "input", "warehouse")) {
            FileSystemUtils.copyRecursively(folder.resolve(part), whole.resolve(part));
        }
        run(whole, job(whole), Optional.of(Reread.OLDER));
        Releases releases = new Releases(folder.resolve("warehouse"));
        String good = releases.current().orElseThrow();
        reread(Reread.OLDER);
        // as a kill between the ledger's rename and the release leaves it
        String killed = releases.current().orElseThrow();
        releases.use(good);
        FileSystemUtils.deleteRecursively(releases.folder(killed));

        assertThat(one("SELECT figures FROM dim_submission WHERE path LIKE '%快报.csv'"))
                .isEqualTo("4");
        assertThat(run().ending()).isEqualTo(Ending.RELEASED);
        assertThat(bytes(folder)).isEqualTo(bytes(whole));
        assertThat(releases.altered()).isEmpty();
        Manifest manifest = releases.manifest(releases.current().orElseThrow());
        assertThat(manifest.fingerprint())
                .as("same inputs and generations, same release")
                .isEqualTo(new Releases(whole.resolve("warehouse"))
                        .manifest(new Releases(whole.resolve("warehouse"))
                                .current()
                                .orElseThrow())
                        .fingerprint());
    }

    @Test
    void aBackupHoldsAllReadingsAndWithdrawalTakesThemAndTheSource() throws IOException {
        addTheForm(folder);
        reread(Reread.OLDER);
        Path copy = folder.resolve("backup");
        care().backup(copy);
        FileSystemUtils.deleteRecursively(folder.resolve("warehouse/sources"));
        FileSystemUtils.deleteRecursively(folder.resolve("warehouse/ledger"));
        assertThat(care().restore(copy)).anyMatch(line -> line.startsWith("已恢复原件 "));
        assertThat(run().ending()).isEqualTo(Ending.NOTHING_NEW);

        String id = idOf("快报.csv");
        String hash = one("SELECT sha256 FROM dim_submission WHERE submission_id = '" + id + "'");
        assertThat(care().withdraw(id, "涉密").get(0)).contains("重写 7 个文件");

        assertThat(new Sources(folder.resolve("warehouse/sources")).has(hash)).isFalse();
        assertThat(run().ending()).isEqualTo(Ending.RELEASED);
        assertThat(one("SELECT count(*) FROM dim_submission WHERE submission_id = '" + id + "'"))
                .isEqualTo("0");
        assertThat(reread(new Reread(null, null, null, true)).reread().changes())
                .hasSize(2)
                .noneMatch(change -> change.submission().equals(id));
    }

    @Test
    void aReadingThatIsLostIsReplacedByTheOneBefore() throws IOException {
        addTheForm(folder);
        reread(Reread.OLDER);
        Path run = folder.resolve("warehouse/ledger")
                .resolve("run=" + ledger().chain().head().orElseThrow().link().run());
        Files.delete(run.resolve("figure-00000.parquet"));

        care().admitLoss("磁盘坏了");

        assertThat(run().ending()).isEqualTo(Ending.RELEASED);
        assertThat(ask("SELECT generation, figures FROM dim_submission WHERE path LIKE '%快报.csv'"))
                .containsExactly(List.of("1", "4"));
        assertThat(reread(Reread.OLDER).reread().changes()).isNotEmpty();
        assertThat(one("SELECT figures FROM dim_submission WHERE path LIKE '%快报.csv'"))
                .isEqualTo("2");
    }
}
