package tongcang.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.Provenance;
import tongcang.Reading;
import tongcang.Severity;
import tongcang.quantity.Units;
import tongcang.report.document.Documents;
import tongcang.report.document.UnreadableFile;
import tongcang.report.numeral.NumeralScanner;
import tongcang.report.text.ReportText;
import tongcang.support.Limits;
import tongcang.support.TimeLimit;

/** Reads the figures of a work report (政府工作报告). */
public final class ReportReader {
    private final NumeralScanner scanner;
    private final Limits limits;
    private final TableReading tables;

    /** Makes a reader of prose alone; {@code units} are the units that may stand behind a number. */
    public ReportReader(Units units, Limits limits) {
        this(units, limits, TableReading.NONE);
    }

    /** Makes a reader that has the tables in a text read by {@code tables}. */
    public ReportReader(Units units, Limits limits, TableReading tables) {
        this.scanner = new NumeralScanner(units);
        this.limits = limits;
        this.tables = tables;
    }

    /**
     * What a numeral of the text is: no numeral of a report is left without such a line.
     *
     * @param line 0-based
     * @param start 0-based column of the numeral's first character, in UTF-16 units
     * @param end column behind its last character; counted on over the line's end where the numeral is broken there
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

    /**
     * What an operator knows of a report; it goes before what the text says.
     *
     * @param year of the report, which its targets are for; null: the text says it
     * @param region name of the place it is about, such as 许昌市; null: the text says it
     */
    public record Known(@Nullable Integer year, @Nullable String region) {
        /** The text says all. */
        public static final Known NOTHING = new Known(null, null);

        public Known {
            if (year != null && (year < 1949 || year > 2100)) {
                throw new IllegalArgumentException("year " + year + " is none of a work report");
            }
            if (region != null && region.isBlank()) {
                throw new IllegalArgumentException("region is empty");
            }
        }
    }

    /**
     * Whether a file goes to this reader: by its name, unless its content is a workbook's; where the name does not tell,
     * by its content.
     */
    public static boolean isReport(Path file, String fileName) throws IOException {
        return Documents.isReport(file, fileName.toLowerCase(Locale.ROOT));
    }

    /** Reads one file; a file that cannot be read ends as a finding. {@code fileName} is the name as delivered. */
    public Reading read(Path file, String fileName) throws IOException {
        return read(file, fileName, Known.NOTHING);
    }

    /** Reads one file of which the operator knows something. */
    public Reading read(Path file, String fileName, Known known) throws IOException {
        try {
            return TimeLimit.within(limits.time(), () -> reading(file, fileName, known));
        } catch (TimeoutException e) {
            return refused(UnreadableFile.tooSlow(limits.time()), fileName);
        } catch (OutOfMemoryError e) {
            return refused(UnreadableFile.outOfMemory(), fileName);
        }
    }

    private Reading reading(Path file, String fileName, Known known) throws IOException {
        try {
            return pass(file, fileName, known).reading();
        } catch (UnreadableFile e) {
            return refused(e, fileName);
        }
    }

    private static Reading refused(UnreadableFile why, String fileName) {
        return Reading.refused(
                new Finding(why.rule(), Severity.ERROR, new Provenance.WholeFile(fileName), "", "", why.said()));
    }

    /** Every numeral of a file in the text's order, and what it is; empty where the file cannot be read. */
    public List<Explained> explain(Path file, Known known) throws IOException {
        try {
            return pass(file, String.valueOf(file.getFileName()), known).explained();
        } catch (UnreadableFile e) {
            return List.of();
        }
    }

    private ReportPass pass(Path file, String fileName, Known known) throws UnreadableFile, IOException {
        ReportText text = ReportText.of(Documents.text(file, limits));
        return new ReportPass(scanner, tables, text, known, fileName).read();
    }
}
