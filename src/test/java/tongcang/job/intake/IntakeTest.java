package tongcang.job.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import tongcang.Finding;
import tongcang.Submission;
import tongcang.job.definition.JobFile;
import tongcang.job.definition.Seeds;

/** What is taken of what lies in the input folder; whatever is not taken is told. */
class IntakeTest {
    private static final LocalDate TODAY = LocalDate.of(2023, 7, 20);

    /** The id that the first releases gave to 2023-07-01/财政局/a/b.xlsx with the content "same". */
    private static final String PLAIN = "03f4f05b5feabea2";

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
    void whatWasReceivedTomorrowWaitsAndWhatWasBeforeTheRepublicIsASlip() throws IOException {
        put("2023-07-20/财政局/今天.xlsx");
        put("2999-01-01/财政局/笔误.xlsx");
        put("0203-07-20/财政局/笔误.xlsx");

        assertThat(taken()).containsExactly("2023-07-20/财政局/今天.xlsx");
        assertThat(list().left())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("2999-01-01/财政局/笔误.xlsx", "晚于今天"),
                        line -> assertThat(line).contains("0203-07-20/财政局/笔误.xlsx", "早于 1949-01-01"));
    }

    @Test
    void aFolderThatIsAlmostADayIsToldHowItIsWritten() throws IOException {
        put("2023-7-21/财政局/表.xlsx");
        put("20230722/财政局/表.xlsx");
        put("2023-02-30/财政局/表.xlsx");
        put("2023-07-01/表.xlsx");

        assertThat(taken()).isEmpty();
        assertThat(list().left())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains("2023-7-21", "请改为 2023-07-21"),
                        line -> assertThat(line).contains("20230722", "请改为 2023-07-22"),
                        line -> assertThat(line).contains("2023-02-30", "不是一个日期"),
                        line -> assertThat(line).contains("2023-07-01/表.xlsx", "缺部门目录"));
    }

    @Test
    void aMissingFolderIsTold() {
        assertThat(list().left()).singleElement().asString().contains("没有这个报送目录");
    }

    @Test
    void whatCannotBeEnteredOrIsGoneIsToldAndTheWalkGoesOn() {
        Path input = folder.resolve("input");
        InputWalk walk = new InputWalk(input);
        Path closed = input.resolve("2023-07-01/财政局");
        walk.visitFileFailed(closed, new AccessDeniedException(closed.toString()));
        walk.visitFileFailed(input.resolve("2023-07-02"), new NoSuchFileException("2023-07-02"));
        walk.postVisitDirectory(input.resolve("2023-07-03"), new IOException("stale"));

        assertThat(walk.left())
                .satisfiesExactly(
                        line -> assertThat(line).contains("2023-07-01/财政局：无法读取（AccessDeniedException）", "下次运行会再试"),
                        line -> assertThat(line).contains("2023-07-02：登记时已不在"),
                        line -> assertThat(line).contains("2023-07-03：无法读取"));
    }

    @Test
    void oneFileThatCannotBeReadIsToldAndAllElseIsTaken() throws IOException {
        put("2023-07-01/财政局/好.xlsx");
        Path loop = folder.resolve("input/2023-07-01/统计局/自指.xlsx");
        Files.createDirectories(loop.getParent());
        Files.createSymbolicLink(loop, loop);

        assertThat(taken()).containsExactly("2023-07-01/财政局/好.xlsx");
        assertThat(list().left()).singleElement().asString().contains("统计局/自指.xlsx");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aNameWithABackslashAndAFolderAreTwoSubmissionsAndTheOldIdStays() throws IOException {
        write("2023-07-01/财政局/a/b.xlsx", "same");
        write("2023-07-01/财政局/a\\b.xlsx", "same");

        List<Submission> submissions = submissions();
        assertThat(submissions)
                .extracting(Submission::path)
                .containsExactly("2023-07-01/财政局/a/b.xlsx", "2023-07-01/财政局/a\\b.xlsx");
        assertThat(submissions.get(0).id()).isEqualTo(PLAIN);
        assertThat(submissions.get(1).id()).matches("[0-9a-f]{16}").isNotEqualTo(PLAIN);

        Files.delete(folder.resolve("input/2023-07-01/财政局/a/b.xlsx"));
        assertThat(submissions()).extracting(Submission::id).containsExactly(PLAIN);
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void namesThatAreNotUtf8AreShownAsGbkAndTheirFilesAreRead() throws IOException {
        bytes("2023-07-01/%B2%C6%D5%FE%BE%D6/%B1%A8%B1%ED.csv", "same");
        bytes("2023-07-01/%B2%C6%D5%FE%BE%D6/%C0%FB%C8%F3.csv", "same");
        bytes("2023-07-01/%FF%FE/a%FF.csv", "other");

        List<Intake.Delivered> delivered = list().delivered();
        assertThat(submissions())
                .extracting(Submission::path)
                .containsExactly("2023-07-01/\\xFF\\xFE/a\\xFF.csv", "2023-07-01/财政局/利润.csv", "2023-07-01/财政局/报表.csv");
        assertThat(submissions()).extracting(Submission::department).containsExactly("\\xFF\\xFE", "财政局", "财政局");
        assertThat(submissions()).extracting(Submission::id).doesNotHaveDuplicates();
        assertThat(delivered).allSatisfy(each -> {
            assertThat(each.file().toFile()).isFile();
            assertThat(each.notes()).extracting(Finding::rule).contains("intake.name");
        });
    }

    @Test
    void aReportThatTheJobListsTwiceIsOneSubmissionAndUnderTwoDepartmentsTwo() throws IOException {
        Files.writeString(folder.resolve("报告.txt"), "全年生产总值5亿元。");
        JobFile.Report report = new JobFile.Report("报告.txt", "市政府", TODAY, null, null);
        JobFile.Report other = new JobFile.Report("报告.txt", "市统计局", TODAY, null, null);
        Files.createDirectories(folder.resolve("input"));

        Intake.Listing listing = intake(List.of(report, report, other)).list();

        assertThat(listing.delivered())
                .extracting(d -> d.submission().department())
                .containsExactlyInAnyOrder("市政府", "市统计局");
        assertThat(listing.delivered()).extracting(d -> d.submission().id()).doesNotHaveDuplicates();
        assertThat(listing.left()).singleElement().asString().contains("报告.txt", "不止一次");
    }

    @Test
    void aRepeatedVersionIsSkippedAndToldAndAReversalCounts() throws IOException {
        write("2023-07-01/财政局/重.csv", "A");
        write("2023-07-02/财政局/重.csv", "A");
        write("2023-07-01/财政局/反.csv", "C");
        write("2023-07-02/财政局/反.csv", "B");
        write("2023-07-03/财政局/反.csv", "C");
        write("2023-07-03/统计局/重.csv", "A");

        Intake.Listing fresh = list().beyond(Set.of(), Set::of);

        assertThat(fresh.delivered())
                .extracting(d -> d.submission().path())
                .containsExactly(
                        "2023-07-01/财政局/反.csv",
                        "2023-07-01/财政局/重.csv",
                        "2023-07-02/财政局/反.csv",
                        "2023-07-03/统计局/重.csv",
                        "2023-07-03/财政局/反.csv");
        assertThat(fresh.left()).singleElement().asString().contains("2023-07-02/财政局/重.csv", "重复报送");
        assertThat(fresh.delivered()).allSatisfy(d -> assertThat(d.notes()).isEmpty());
    }

    @Test
    void whatWasRefusedIsReadOnceMoreWhereItIsLaidDownAgain() throws IOException {
        write("2023-07-01/财政局/密.csv", "A");
        String refused = submissions().get(0).id();
        write("2023-07-02/财政局/密.csv", "A");

        assertThat(list().beyond(Set.of(refused), () -> Set.of(refused)).delivered())
                .hasSize(1);
        assertThat(list().beyond(Set.of(refused), Set::of).delivered()).isEmpty();
    }

    @Test
    void ofUnknownDepartmentsNothingIsTakenWhereTheJobWantsKnownOnes() throws IOException {
        put("2023-07-01/财政局/表.xlsx");
        put("2023-07-01/财证局/表.xlsx");
        Seeds seeds = Seeds.load(Path.of("seeds"));

        Intake.Listing listing = list().ofKnown(seeds::unknown);

        assertThat(listing.delivered())
                .singleElement()
                .satisfies(d -> assertThat(d.submission().department()).isEqualTo("财政局"));
        assertThat(listing.left())
                .singleElement()
                .asString()
                .contains("2023-07-01/财证局/表.xlsx：未收取", "没有这个部门", "最接近的是 财政局");
    }

    @Test
    void whatLiesInAFolderOfADayBeforeTheLastRunIsToldAsLate() throws IOException {
        put("2018-01-05/市统计局/表.xlsx");
        put("2023-07-19/市统计局/表.csv");

        assertThat(list().late(LocalDate.of(2023, 7, 19)))
                .hasValueSatisfying(line -> assertThat(line)
                        .startsWith("补报 1 件：收到日期最早为 2018-01-05（2018-01-05/市统计局/表.xlsx），早于上一次运行（2023-07-19）"));
        assertThat(list().late(LocalDate.of(2018, 1, 5))).isEmpty();
    }

    @Test
    void theSameContentUnderAnotherNameIsTakenAndNoted() throws IOException {
        write("2023-07-01/财政局/甲.csv", "A");
        write("2023-07-02/财政局/乙.csv", "A");

        Intake.Listing fresh = list().beyond(Set.of(), Set::of);

        assertThat(fresh.delivered()).hasSize(2);
        assertThat(fresh.delivered().get(1).notes())
                .singleElement()
                .satisfies(note -> assertThat(note.message()).contains("重复报送", "2023-07-01/财政局/甲.csv"));
    }

    private void put(String path) throws IOException {
        write(path, path);
    }

    private void write(String path, String content) throws IOException {
        Path file = folder.resolve("input").resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    /** Writes a file whose name is given byte by byte. */
    private void bytes(String address, String content) throws IOException {
        Files.createDirectories(folder.resolve("input"));
        Path file = Path.of(URI.create(folder.resolve("input").toUri() + address));
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private Intake.Listing list() {
        return intake(List.of()).list();
    }

    private Intake intake(List<JobFile.Report> reports) {
        return new Intake(folder, folder.resolve("input"), folder.resolve("tmp"), reports, TODAY);
    }

    private List<Submission> submissions() {
        return list().delivered().stream().map(Intake.Delivered::submission).toList();
    }

    private List<String> taken() {
        return submissions().stream().map(Submission::path).toList();
    }
}
