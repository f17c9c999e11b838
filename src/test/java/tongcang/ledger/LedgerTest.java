package tongcang.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongcang.Reading;
import tongcang.Submission;
import tongcang.ledger.chain.Chain;
import tongcang.ledger.chain.ChainCheck;
import tongcang.ledger.chain.Damage;
import tongcang.ledger.chain.DamagedLedgerException;
import tongcang.ledger.chain.Link;
import tongcang.ledger.chain.Reader;
import tongcang.ledger.chain.SeenFiles;

/** The ledger holds each submission once, and its chain tells whatever is done to its files. */
class LedgerTest {
    private static final LocalDate DAY = LocalDate.of(2023, 7, 20);

    @TempDir
    private Path folder = Path.of("");

    private Ledger ledger = new Ledger(folder);

    @BeforeEach
    void threeRuns() throws IOException {
        ledger = new Ledger(folder.resolve("ledger"));
        take("abc123", "s1", DAY);
        take("0123", "s2", DAY.plusDays(1));
        take("def", "s3", DAY.plusDays(2));
    }

    private void take(String run, String id, LocalDate day) throws IOException {
        Path work = folder.resolve("work");
        write(work, id);
        ledger.append(run, work, taken(id), day);
    }

    private static void write(Path work, String id) throws IOException {
        Submission submission =
                new Submission(id, id + ".xlsx", "市统计局", LocalDate.of(2023, 1, 20), "00", 1, Submission.Kind.WORKBOOK);
        try (PartWriter part = Ledger.part(work, 0)) {
            part.add(new ReadSubmission(submission, new Reading(List.of(), List.of())));
            part.seal();
        }
    }

    @Test
    void aRunIsTakenInOnce() throws IOException {
        ledger.append("abc123", folder.resolve("no-such-work"), taken("s9"), DAY);

        assertThat(ledger.chain().links()).hasSize(3);
        assertThat(ledger.submissionIds()).containsExactlyInAnyOrder("s1", "s2", "s3");
    }

    @Test
    void aSubmissionIsTakenInOnce() throws IOException {
        Path work = folder.resolve("work");
        write(work, "s1");

        assertThatThrownBy(() -> ledger.append("fff", work, taken("s1"), DAY))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("submission s1 is there already");
        assertThat(ledger.hasRun("fff")).isFalse();
    }

    @Test
    void eachLinkNamesTheOneBeforeItAndAllItsFiles() throws IOException {
        List<Chain.Sealed> links = ledger.chain().links();

        assertThat(links).extracting(s -> s.link().run()).containsExactly("abc123", "0123", "def");
        assertThat(links)
                .extracting(s -> s.link().previous())
                .containsExactly("", links.get(0).hash(), links.get(1).hash());
        assertThat(links.get(1).link().parts())
                .extracting(Link.Part::file, Link.Part::rows)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("run=0123/figure-00000.parquet", 0L),
                        org.assertj.core.groups.Tuple.tuple("run=0123/finding-00000.parquet", 0L),
                        org.assertj.core.groups.Tuple.tuple("run=0123/sheet-00000.parquet", 0L),
                        org.assertj.core.groups.Tuple.tuple("run=0123/submission-00000.parquet", 1L),
                        org.assertj.core.groups.Tuple.tuple("run=0123/submissions.txt", 1L));
        assertThat(damages()).isEmpty();
    }

    @Test
    void aClockThatIsSetBackDatesNoLinkBeforeTheOneBeforeIt() throws IOException {
        take("eee", "s4", DAY);

        assertThat(ledger.chain().head().orElseThrow().link().day()).isEqualTo(DAY.plusDays(2));
    }

    @Test
    void whatAKilledWriteLeftIsNoPartOfTheRun() throws IOException {
        Path work = folder.resolve("work");
        write(work, "s4");
        Files.writeString(work.resolve("figure-00001.parquet.tmp"), "half");

        ledger.append("eee", work, taken("s4"), DAY);

        assertThat(damages()).isEmpty();
        assertThat(folder.resolve("ledger/run=eee/figure-00001.parquet.tmp")).doesNotExist();
    }

    @Test
    void aByteThatFlipsInAnyFileIsTold() throws IOException {
        String head = ledger.chain().head().orElseThrow().hash();
        for (Path file : files()) {
            byte[] sound = Files.readAllBytes(file);
            for (int at = 0; at < sound.length; at += Math.max(1, sound.length / 17)) {
                byte[] flipped = sound.clone();
                flipped[at] ^= 1;
                Files.write(file, flipped);

                assertThat(damages().isEmpty() && ledger.chain().knows(head))
                        .as(file + ", byte " + at)
                        .isFalse();
            }
            Files.write(file, sound);
        }
        assertThat(damages()).isEmpty();
    }

    @Test
    void aFileThatIsGoneOrCutShortIsToldWithWhatItShouldBe() throws IOException {
        Path part = folder.resolve("ledger/run=0123/submission-00000.parquet");
        byte[] sound = Files.readAllBytes(part);
        Files.write(part, java.util.Arrays.copyOf(sound, sound.length / 2));
        assertThat(damages())
                .containsExactly(new Damage(
                        "run=0123/submission-00000.parquet",
                        2,
                        "大小为 " + sound.length / 2 + " 字节；应为 " + sound.length + " 字节"));

        Files.delete(part);
        assertThat(damages()).containsExactly(new Damage("run=0123/submission-00000.parquet", 2, "不见了；应有 1 行"));
    }

    @Test
    void aRunThatIsGoneLeavesAGap() throws IOException {
        delete("run=0123");

        assertThat(damages()).hasSize(1);
        assertThat(damages().get(0).problem())
                .contains("链上第 2 环的运行目录不见了")
                .contains("run=def/index.json 所接的索引应为 SHA-256");
    }

    @Test
    void anEndThatIsCutOffIsKnownToWhoeverKnewIt() throws IOException {
        String head = ledger.chain().head().orElseThrow().hash();
        delete("run=def");

        assertThat(damages()).isEmpty();
        assertThat(ledger.chain().knows(head)).isFalse();
    }

    @Test
    void aRunThatIsInsertedIsTold() throws IOException {
        copy("run=abc124");
        assertThat(damages()).extracting(Damage::file).containsExactly("run=abc124/index.json");

        Files.delete(folder.resolve("ledger/run=abc124/index.json"));
        assertThat(damages()).containsExactly(new Damage("run=abc124", 0, "不是链上的运行，是插入或复制进来的；应移出台账"));
        assertThatThrownBy(ledger::submissionIds)
                .isInstanceOf(DamagedLedgerException.class)
                .hasMessageContaining("s1 在另一个运行中已有");
    }

    @Test
    void aFileThatIsInsertedIsToldAndTheDesktopsOwnIsNot() throws IOException {
        Files.copy(
                folder.resolve("ledger/run=def/figure-00000.parquet"),
                folder.resolve("ledger/run=def/figure-00001.parquet"));
        Files.writeString(folder.resolve("ledger/run=def/Thumbs.db"), "");
        Files.writeString(folder.resolve("ledger/.DS_Store"), "");
        Files.createDirectories(folder.resolve("ledger/run=123"));

        assertThat(damages())
                .extracting(Damage::file)
                .containsExactlyInAnyOrder("run=def/figure-00001.parquet", "run=123");
    }

    @Test
    void anIndexThatIsRewrittenToSuitItsFilesIsToldByTheNextOne() throws IOException {
        Path index = folder.resolve("ledger/run=0123/index.json");
        Files.writeString(
                index, Files.readString(index).replace("\"day\" : \"2023-07-21\"", "\"day\" : \"2018-07-21\""));

        assertThat(damages()).hasSize(1);
        assertThat(damages().get(0).file()).isEqualTo("run=0123/index.json");
        assertThat(damages().get(0).problem()).startsWith("已被改动；run=def/index.json 所接的索引应为");
    }

    @Test
    void aLinkOfANewerProgramIsNotGuessedAt() throws IOException {
        Path index = folder.resolve("ledger/run=def/index.json");
        Files.writeString(index, Files.readString(index).replace("\"format\" : 3", "\"format\" : 4"));

        assertThat(damages().get(0).problem()).contains("由更新的程序写成（格式 4）");
    }

    @Test
    void whatNobodyTouchedSinceTheLastCheckIsNotHashedAgainAndAnythingElseIs() throws IOException {
        SeenFiles seen = check(SeenFiles.NONE).seen();
        Path file = folder.resolve("seen.txt");
        seen.write(file);
        assertThat(SeenFiles.read(file)).isEqualTo(seen);

        Path list = folder.resolve("ledger/run=def/submissions.txt");
        java.nio.file.attribute.FileTime then = Files.getLastModifiedTime(list);
        Files.writeString(list, "s4\n");
        Files.setLastModifiedTime(list, then);

        assertThat(check(SeenFiles.read(file)).damages())
                .extracting(Damage::file)
                .containsExactly("run=def/submissions.txt");
        // a stamp that lies saves the hashing until all are hashed
        assertThat(check(new SeenFiles(Instant.now(), seen.head(), seen.stamps()))
                        .damages())
                .hasSize(1);
    }

    @Test
    void aGarbledMemoryOfTheLastCheckIsNone() throws IOException {
        Path file = folder.resolve("seen.txt");
        for (String garbled : List.of("", "\0\0\0", "2023-07-20T00:00:00Z", "yesterday\nhead\n")) {
            Files.write(file, garbled.getBytes(StandardCharsets.UTF_8));
            assertThat(SeenFiles.read(file)).isEqualTo(SeenFiles.NONE);
        }
    }

    @Test
    void aLedgerWithoutAChainEntersItByALinkThatNamesAllItsFiles() throws IOException {
        for (String run : List.of("run=abc123", "run=0123", "run=def")) {
            Files.delete(folder.resolve("ledger").resolve(run).resolve("index.json"));
        }

        ledger.enter(DAY);

        Link origin = ledger.chain().head().orElseThrow().link();
        assertThat(origin.run()).isEqualTo("origin");
        assertThat(origin.kind()).isEqualTo(Link.Kind.ORIGIN);
        assertThat(origin.parts()).hasSize(15);
        assertThat(ledger.submissionIds()).hasSize(3);
        assertThat(damages()).isEmpty();
        take("eee", "s4", DAY);
        delete("run=0123");
        assertThat(damages()).hasSize(5);
    }

    @Test
    void aLedgerWithoutAChainThatLacksAPartDoesNotEnterIt() throws IOException {
        for (String run : List.of("run=abc123", "run=0123", "run=def")) {
            Files.delete(folder.resolve("ledger").resolve(run).resolve("index.json"));
        }
        Files.delete(folder.resolve("ledger/run=0123/submission-00000.parquet"));

        assertThatThrownBy(() -> ledger.enter(DAY))
                .isInstanceOf(DamagedLedgerException.class)
                .hasMessageContaining("run=0123：submissions.txt 列有 1 件，文件中有 0 件");
    }

    private static RunContent taken(String id) {
        return new RunContent(List.of(id), List.of(), List.of(), null);
    }

    @Test
    void aReadingAgainIsALinkOfItsOwnAndTakesNothingIn() throws IOException {
        Path work = Files.createDirectories(folder.resolve("work-again"));
        try (PartWriter part = Ledger.part(work, 0)) {
            part.seal();
        }
        Reader reader = new Reader("0.1.0+abc", "rules", List.of("PASSWORD"));

        ledger.append("again", work, new RunContent(List.of(), List.of("s1"), List.of("s2"), reader), DAY);

        assertThat(ledger.submissionIds()).containsExactlyInAnyOrder("s1", "s2", "s3");
        assertThat(ledger.chain().head().orElseThrow().link().kind()).isEqualTo(Link.Kind.REREAD);
        assertThat(ledger.chain().head().orElseThrow().link().reader()).isEqualTo(reader);
        assertThat(ledger.generations().marks(Set.of("s1", "s2"))).containsExactlyInAnyOrder("s1@again", "s2");
        assertThat(ledger.generations().reader("s1")).contains(reader);
        assertThat(ledger.generations().reader("s2")).as("tried in vain").contains(reader);
        assertThat(ledger.generations().reader("s3")).isEmpty();
        assertThat(damages()).isEmpty();
    }

    private List<Damage> damages() {
        return check(SeenFiles.NONE).damages();
    }

    private ChainCheck.Result check(SeenFiles seen) {
        return new ChainCheck(ledger.folder(), ledger.chain()).check(seen);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("ledger"))) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void delete(String run) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("ledger").resolve(run))) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private void copy(String name) throws IOException {
        Path copy = Files.createDirectories(folder.resolve("ledger").resolve(name));
        try (Stream<Path> files = Files.list(folder.resolve("ledger/run=abc123"))) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(file.getFileName()));
            }
        }
    }
}
