package tongcang.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.Limits;
import tongcang.Provenance;
import tongcang.Reading;
import tongcang.Severity;
import tongcang.quantity.Units;

/** Reads the figures of a work report (政府工作报告). */
public final class ReportReader {
    private final NumeralScanner scanner;
    private final Limits limits;

    /** Makes a reader; {@code units} are the units that may stand behind a number. */
    public ReportReader(Units units, Limits limits) {
        this.scanner = new NumeralScanner(units);
        this.limits = limits;
    }

    /**
     * What a numeral of the text is: no numeral of a report is left without such a line.
     *
     * @param line 0-based
     * @param start 0-based column of the numeral's first character, in UTF-16 units
     * @param end column behind its last character
     * @param text the numeral as delivered
     * @param reason in Chinese: that it is a figure, part of one, or why it is none
     * @param figure the figure it is the number of; null where it is none or the further number of one
     */
    public record Explained(
            int line,
            int start,
            int end,
            String text,
            String reason,
            @Nullable Figure figure) {}

    /** Reads one file; a file that cannot be read ends as a finding. {@code fileName} is the name as delivered. */
    public Reading read(Path file, String fileName) throws IOException {
        if (Files.size(file) > limits.fileBytes()) {
            return refused(fileName, "report.too-large", "文件超过大小上限，未读取；请拆分或在作业定义的 limits 中放宽");
        }
        return ReportText.decode(Files.readAllBytes(file))
                .map(text -> new ReportPass(scanner, text).read().reading())
                .orElseGet(() -> refused(fileName, "report.no-text", "文件中没有可读的文字（空文件、扫描件或不支持的格式）；请提供文本格式的报告"));
    }

    /** Every numeral of a file in the text's order, and what it is; empty where the file cannot be read. */
    public List<Explained> explain(Path file) throws IOException {
        if (Files.size(file) > limits.fileBytes()) {
            return List.of();
        }
        return ReportText.decode(Files.readAllBytes(file))
                .map(text -> new ReportPass(scanner, text).read().explained())
                .orElse(List.of());
    }

    private static Reading refused(String fileName, String rule, String message) {
        return Reading.refused(new Finding(rule, Severity.ERROR, new Provenance.WholeFile(fileName), "", "", message));
    }
}
