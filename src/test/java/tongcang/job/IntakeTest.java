package tongcang.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is taken of what lies in the input folder; whatever is not taken is told. */
class IntakeTest {
    private static final LocalDate TODAY = LocalDate.of(2023, 7, 20);

    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFileIsTakenHoweverDeepItLies() throws IOException {
        put("2023-07-01/财政局/a/b/c/d/e/f/g/h/i/j/k/表.xlsx");

        assertThat(taken()).containsExactly("2023-07-01/财政局/a/b/c/d/e/f/g/h/i/j/k/表.xlsx");
    }

    @Test
    void whatOnlyBeginsLikeANoteIsNone() throws IOException {
        put("README.md");
        put("README补报/表.xlsx");

        assertThat(taken()).isEmpty();
        assertThat(list().left()).singleElement().asString().contains("README补报/表.xlsx", "收到日期/部门");
    }

    @Test
    void whatWasReceivedTomorrowWaits() throws IOException {
        put("2023-07-20/财政局/今天.xlsx");
        put("2999-01-01/财政局/笔误.xlsx");

        assertThat(taken()).containsExactly("2023-07-20/财政局/今天.xlsx");
        assertThat(list().left()).singleElement().asString().contains("2999-01-01/财政局/笔误.xlsx", "晚于今天");
    }

    @Test
    void aMissingFolderIsTold() {
        assertThat(list().left()).singleElement().asString().contains("没有这个报送目录");
    }

    private void put(String path) throws IOException {
        Path file = folder.resolve("input").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, path);
    }

    private Intake.Listing list() {
        return new Intake(folder, folder.resolve("input"), List.of(), TODAY).list();
    }

    private List<String> taken() {
        return list().delivered().stream().map(d -> d.submission().path()).toList();
    }
}
