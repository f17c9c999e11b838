package tongcang.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.util.FileSystemUtils;
import tongcang.job.check.LedgerHealth;
import tongcang.job.watch.Ending;
import tongcang.ledger.chain.Link;
import tongcang.warehouse.database.Duck;
import tongcang.warehouse.database.Settings;
import tongcang.warehouse.release.Releases;

/** Whoever changes the ledger stops the next night before it publishes anything, be there something new or not. */
class TamperedLedgerTest extends TwoNights {

    @Test
    void aSoundLedgerIsGoneOnFrom() throws IOException {
        assertThat(run(folder).ending()).isEqualTo(Ending.NOTHING_NEW);
        lay(folder, "2023-07-12/财政局");
        assertThat(run(folder).ending()).isEqualTo(Ending.RELEASED);
        assertThat(new LedgerHealth(folder.resolve("warehouse")).problems(true)).isEmpty();
    }

    @Test
    void aValueThatIsEdited() throws IOException {
        Path part = part("figure");
        Path edited = folder.resolve("edited.parquet");
        try (Duck duck =
                Duck.writing(folder.resolve("edit.duckdb"), new Settings("256MB", 1, folder.resolve("spill")))) {
            duck.run("COPY (SELECT * REPLACE ('4850' AS value_text) FROM read_parquet(" + Duck.literal(part.toString())
                    + ", hive_partitioning = false)) TO " + Duck.literal(edited.toString()) + " (FORMAT parquet)");
        }
        Files.move(edited, part, StandardCopyOption.REPLACE_EXISTING);

        stops("figure-00000.parquet", "大小为");
    }

    @Test
    void aByteThatIsEditedInPlace() throws IOException {
        Path part = part("figure");
        byte[] bytes = Files.readAllBytes(part);
        bytes[bytes.length / 2] ^= 1;
        Files.write(part, bytes);

        stops("figure-00000.parquet", "内容已被改动");
    }

    @Test
    void aPartThatIsCutShort() throws IOException {
        Path part = part("finding");
        Files.write(part, Arrays.copyOf(Files.readAllBytes(part), 100));

        stops("finding-00000.parquet", "大小为 100 字节");
    }

    @Test
    void partsThatAreDeletedWhileTheirIndexIsLeft() throws IOException {
        for (String table : List.of("figure", "finding", "submission")) {
            Files.delete(part(table));
        }

        stops("figure-00000.parquet", "不见了");
    }

    @Test
    void aRunInTheMiddleThatIsDeleted() throws IOException {
        FileSystemUtils.deleteRecursively(runs().get(0));

        stops("链上", "不见了");
    }

    @Test
    void anEndThatIsCutOff() throws IOException {
        FileSystemUtils.deleteRecursively(runs().get(1));

        stops("台账的末尾被截去，现在止于第 1 环");
    }

    @Test
    void allRunsDeleted() throws IOException {
        FileSystemUtils.deleteRecursively(folder.resolve("warehouse/ledger"));

        stops("台账的末尾被截去，现在止于第 0 环");
    }

    @Test
    void aRunThatIsInserted() throws IOException {
        FileSystemUtils.copyRecursively(runs().get(0), folder.resolve("warehouse/ledger/run=0000"));

        stops("run=0000/index.json");
    }

    @Test
    void anIndexThatIsEdited() throws IOException {
        for (int link = 0; link < 2; link++) {
            Path index = runs().get(link).resolve(Link.INDEX);
            String sound = Files.readString(index);
            Files.writeString(index, sound.replaceFirst("\"rows\" : \\d+", "\"rows\" : 9"));

            stops(runs().get(link).getFileName() + "/index.json 已被改动");
            Files.writeString(index, sound);
        }
    }

    @Test
    void aChainThatIsTakenAwaySoThatTheLedgerLooksLikeAnOldOne() throws IOException {
        for (Path run : runs()) {
            Files.delete(run.resolve(Link.INDEX));
        }

        stops("台账的末尾被截去，现在止于第 0 环");
    }

    @Test
    void aByteThatFlipsInAnyFile() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("warehouse/ledger"))) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                byte[] sound = Files.readAllBytes(file);
                byte[] flipped = sound.clone();
                flipped[sound.length / 3] ^= 4;
                Files.write(file, flipped);

                NightlyRun.Outcome outcome = run(folder);
                assertThat(outcome.ending()).as(file.toString()).isEqualTo(Ending.FAILED);
                Files.write(file, sound);
            }
        }
        assertThat(run(folder).ending()).isEqualTo(Ending.NOTHING_NEW);
    }

    /** The next night, first with nothing new and then with another file, ends with 1 and leaves everything as it was. */
    private void stops(String... told) throws IOException {
        Releases releases = new Releases(folder.resolve("warehouse"));
        List<String> before = releases.ids();
        String newest = releases.current().orElseThrow();
        for (int night = 0; night < 2; night++) {
            NightlyRun.Outcome outcome = run(folder);

            assertThat(outcome.ending()).isEqualTo(Ending.FAILED);
            assertThat(outcome.reason()).contains(told).contains("没有发布任何内容").contains("ledger restore");
            assertThat(outcome.release()).contains(newest);
            assertThat(releases.ids()).isEqualTo(before);
            assertThat(new LedgerHealth(folder.resolve("warehouse")).problems(false))
                    .isNotEmpty();
            if (!Files.exists(folder.resolve("input/2023-07-12"))) {
                lay(folder, "2023-07-12/财政局");
            }
        }
    }
}
