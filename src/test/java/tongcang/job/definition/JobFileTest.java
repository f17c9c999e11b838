package tongcang.job.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tongcang.InvalidFileException;

/** Job definitions that are wrong in one place each, and what the operator is told. */
class JobFileTest {
    private static final Path SHIPPED = Path.of("jobs/nightly.yml").toAbsolutePath();

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "threads: 2 | threads: two | line 25: 'threads' is 'two'; expected a whole number",
                "threads: 2 | threads: 1.5 | line 25: 'threads' is '1.5'; expected a whole number",
                "threads: 2 | threads: 99999999999 | 'threads' is too large a number",
                "threads: 2 | threads: [2] | 'threads' is of another kind; expected a whole number",
                "threads: 2 | threads: | 'threads' is missing or empty; expected a whole number",
                "memory: 2GB | threads: 3 | the key 'engine.threads' stands there twice; expected once",
                "region: | name: | the key 'name' stands there twice; expected once",
                "memory: 2GB | memory: 0GB | 'engine.memory' is '0GB'; expected such as 2GB",
                "file-mb: 100 | file-mb: big | 'limits.file-mb' is 'big'; expected a whole number",
                "received: 2023-01-09 | received: 9.1.2023 | 'reports.received' is '9.1.2023'; expected a day such as",
                "every: month | every: week | 'deadlines.every' is 'week'; expected one of [month, quarter, half, year]",
                "missed: run | missed: 0 | 'schedule.missed' is '0'; expected one of [run, skip]",
                "threads: 2 | threads 2 | line 27: is no YAML that can be read",
                "schedule: | schedule: nightly | line 20: 'schedule' is of another kind; expected keys of its own",
                "password-variables: [] | password-variables: X | 'workbooks.password-variables' is of another kind",
                "sheets: 256 | shets: 256 | 'limits.sheets' is missing or empty",
            })
    void whatIsWrongIsSaidWithTheWholeKeyAndWhatWouldBeRight(String right, String wrong, String told)
            throws IOException {
        assertThat(Files.readString(SHIPPED)).contains(right);
        assertThatTold(replaced(right, wrong)).contains(told).doesNotContain("Feature", "tongcang.job", "`");
    }

    @Test
    void aNameThatIsNotTheFilesOwnCouldLeaveTheWarehouseAndIsRefused() throws IOException {
        assertThatTold(replaced("name: nightly", "name: ../../evil"))
                .contains("'name' is '../../evil'; expected 'nightly', as the file is called");
    }

    @Test
    void aFileThatIsNotInUtf8IsNamed() throws IOException {
        Path file = folder.resolve("nightly.yml");
        Files.writeString(file, Files.readString(SHIPPED), Charset.forName("GBK"));

        assertThatTold(file).contains("nightly.yml", "not UTF-8");
    }

    private Path replaced(String right, String wrong) throws IOException {
        String text = Files.readString(SHIPPED);
        return Files.writeString(folder.resolve("nightly.yml"), text.replace(right, wrong));
    }

    private static org.assertj.core.api.AbstractStringAssert<?> assertThatTold(Path file) {
        String[] told = {""};
        assertThatThrownBy(() -> JobFile.load(file))
                .isInstanceOf(InvalidFileException.class)
                .satisfies(e -> told[0] = String.valueOf(e.getMessage()));
        assertThat(told[0].lines()).hasSize(1);
        return assertThat(told[0]);
    }
}
