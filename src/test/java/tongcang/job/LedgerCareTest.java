package tongcang.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tongcang.InvalidFileException;
import tongcang.job.check.LedgerCare;
import tongcang.job.check.LedgerHealth;
import tongcang.job.watch.Ending;
import tongcang.ledger.Ledger;
import tongcang.ledger.chain.DamagedLedgerException;
import tongcang.ledger.chain.Link;

/** What an operator does to a ledger by hand. */
class LedgerCareTest extends TwoNights {

    private LedgerCare care() {
        return new LedgerCare(folder.resolve("warehouse"), LocalDate.now());
    }

    private List<String> problems() {
        return new LedgerHealth(folder.resolve("warehouse")).problems(true);
    }

    @Test
    void aBackupIsBroughtUpToDateAndRestoresWhatIsDamaged() throws IOException {
        Path copy = folder.resolve("backup");
        assertThat(care().backup(copy).get(0)).contains("复制 12 个文件，链 2 环");
        lay(folder, "2023-07-12/财政局");
        run(folder);
        assertThat(care().backup(copy).get(0)).contains("复制 6 个文件，链 3 环");

        Path figures = part("figure");
        byte[] sound = Files.readAllBytes(figures);
        Files.writeString(figures, "garbled");
        FileSystemUtils.deleteRecursively(runs().get(1));
        Files.writeString(runs().get(0).resolve("figure-00009.parquet"), "inserted");
        assertThat(run(folder).ending()).isEqualTo(Ending.FAILED);

        assertThat(care().restore(copy))
                .anyMatch(line -> line.equals("已恢复 run=" + run(0) + "/figure-00000.parquet"))
                .anyMatch(line -> line.startsWith("已移出 run=" + run(0) + "/figure-00009.parquet → "))
                .last()
                .asString()
                .startsWith("台账完好，链 3 环");
        assertThat(figures).hasBinaryContent(sound);
        assertThat(run(folder).ending()).isEqualTo(Ending.NOTHING_NEW);
    }

    private String run(int link) {
        return runs().get(link).getFileName().toString().substring("run=".length());
    }

    @Test
    void whatCameAfterTheBackupStaysWhereItIsSoundAndIsNamedWhereItIsNot() throws IOException {
        Path copy = folder.resolve("backup");
        care().backup(copy);
        lay(folder, "2023-07-12/财政局");
        run(folder);
        Path old = runs().get(0).resolve("submissions.txt");
        Path last = runs().get(2).resolve("submissions.txt");
        Files.writeString(old, "s\n");

        assertThat(care().restore(copy)).last().asString().startsWith("台账完好，链 3 环");

        Files.writeString(last, "s\n");
        assertThatThrownBy(() -> care().restore(copy))
                .isInstanceOf(DamagedLedgerException.class)
                .hasMessageContaining("仍有问题：" + last.getParent().getFileName() + "/submissions.txt")
                .hasMessageContaining("admit-loss");
    }

    @Test
    void aWholeLedgerComesBackFromABackup() throws IOException {
        Path copy = folder.resolve("backup");
        care().backup(copy);
        FileSystemUtils.deleteRecursively(folder.resolve("warehouse/ledger"));

        care().restore(copy);

        assertThat(run(folder).ending()).isEqualTo(Ending.NOTHING_NEW);
    }

    @Test
    void aDamagedLedgerIsNotBackedUpAndADamagedOrStrangeBackupIsNotRestored() throws IOException {
        Path copy = folder.resolve("backup");
        care().backup(copy);
        Files.writeString(copy.resolve("run=" + run(0)).resolve("submissions.txt"), "s\n");
        assertThatThrownBy(() -> care().restore(copy)).isInstanceOf(DamagedLedgerException.class);
        assertThatThrownBy(() -> care().restore(folder.resolve("nowhere")))
                .isInstanceOf(DamagedLedgerException.class)
                .hasMessageContaining("其中没有台账");

        Files.writeString(part("figure"), "garbled");
        assertThatThrownBy(() -> care().backup(folder.resolve("other"))).isInstanceOf(DamagedLedgerException.class);
        assertThat(folder.resolve("other")).doesNotExist();
    }

    @Test
    void aWithdrawnSubmissionIsInNoPartAndNoNewReleaseAndIsNotTakenInAgain() throws IOException {
        String id = ask("SELECT submission_id FROM dim_submission WHERE department_name = '市商务局'");
        String figures = ask("SELECT count(*) FROM fact_observation WHERE submission_id <> '" + id + "'");

        assertThat(care().withdraw(id, "报错了单位")).first().asString().contains("已从台账撤回，重写 3 个文件");

        assertThat(problems()).isEmpty();
        Link link = new Ledger(folder.resolve("warehouse/ledger"))
                .chain()
                .head()
                .orElseThrow()
                .link();
        assertThat(link.kind()).isEqualTo(Link.Kind.WITHDRAWAL);
        assertThat(link.reason()).isEqualTo("报错了单位");
        assertThat(link.withdrawn()).containsExactly(id);
        NightlyRun.Outcome outcome = run(folder);
        assertThat(outcome.ending()).isEqualTo(Ending.RELEASED);
        assertThat(outcome.fresh()).isZero();
        assertThat(ask("SELECT count(*) FROM dim_submission WHERE submission_id = '" + id + "'"))
                .isEqualTo("0");
        assertThat(ask("SELECT count(*) FROM fact_observation")).isEqualTo(figures);
        assertThat(run(folder).ending()).isEqualTo(Ending.NOTHING_NEW);
        assertThatThrownBy(() -> care().withdraw(id, "再来")).isInstanceOf(InvalidFileException.class);
        assertThatThrownBy(() -> care().withdraw("s1", "没有")).isInstanceOf(InvalidFileException.class);
    }

    @Test
    void aKillInTheMiddleOfAWithdrawalIsMadeGoodByTheNextRun() throws IOException {
        String id = ask("SELECT submission_id FROM dim_submission WHERE department_name = '市商务局'");
        Path part = runs().get(1).resolve("figure-00000.parquet");
        byte[] before = Files.readAllBytes(part);
        Path begun = Files.createDirectories(folder.resolve("warehouse/ledger/.withdrawal"));
        Files.writeString(begun.resolve("run=0~figure-00000.parquet"), "as a kill before the link leaves it");
        care().withdraw(id, "报错了单位");
        // as a kill between the link and the last of its files leaves it
        Files.move(part, runs().get(2).resolve(runs().get(1).getFileName() + "~figure-00000.parquet"));
        Files.write(part, before);

        assertThat(run(folder).ending()).isEqualTo(Ending.RELEASED);
        assertThat(problems()).isEmpty();
    }

    @Test
    void whatIsDamagedAndInNoBackupIsGivenUpWithAWordAndTakenInAgainFromTheTray() throws IOException {
        String release = ask("SELECT count(*) FROM fact_observation");
        Path lost = runs().get(0);
        Files.delete(lost.resolve("figure-00000.parquet"));

        assertThat(care().admitLoss("磁盘坏了")).first().asString().startsWith("已放弃 " + lost.getFileName());

        assertThat(problems()).isEmpty();
        assertThat(runs()).hasSize(2).doesNotContain(lost);
        assertThat(run(folder).ending()).isEqualTo(Ending.RELEASED);
        assertThat(ask("SELECT count(*) FROM fact_observation")).isEqualTo(release);
        assertThat(care().admitLoss("再来").get(0)).startsWith("台账完好");
    }

    @Test
    void anEndThatIsLostIsGivenUp() throws IOException {
        FileSystemUtils.deleteRecursively(runs().get(1));
        FileSystemUtils.deleteRecursively(folder.resolve("input"));
        lay(folder, "2023-07-11/人社局");

        care().admitLoss("恢复自旧备份");

        assertThat(problems()).isEmpty();
        // smaller than the release before, and admitted already
        assertThat(run(folder).ending()).isEqualTo(Ending.RELEASED);
        assertThat(ask("SELECT count(*) FROM dim_submission")).isEqualTo("2");
    }

    @Test
    void aReleaseThatWouldBeSmallerWaitsForAWordThatIsWrittenDown() throws IOException {
        Path manifest = folder.resolve("warehouse/releases")
                .resolve(Files.readString(folder.resolve("warehouse/CURRENT")).strip())
                .resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst("\"figures\" : ", "\"figures\" : 9"));
        lay(folder, "2023-07-12/财政局");

        NightlyRun.Outcome outcome = run(folder);
        assertThat(outcome.ending()).isEqualTo(Ending.FAILED);
        assertThat(outcome.reason()).contains("发布版将少于上一个").contains("--admit-fewer");
        assertThat(run(folder).ending()).isEqualTo(Ending.FAILED);

        assertThat(run(folder, "试算表作废").ending()).isEqualTo(Ending.RELEASED);
        Link link = new Ledger(folder.resolve("warehouse/ledger"))
                .chain()
                .head()
                .orElseThrow()
                .link();
        assertThat(link.kind()).isEqualTo(Link.Kind.ADMISSION);
        assertThat(link.reason()).isEqualTo("试算表作废");
        assertThat(problems()).isEmpty();
    }
}
