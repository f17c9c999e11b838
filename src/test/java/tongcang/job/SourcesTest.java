package tongcang.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tongcang.job.check.LedgerCare;
import tongcang.job.watch.Ending;
import tongcang.ledger.Sources;
import tongcang.support.Sha256;

/** The files themselves are kept, each once, under the hash of their bytes. */
class SourcesTest extends TwoNights {

    private LedgerCare care() {
        return new LedgerCare(folder.resolve("warehouse"), LocalDate.now());
    }

    private Sources sources() {
        return new Sources(folder.resolve("warehouse/sources"));
    }

    private Path delivered() throws IOException {
        try (var files = Files.list(folder.resolve("input/2023-07-13/商务局"))) {
            return files.findFirst().orElseThrow();
        }
    }

    private String idOf(String department) {
        return ask("SELECT submission_id FROM dim_submission WHERE department_name = '" + department + "'");
    }

    private Set<String> inTheLedger() {
        return Set.of(ask("SELECT string_agg(DISTINCT sha256, ' ') FROM dim_submission")
                .split(" "));
    }

    @Test
    void whatWasTakenIsKeptAndCanOnlyBeRead() throws IOException {
        assertThat(sources().hashes()).isEqualTo(inTheLedger()).hasSize(3);
        for (String hash : sources().hashes()) {
            assertThat(Sha256.of(sources().file(hash))).isEqualTo(hash);
            assertThat(Files.isRegularFile(sources().file(hash))).isTrue();
            assertThat(Files.getPosixFilePermissions(sources().file(hash)))
                    .containsExactly(PosixFilePermission.OWNER_READ);
        }
    }

    @Test
    void whatIsEditedInTheInputFolderAfterwardsIsKeptAsItWas() throws IOException {
        String hash = Sha256.of(delivered());
        Files.writeString(delivered(), "edited in place");

        assertThat(sources().isSound(hash)).isTrue();
    }

    @Test
    void whatANightBeforeDidNotKeepTheNextOneKeeps() throws IOException {
        FileSystemUtils.deleteRecursively(folder.resolve("warehouse/sources"));
        lay(folder, "2023-07-12/财政局");

        assertThat(run(folder).ending()).isEqualTo(Ending.RELEASED);

        assertThat(sources().hashes()).isEqualTo(inTheLedger()).hasSize(4);
    }

    @Test
    void aFileThatHasNotTheHashIsNotKept() throws IOException {
        String other = Sha256.of("other");
        assertThat(sources().keep(delivered(), other)).isFalse();
        assertThat(sources().has(other)).isFalse();
        try (var left = Files.walk(folder.resolve("warehouse/sources"))) {
            assertThat(left.filter(f -> f.toString().endsWith(".tmp"))).isEmpty();
        }
    }

    @Test
    void aWithdrawnSubmissionsFileIsDeletedUnlessAnotherIsTheSame() throws IOException {
        Path again = Files.createDirectories(folder.resolve("input/2023-07-19/商务局"));
        Files.copy(delivered(), again.resolve("另一个名字.xlsx"));
        run(folder);
        String hash = Sha256.of(delivered());
        String first = ask("SELECT submission_id FROM dim_submission WHERE path LIKE '2023-07-13/商务局%'");
        String second = ask("SELECT submission_id FROM dim_submission WHERE path LIKE '%另一个名字.xlsx'");

        assertThat(care().withdraw(first, "报错了单位").get(1)).contains("另有报送件与它内容相同");
        assertThat(sources().has(hash)).isTrue();

        assertThat(care().withdraw(second, "报错了单位").get(1)).contains("原件 " + hash + " 已从 sources 中删除");
        assertThat(sources().has(hash)).isFalse();
        run(folder);
        assertThat(sources().has(hash))
                .as("the file still lies in the input folder")
                .isFalse();
    }

    @Test
    void aBackupHoldsTheSourcesAndGivesBackWhatIsMissingOrDamaged() throws IOException {
        Path copy = folder.resolve("backup");
        assertThat(care().backup(copy).get(0)).endsWith("原件复制 3 个");
        assertThat(care().backup(copy).get(0)).endsWith("原件复制 0 个");
        List<String> hashes = List.copyOf(sources().hashes());
        sources().purge(hashes.get(0));
        Path damaged = sources().file(hashes.get(1));
        assertThat(damaged.toFile().setWritable(true)).isTrue();
        Files.writeString(damaged, "garbled");
        assertThat(care().backup(copy).get(0)).as("nothing is lost in the copy").endsWith("原件复制 0 个");

        assertThat(care().restore(copy))
                .contains("已恢复原件 " + hashes.get(0), "已恢复原件 " + hashes.get(1))
                .noneMatch(line -> line.contains(hashes.get(2)));

        for (String hash : hashes) {
            assertThat(sources().isSound(hash)).isTrue();
        }
        assertThat(run(folder).ending()).isEqualTo(Ending.NOTHING_NEW);
    }

    @Test
    void theNextBackupForgetsWhatWasWithdrawnAndAnOldOneDoesNotBringItBack() throws IOException {
        Path old = folder.resolve("old-backup");
        Path copy = folder.resolve("backup");
        care().backup(old);
        care().backup(copy);
        String hash = Sha256.of(delivered());
        care().withdraw(idOf("市商务局"), "涉密");

        care().backup(copy);

        assertThat(new Sources(copy.resolve("sources")).hashes()).hasSize(2).doesNotContain(hash);
        care().restore(copy);
        assertThat(sources().has(hash)).isFalse();
        assertThat(new Sources(old.resolve("sources")).has(hash)).isTrue();
    }
}
