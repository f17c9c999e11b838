package tongcang.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tongcang.Figure;
import tongcang.Provenance;
import tongcang.Reading;
import tongcang.coding.Codelists;
import tongcang.report.ReportReader.Known;
import tongcang.support.Limits;

/** The forms in which reports come, and those that cannot be read. */
class ReportFormsTest {
    private static final Path XUCHANG = Path.of("seeds/reports/xuchang-2023.txt");
    private static final String RULE_OF_SIZE = "report.too-large";

    private static final ReportReader READER =
            new ReportReader(Codelists.load(Path.of("seeds/codelists")).units(), Limits.DEFAULT);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"docx", "doc", "html", "pdf", "utf-16"})
    void theSameReportGivesTheSameFiguresInEveryForm(String form) throws IOException {
        List<String> paragraphs = Files.readAllLines(XUCHANG);
        byte[] bytes = switch (form) {
            case "docx" -> ReportForms.docx(paragraphs);
            case "html" -> ReportForms.html(paragraphs);
            case "pdf" -> ReportForms.pdf(paragraphs);
            case "utf-16" -> String.join("\n", paragraphs).getBytes(StandardCharsets.UTF_16);
            default -> Files.readAllBytes(Path.of("src/test/resources/tongcang/report/xuchang-2023.doc"));
        };
        List<Figure> figures = read("报告.bin", bytes).figures();
        List<Figure> plain = READER.read(XUCHANG, "报告.bin").figures();
        assertThat(figures.stream().map(ReportFormsTest::meaning))
                .containsExactlyElementsOf(
                        plain.stream().map(ReportFormsTest::meaning).toList());
        assertThat(figures.stream().map(ReportFormsTest::words))
                .containsExactlyElementsOf(
                        plain.stream().map(ReportFormsTest::words).toList());
    }

    @Test
    void aScannedPdfIsAFinding() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(folder.resolve("扫描.pdf").toFile());
        }
        refused(Files.readAllBytes(folder.resolve("扫描.pdf")), "report.scanned", "文字层");
    }

    @Test
    void anEncryptedPdfIsAFinding() throws IOException {
        Path file = folder.resolve("加密.pdf");
        try (PDDocument document = Loader.loadPDF(ReportForms.pdf(List.of("生产总值3850亿元。")))) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(file.toFile());
        }
        refused(Files.readAllBytes(file), "report.encrypted", "打开密码");
    }

    @Test
    void aPackageThatUnpacksToTooMuchIsAFinding() throws IOException {
        byte[] bomb = ReportForms.packed("", "<w:p><w:r><w:t>" + "零".repeat(3_000_000) + "</w:t></w:r></w:p>");
        assertThat(bomb.length).isLessThan(100_000);
        Limits small = new Limits(1 << 20, 1 << 20, 1, 1, Duration.ofSeconds(10));
        assertThat(rules(small, bomb)).containsExactly(RULE_OF_SIZE);
        assertThat(rules(small, new byte[(1 << 20) + 1])).containsExactly(RULE_OF_SIZE);
    }

    @Test
    void aPdfThatUnpacksToTooMuchIsAFinding() throws IOException {
        byte[] bomb = ReportForms.pdf(List.of("零".repeat(400_000)));
        Limits small = new Limits(100 << 20, 1 << 18, 1, 1, Duration.ofSeconds(10));
        assertThat(rules(small, bomb)).containsExactly(RULE_OF_SIZE);
    }

    @Test
    void aPackageThatItsParserStumblesOverIsAFinding() throws IOException {
        refused(ReportForms.packed("", "<xmlns:p/>"), "report.corrupt", "损坏");
    }

    @Test
    void noEntityOfAPackageIsExpanded() throws IOException {
        String secret = Files.writeString(folder.resolve("secret.txt"), "生产总值1234亿元。")
                .toUri()
                .toString();
        byte[] evil = ReportForms.packed(
                "<!DOCTYPE w [<!ENTITY x SYSTEM \"" + secret + "\">]>",
                "<w:p><w:r><w:t>&x;粮食总产量124.8万吨。</w:t></w:r></w:p>");
        assertThat(read("报告.docx", evil).figures().stream()
                        .map(f -> f.quantity().valueText()))
                .doesNotContain("1234");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\\rtf1 report}",
                "MIME-Version: 1.0\nContent-Type: multipart/related",
                "PK\3\4 broken",
                "%PDF-1.7 broken",
                "\u00D0\u00CF\u0011\u00E0 broken",
                "\0\1\2\3\0\1\2\3"
            })
    void whatIsNoReportIsAFinding(String content) throws IOException {
        Reading reading = read("a.txt", content.getBytes(StandardCharsets.ISO_8859_1));
        assertThat(reading.figures()).isEmpty();
        assertThat(reading.findings()).singleElement().satisfies(f -> {
            assertThat(f.rule()).isIn("report.corrupt", "report.unknown-format");
            assertThat(f.message()).matches(".*\\p{IsHan}.*");
        });
    }

    @Test
    void aWorkbookUnderAReportsNameGoesToTheWorkbooks() throws IOException {
        Path xlsx;
        try (var files = Files.walk(Path.of("input"))) {
            xlsx = files.filter(f -> f.toString().endsWith(".xlsx")).findFirst().orElseThrow();
        }
        assertThat(ReportReader.isReport(xlsx, "报告.docx")).isFalse();
        assertThat(ReportReader.isReport(XUCHANG, "xuchang-2023.txt")).isTrue();
        Path nameless = Files.write(folder.resolve("报告"), ReportForms.docx(List.of("粮食124.8万吨。")));
        assertThat(ReportReader.isReport(nameless, "报告")).isTrue();
    }

    @Test
    void whatTheOperatorKnowsGoesBeforeTheText() throws IOException {
        Path file = Files.writeString(folder.resolve("a.txt"), "2024年安平市政府工作报告\n去年粮食总产量124.8万吨。");
        Figure figure =
                READER.read(file, "a.txt", new Known(2020, "远山县")).figures().get(0);
        assertThat(figure.region()).isEqualTo("远山县");
        assertThat(String.valueOf(figure.period())).contains("2019");
    }

    private void refused(byte[] bytes, String rule, String said) throws IOException {
        assertThat(read("报告.pdf", bytes).findings()).singleElement().satisfies(f -> {
            assertThat(f.rule()).isEqualTo(rule);
            assertThat(f.message()).contains(said);
        });
    }

    private List<String> rules(Limits limits, byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("a"), bytes);
        return new ReportReader(Codelists.load(Path.of("seeds/codelists")).units(), limits)
                .read(file, "a").findings().stream().map(f -> f.rule()).toList();
    }

    private Reading read(String name, byte[] bytes) throws IOException {
        return READER.read(Files.write(folder.resolve(name), bytes), name);
    }

    /** All of a figure but where it stands. */
    private static String meaning(Figure f) {
        return String.join(
                " ",
                f.label(),
                f.quantity().toString(),
                f.measure().code(),
                f.status().code(),
                String.valueOf(f.period()),
                String.valueOf(f.base()),
                f.region(),
                f.context().toString());
    }

    private static String words(Figure f) {
        Provenance.TextSpan span = (Provenance.TextSpan) f.provenance();
        assertThat(span.words()).hasSize(span.end() - span.start());
        return span.words().replaceAll("(?s)\n.*— \\d+ —.*（2023年）|[ \n]", "");
    }
}
