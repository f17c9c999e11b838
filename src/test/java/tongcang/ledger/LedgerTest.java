package tongcang.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongcang.InvalidFileException;
import tongcang.Reading;
import tongcang.Submission;

/** The ledger holds each submission once, whatever is copied into its folder. */
class LedgerTest {
    @TempDir
    private Path folder = Path.of("");

    private Ledger ledger = new Ledger(folder);

    @BeforeEach
    void oneRun() throws IOException {
        ledger = new Ledger(folder.resolve("ledger"));
        Submission submission =
                new Submission("s1", "表.xlsx", "市统计局", LocalDate.of(2023, 1, 20), "00", 1, Submission.Kind.WORKBOOK);
        Path work = folder.resolve("work");
        Ledger.writePart(work, 0, List.of(new ReadSubmission(submission, new Reading(List.of(), List.of()))));
        ledger.append("abc123", work, List.of("s1"));
    }

    @Test
    void aRunIsTakenInOnce() throws IOException {
        ledger.append("abc123", folder.resolve("no-such-work"), List.of("s2"));

        assertThat(ledger.runNames()).containsExactly("abc123");
        assertThat(ledger.submissionIds()).containsExactly("s1");
    }

    @Test
    void aBackupCopyOfARunIsNamedAndNotReadASecondTime() throws IOException {
        copy("run=abc123 - 副本");

        assertThatThrownBy(ledger::submissionIds)
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("run=abc123 - 副本")
                .hasMessageContaining("not that of a run");
    }

    @Test
    void aCopyUnderTheNameOfARunIsKnownByItsSubmissions() throws IOException {
        copy("run=abc124");

        assertThatThrownBy(ledger::submissionIds)
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("submission s1 stands in another run too");
    }

    @Test
    void aRunThatLacksItsIndexIsNamed() throws IOException {
        Files.createDirectories(folder.resolve("ledger/run=0123"));

        assertThatThrownBy(ledger::submissionIds)
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("run=0123")
                .hasMessageContaining("submissions.txt");
    }

    private void copy(String name) throws IOException {
        Path copy = Files.createDirectories(folder.resolve("ledger").resolve(name));
        for (String file : List.of("submission-00000.parquet", "submissions.txt")) {
            Files.copy(folder.resolve("ledger/run=abc123").resolve(file), copy.resolve(file));
        }
    }
}
