package tongcang.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.Reading;
import tongcang.cli.print.FigureRow;
import tongcang.cli.print.RelationLines;
import tongcang.cli.print.RowFormat;
import tongcang.cli.print.TableNotePrinter;
import tongcang.cli.print.TextTable;
import tongcang.report.ReportReader;
import tongcang.support.Printable;
import tongcang.workbook.WorkbookReader;
import tools.jackson.databind.json.JsonMapper;

/** {@code extract}: reads one file and prints its figures. */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description = {
            "Reads one report or workbook and prints its figures; the warehouse is not touched.",
            "Figures go to standard output, findings to standard error."
        })
final class ExtractCommand implements Callable<Integer> {
    /** How figures are printed; the names are what a user types. */
    private enum Format {
        table,
        csv,
        jsonl,
        /** Instead of figures, what ties the numbers of a workbook to each other. */
        relations
    }

    private static final List<String> COLUMNS = List.of(
            "place",
            "words",
            "value",
            "unit",
            "comparator",
            "measure",
            "status",
            "period",
            "region",
            "indicator",
            "indicatorCode");

    @Parameters(
            paramLabel = "FILE",
            description = "a report (.docx .doc .wps .pdf .html .txt) or a workbook (.xlsx .xlsm .xls .csv .et)")
    private @Nullable Path file;

    @Option(
            names = "--format",
            defaultValue = "table",
            description =
                    "${COMPLETION-CANDIDATES}; table by default; relations: instead of figures, the arithmetic between cells, a JSON object a line")
    private Format format = Format.table;

    @Option(
            names = "--explain",
            description = "instead of figures: each numeral of a report with what it is, or each table of a workbook")
    private boolean explain;

    @Option(
            names = "--layout",
            description =
                    "instead of figures: how each sheet of a workbook is understood apart from its numbers, as YAML, with its fingerprint")
    private boolean layout;

    @Option(names = "--year", paramLabel = "YEAR", description = "the report's year; by default its text says it")
    private @Nullable Integer year;

    @Option(names = "--region", paramLabel = "NAME", description = "the report's place; by default its text says it")
    private @Nullable String region;

    @Option(
            names = "--bureau",
            paramLabel = "CODE",
            description =
                    "code of the region on whose behalf the file is read; by default the nightly job's; 100000 the nation")
    private @Nullable String bureau;

    @Option(
            names = "--render",
            paramLabel = "OUT.html",
            description =
                    "instead of figures: a page that shows each sheet of a workbook with every cell coloured by its role")
    private @Nullable Path render;

    @Mixin
    private Project project = new Project();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Path source = Project.existing(file);
        Readers readers = bureau == null ? Readers.of(project) : Readers.of(project, bureau);
        String name = source.getFileName().toString();
        boolean isReport = ReportReader.isReport(source, name);
        ReportReader.Known known = known();
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (render != null) {
            Files.writeString(
                    render, readers.workbooks().render(source, name, readers.rows()::coding, readers.rows()::holds));
        } else if (format == Format.relations) {
            relations(out, readers.workbooks(), source, name, isReport);
        } else if (layout && isReport) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(), "--layout: " + name + " is a report; give a workbook");
        } else if (layout) {
            out.print(String.join("---\n", readers.workbooks().layouts(source, name)));
        } else if (explain && isReport) {
            explain(out, readers.reports().explain(source, known), readers.rows());
        } else if (explain) {
            TableNotePrinter.print(out, readers.workbooks().explain(source, name));
            held(out, readers.workbooks().read(source, name).figures(), readers.rows());
        } else {
            Reading reading = isReport
                    ? readers.reports().read(source, name, known)
                    : readers.workbooks().read(source, name);
            print(out, with(reading.figures(), readers.rows().of(name, reading.figures())));
            findings(reading.findings());
        }
        out.flush();
        return 0;
    }

    /** What would be held, a line for each reason. */
    private static void held(PrintWriter out, List<Figure> figures, FigureRow rows) {
        Map<String, List<Figure>> held = new TreeMap<>(figures.stream()
                .filter(figure -> !rows.holdReasons(figure).isEmpty())
                .collect(Collectors.groupingBy(rows::holdReasons)));
        held.forEach((reason, some) -> out.println("held: " + some.size() + " figures, such as "
                + some.get(0).provenance().place() + ": " + Printable.line(rows.holds(some.get(0)))));
    }

    private void relations(PrintWriter out, WorkbookReader workbooks, Path source, String name, boolean isReport)
            throws IOException {
        if (isReport) {
            throw new ParameterException(
                    Objects.requireNonNull(spec).commandLine(),
                    "relations are those of a workbook's cells; " + name + " is a report");
        }
        RelationLines lines = new RelationLines(out);
        findings(workbooks.relations(source, name, lines::print));
    }

    private ReportReader.Known known() {
        try {
            return new ReportReader.Known(year, region);
        } catch (IllegalArgumentException e) {
            CommandSpec asked = Objects.requireNonNull(spec);
            throw new ParameterException(asked.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /** The rows with what only a table shows. */
    private static List<Map<String, Object>> with(List<Figure> figures, List<Map<String, Object>> rows) {
        for (int i = 0; i < rows.size(); i++) {
            Map<String, Object> row = rows.get(i);
            row.put("place", figures.get(i).provenance().place());
            row.putIfAbsent("words", row.getOrDefault("span", row.getOrDefault("text", "")));
        }
        return rows;
    }

    private void print(PrintWriter out, List<Map<String, Object>> rows) {
        if (format == Format.jsonl) {
            JsonMapper json = JsonMapper.builder().build();
            for (Map<String, Object> row : rows) {
                row.remove("place");
                row.remove("words");
                out.println(json.writeValueAsString(row));
            }
            return;
        }
        List<List<@Nullable String>> cells = rows.stream()
                .map(row -> COLUMNS.stream()
                        .<@Nullable String>map(c -> Objects.toString(row.getOrDefault(c, ""), ""))
                        .toList())
                .toList();
        List<Boolean> numeric = COLUMNS.stream().map("value"::equals).toList();
        (format == Format.csv ? RowFormat.csv : RowFormat.table).print(out, COLUMNS, numeric, cells);
    }

    private void findings(List<Finding> findings) {
        PrintWriter err = Objects.requireNonNull(spec).commandLine().getErr();
        for (Finding finding : findings) {
            err.println(Printable.line(
                    finding.severity().chinese() + " " + finding.provenance().place() + " " + finding.message()));
        }
        err.flush();
    }

    /** Prints records of one kind as a table, a column a component. */
    private static void explain(PrintWriter out, List<? extends Record> notes, FigureRow rows) {
        if (notes.isEmpty()) {
            out.println("nothing understood");
            return;
        }
        List<RecordComponent> components = Arrays.asList(notes.get(0).getClass().getRecordComponents());
        TextTable table = new TextTable(
                components.stream().map(c -> c.getName()).toList(), Collections.nCopies(components.size(), false));
        for (Record note : notes) {
            table.add((Object[])
                    components.stream().map(c -> value(note, c, rows)).toArray(String[]::new));
        }
        out.print(table.text());
    }

    private static String value(Record note, RecordComponent component, FigureRow rows) {
        try {
            Object value = component.getAccessor().invoke(note);
            return value == null
                    ? ""
                    : value instanceof Figure figure ? said(figure) + held(rows.holds(figure)) : value.toString();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String held(String reason) {
        return reason.isEmpty() ? "" : "  held: " + reason;
    }

    private static String said(Figure figure) {
        return String.join(
                " ",
                figure.label(),
                figure.quantity().valueText() + figure.quantity().unit(),
                figure.quantity().comparator().code(),
                figure.measure().code(),
                figure.status().code(),
                String.valueOf(figure.period()));
    }
}
