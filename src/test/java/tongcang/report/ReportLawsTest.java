package tongcang.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.coding.Codelists;
import tongcang.support.Limits;

/** What holds of any text. */
class ReportLawsTest {
    private static final ReportReader READER =
            new ReportReader(Codelists.load(Path.of("seeds/codelists")).units(), Limits.DEFAULT);

    @TempDir
    private Path folder;

    @Test
    void aNumberIsReadBackAsItWasWritten() throws IOException {
        Random random = new Random(11);
        List<BigDecimal> numbers = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 400; i++) {
            BigDecimal number = BigDecimal.valueOf(1 + random.nextInt(2_000_000), random.nextInt(4));
            String written = i % 2 == 0 ? number.toPlainString() : String.format("%,." + number.scale() + "f", number);
            String wide = i % 3 == 0 ? fullWidth(written) : written;
            text.append("粮食总产量达到").append(wide).append("万吨。\n");
            numbers.add(number);
        }
        assertThat(read(text.toString()).stream().map(f -> f.quantity().value()))
                .containsExactlyElementsOf(numbers);
    }

    @Test
    void anUnrelatedSentenceChangesNothingElse() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("seeds/reports/xuchang-2023.txt"));
        List<String> alone = read(String.join("\n", lines)).stream()
                .map(ReportLawsTest::said)
                .toList();
        Random random = new Random(5);
        for (int i = 0; i < 20; i++) {
            lines.add(3 + random.nextInt(lines.size() - 3), "各项工作稳步推进。");
        }
        assertThat(read(String.join("\n", lines)).stream().map(ReportLawsTest::said))
                .containsExactlyElementsOf(alone);
    }

    /**
     * Four times the text may take four times the memory and, with all that disturbs a clock, less than ten times the
     * processor's time; sixteen times of either would be quadratic.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "7", "零", "（", "“", "，", "7个、", "7%和", "1亿", "第", "1∶", "的 ", "2023年", "7 ", "分别7、", "\n", "7\n", "[1]",
                "、\n", "\f7\n"
            })
    void costGrowsAsTheTextDoes(String bit) throws IOException {
        Path small = write(bit, 12_000);
        Path large = write(bit, 48_000);
        cost(large);
        long[] little = cost(small);
        long[] much = cost(large);
        assertThat(much[0]).as("bytes").isLessThan(6 * little[0]);
        assertThat(much[1]).as("nanoseconds").isLessThan(10 * Math.max(little[1], 20_000_000));
    }

    @Test
    void aMegabyteOfDigitsIsRead() throws IOException {
        String bit = "7零（“，分别亿";
        long[] cost = cost(write(bit, 1_000_000));
        assertThat(cost[0]).as("bytes a character").isLessThan(1_000_000L * 2_000);
    }

    @Test
    void theWordsAroundAllFiguresTogetherAreLittleMoreThanTheText() throws IOException {
        String text = "粮食产量7万吨，".repeat(5_000);
        List<Figure> figures = read(text);

        assertThat(figures)
                .hasSize(5_000)
                .allSatisfy(f -> assertThat(f.context().sentence())
                        .contains(f.provenance().words())
                        .hasSizeLessThan(1_000));
        assertThat(figures.stream()
                        .map(f -> f.context().sentence())
                        .distinct()
                        .mapToInt(String::length)
                        .sum())
                .isLessThan(2 * text.length());
    }

    @Test
    void aReportThatTakesTooLongIsGivenUp() throws IOException {
        Limits instant = new Limits(1 << 20, 1 << 20, 10, 10, Duration.ofNanos(1));
        Path file = Files.writeString(folder.resolve("a.txt"), "粮食产量7万吨，".repeat(20_000));

        assertThat(new ReportReader(Codelists.load(Path.of("seeds/codelists")).units(), instant)
                        .read(file, "a.txt")
                        .findings())
                .extracting(Finding::rule)
                .containsExactly("report.too-slow");
    }

    /** Bytes allocated and nanoseconds of the processor, the least of two readings. */
    private static long[] cost(Path file) throws IOException {
        com.sun.management.ThreadMXBean thread = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long[] least = {Long.MAX_VALUE, Long.MAX_VALUE};
        for (int i = 0; i < 2; i++) {
            long bytes = thread.getCurrentThreadAllocatedBytes();
            long time = thread.getCurrentThreadCpuTime();
            READER.read(file, "a.txt");
            least[0] = Math.min(least[0], thread.getCurrentThreadAllocatedBytes() - bytes);
            least[1] = Math.min(least[1], thread.getCurrentThreadCpuTime() - time);
        }
        return least;
    }

    private Path write(String bit, int length) throws IOException {
        return Files.writeString(folder.resolve(length + ".txt"), bit.repeat(length / bit.length()));
    }

    private List<Figure> read(String text) throws IOException {
        return READER.read(Files.writeString(folder.resolve("a.txt"), text), "a.txt")
                .figures();
    }

    private static String fullWidth(String number) {
        StringBuilder wide = new StringBuilder();
        number.chars().forEach(c -> wide.append((char) (c >= '0' && c <= '9' ? c - '0' + '０' : c)));
        return wide.toString();
    }

    private static String said(Figure f) {
        return String.join(
                " ",
                f.label(),
                f.quantity().toString(),
                f.measure().code(),
                f.status().code(),
                String.valueOf(f.period()),
                f.region());
    }
}
