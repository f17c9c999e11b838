package tongcang.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tongcang.Figure;
import tongcang.Period;
import tongcang.Provenance;
import tongcang.coding.Codelists;
import tongcang.quantity.Numerals;
import tongcang.quantity.Units;
import tongcang.report.ReportReader.Known;
import tongcang.support.Limits;

class ReportReaderTest {
    private static final Path XUCHANG = Path.of("seeds/reports/xuchang-2023.txt");
    private static final Units UNITS =
            Codelists.load(Path.of("seeds/codelists")).units();
    private static final String HEAD = "2024年安平市政府工作报告\n——2024年2月6日在安平市第九届人民代表大会第三次会议上\n一、2023年工作回顾\n";

    private final ReportReader reader = new ReportReader(UNITS, Limits.DEFAULT);

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("phrases")
    void aPhraseGivesItsFigures(String phenomenon, String text, List<String> expected) throws IOException {
        assertThat(read(report(text)).stream().map(ReportReaderTest::said))
                .as(phenomenon)
                .containsExactlyElementsOf(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("numerals")
    void aNumeralThatStatesNoFigureIsNamed(String phenomenon, String text, List<String> expected) throws IOException {
        List<ReportReader.Explained> told = reader.explain(write(HEAD + text), ReportReader.Known.NOTHING);
        assertThat(told.stream()
                        .filter(n -> n.line() >= HEAD.lines().count() && n.figure() == null)
                        .map(n -> n.text() + "\t" + n.reason()))
                .as(phenomenon)
                .containsExactlyElementsOf(expected);
    }

    private static String report(String text) {
        if (text.contains("¶")) {
            return text.replace('¶', '\n');
        }
        return (text.startsWith("今年") ? HEAD + "二、2024年工作安排\n" : HEAD) + text;
    }

    @Test
    void theWholeReportOfXuchangReadsAsRecorded() throws IOException {
        List<String> read = reader.read(XUCHANG, "xuchang-2023.txt").figures().stream()
                .map(f -> placed(f) + "\t" + said(f))
                .toList();
        assertThat(read).containsExactlyElementsOf(lines("xuchang-2023.tsv"));
    }

    @Test
    void everyDigitOfTheReportIsExplained() throws IOException {
        everyNumeralIsExplained(XUCHANG);
    }

    @Test
    void everyDigitOfAnyTextIsExplained() throws IOException {
        Random random = new Random(7);
        String[] bits = {
            "1", "23.4", "亿元", "%", "第", "三", "年", "、", "，", "。", "万余户", "“", "”", "∶", "—", "到", "增长", "个", "PM", "号"
        };
        StringBuilder text = new StringBuilder(HEAD);
        for (int i = 0; i < 20_000; i++) {
            text.append(bits[random.nextInt(bits.length)]).append(i % 200 == 199 ? "\n" : "");
        }
        everyNumeralIsExplained(write(text.toString()));
    }

    @Test
    void figuresStandInTheOrderOfTheTextAndNeverOverlap() throws IOException {
        Provenance.TextSpan before = new Provenance.TextSpan(0, 0, 0, "");
        for (Figure figure : reader.read(XUCHANG, "xuchang-2023.txt").figures()) {
            Provenance.TextSpan span = (Provenance.TextSpan) figure.provenance();
            assertThat(span.line() > before.line() || span.start() >= before.end())
                    .as(span.toString())
                    .isTrue();
            before = span;
        }
    }

    @Test
    void anUnrelatedSentenceChangesNothingElse() throws IOException {
        String text = "全年粮食总产量124.8万吨。新增城镇就业4.6万人。";
        List<String> alone =
                read(HEAD + text).stream().map(ReportReaderTest::said).toList();
        List<String> among = read(HEAD + "各项工作稳步推进。" + text + "干部作风持续好转。").stream()
                .map(ReportReaderTest::said)
                .toList();
        assertThat(among).isEqualTo(alone).hasSize(2);
    }

    @Test
    void aTextInOneLineHasTheParagraphsThatItsIndentsPart() throws IOException {
        String filler = "各项工作扎实推进。".repeat(120);
        String text = String.join("    ", HEAD.strip().split("\n")) + "    " + filler
                + "粮食总产量124.8万吨。    二、2024年工作安排    " + filler + "粮食总产量稳定在125万吨。";
        assertThat(read(text).stream().map(ReportReaderTest::said))
                .containsExactly(
                        "124.8\t万吨\teq\tlevel\tactual\t2023\t-\t安平市\t粮食总产量",
                        "125\t万吨\teq\tlevel\ttarget\t2024\t-\t安平市\t粮食总产量");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "GB18030"})
    void theCharsetIsFound(String charset) throws IOException {
        Path file = folder.resolve("报告.txt");
        Files.write(file, (HEAD + "粮食总产量124.8万吨。").getBytes(Charset.forName(charset)));
        assertThat(reader.read(file, "报告.txt").figures()).hasSize(1);
    }

    @Test
    void anEmptyFileIsAFinding() throws IOException {
        assertThat(reader.read(write(""), "空.txt").findings())
                .singleElement()
                .satisfies(f -> assertThat(f.rule()).isEqualTo("report.no-text"));
    }

    @Test
    void aNumberWithoutAUnitIsAFinding() throws IOException {
        assertThat(reader.read(write(HEAD + "景气值为107.3。"), "a.txt").findings())
                .singleElement()
                .satisfies(f -> assertThat(f.found()).isEqualTo("107.3"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"7", "零", "（", "“", "7个、", "7%和", "1亿", "第", "1∶", "的 ", "2023年", "7 "})
    void endlessRepetitionIsReadInLinearTime(String bit) throws IOException {
        Path file = write(HEAD + bit.repeat(150_000 / bit.length()));
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> reader.read(file, "a.txt"));
    }

    private static void everyNumeralIsExplained(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        int[] starts = new int[lines.size()];
        for (int line = 1; line < lines.size(); line++) {
            starts[line] = starts[line - 1] + lines.get(line - 1).length() + 1;
        }
        String text = String.join("\n", lines);
        BitSet covered = new BitSet();
        for (ReportReader.Explained n : new ReportReader(UNITS, Limits.DEFAULT).explain(file, Known.NOTHING)) {
            assertThat(n.reason().equals("数值")).as(n.toString()).isEqualTo(n.figure() != null);
            int end = n.figure() == null
                    ? n.end()
                    : Math.max(n.end(), ((Provenance.TextSpan) n.figure().provenance()).end());
            covered.set(starts[n.line()] + n.start(), starts[n.line()] + end);
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            assertThat(covered.get(i) || !Character.isDigit(c) && !Numerals.isChinese(c))
                    .as("character %d: %s", i, c)
                    .isTrue();
        }
    }

    private List<Figure> read(String text) throws IOException {
        return reader.read(write(text), "a.txt").figures();
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("a.txt"), text);
    }

    private static String placed(Figure f) {
        Provenance.TextSpan span = (Provenance.TextSpan) f.provenance();
        return span.line() + "\t" + span.start() + "\t" + span.words();
    }

    /** value, unit, comparator, measure, status, period, base, region, label. */
    private static String said(Figure f) {
        String high =
                f.quantity().high() == null ? "" : ".." + f.quantity().high().toPlainString();
        return String.join(
                "\t",
                f.quantity().valueText() + high,
                f.quantity().unit(),
                f.quantity().comparator().code(),
                f.measure().code(),
                f.status().code(),
                code(f.period()),
                code(f.base()),
                f.region(),
                f.label());
    }

    private static String code(@org.jspecify.annotations.Nullable Period period) {
        return period == null ? "-" : period.code();
    }

    /** A phenomenon in brackets; a phrase behind {@code >}; below it what it states, a figure a line. */
    static Stream<Arguments> phrases() {
        return cases("phrases.tsv");
    }

    static Stream<Arguments> numerals() {
        return cases("numerals.tsv");
    }

    private static Stream<Arguments> cases(String file) {
        List<Arguments> cases = new ArrayList<>();
        List<String> figures = new ArrayList<>();
        String phenomenon = "";
        for (String line : lines(file)) {
            if (line.startsWith("[")) {
                phenomenon = line.substring(1, line.indexOf(']'));
            } else if (line.startsWith(">")) {
                figures = new ArrayList<>();
                cases.add(Arguments.of(phenomenon, line.substring(1), figures));
            } else {
                figures.add(line);
            }
        }
        return cases.stream();
    }

    private static List<String> lines(String name) {
        try (InputStream in = Objects.requireNonNull(ReportReaderTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.isBlank() && !l.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
