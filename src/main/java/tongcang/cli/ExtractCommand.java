package tongcang.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongcang.Finding;
import tongcang.Limits;
import tongcang.Reading;
import tongcang.coding.Codelists;
import tongcang.quantity.Units;
import tongcang.report.ReportReader;
import tongcang.workbook.WorkbookReader;

/** {@code extract}: reads one file and prints its figures. */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description = "Reads one report or workbook and prints its figures; the warehouse is not touched.")
final class ExtractCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "a report (.txt ...) or a workbook (.xlsx .xls ...)")
    private @Nullable Path file;

    @Option(names = "--format", defaultValue = "jsonl", description = "table, csv or jsonl")
    private String format = "jsonl";

    @Option(names = "--explain", description = "every numeral of a report: its figure, or why it is none")
    private boolean explain;

    @Option(names = "--codelists", defaultValue = "seeds/codelists", description = "folder of the codelists")
    private Path codelists = Path.of("seeds/codelists");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (!format.equals("jsonl")) {
            throw new IllegalArgumentException("unknown format: " + format);
        }
        Path source = Objects.requireNonNull(file);
        if (explain) {
            return explain(source, Codelists.load(codelists).units());
        }
        Reading reading = read(source, Codelists.load(codelists).units());
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        FigureJson json = new FigureJson();
        reading.figures().forEach(figure -> out.println(json.line(figure)));
        out.flush();
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        for (Finding finding : reading.findings()) {
            err.println(
                    finding.severity().chinese() + " " + finding.provenance().place() + " " + finding.message());
        }
        err.flush();
        return 0;
    }

    private int explain(Path source, Units units) throws IOException {
        if (!isReport(source.getFileName().toString())) {
            throw new IllegalArgumentException("--explain reads reports (.txt ...), not " + source.getFileName());
        }
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        for (ReportReader.Explained n : new ReportReader(units, Limits.DEFAULT).explain(source)) {
            String place = (n.line() + 1) + ":" + (n.start() + 1);
            out.println(String.join("\t", place, n.text(), n.reason(), n.figure() == null ? "" : said(n.figure())));
        }
        out.flush();
        return 0;
    }

    private static String said(tongcang.Figure f) {
        return String.join(
                " ",
                f.label(),
                f.quantity().valueText() + f.quantity().unit(),
                f.quantity().comparator().code(),
                f.measure().code(),
                f.status().code(),
                String.valueOf(f.period()));
    }

    private static Reading read(Path source, Units units) throws IOException {
        String name = source.getFileName().toString();
        return isReport(name)
                ? new ReportReader(units, Limits.DEFAULT).read(source, name)
                : new WorkbookReader(units, Limits.DEFAULT).read(source, name);
    }

    private static boolean isReport(String name) {
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(txt|docx?|html?|pdf)");
    }
}
