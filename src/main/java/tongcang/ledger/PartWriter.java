package tongcang.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.SheetLayout;

/** Writes a part of a run's work folder, a submission after the other; what was read in one need not be kept. */
public final class PartWriter implements AutoCloseable {
    private final Path work;
    private final int part;
    private final TableWriter<Tables.FigureRow> figures;
    private final TableWriter<Tables.FindingRow> findings;
    private final List<Tables.SheetRow> sheets = new ArrayList<>();
    private final List<Tables.SubmissionRow> submissions = new ArrayList<>();

    PartWriter(Path work, int part) throws IOException {
        this.work = Files.createDirectories(work);
        this.part = part;
        this.figures = new TableWriter<>(Tables.FIGURE, Ledger.file(work, Tables.FIGURE, part));
        this.findings = new TableWriter<>(Tables.FINDING, Ledger.file(work, Tables.FINDING, part));
    }

    /** Adds a submission with all that was read in it. */
    public void add(ReadSubmission read) throws IOException {
        String id = read.submission().id();
        int number = 0;
        for (Figure figure : read.reading().figures()) {
            figures.add(new Tables.FigureRow(id, ++number, figure));
        }
        number = 0;
        for (Finding finding : read.reading().findings()) {
            findings.add(new Tables.FindingRow(id, ++number, finding));
        }
        number = 0;
        for (SheetLayout layout : read.reading().layouts()) {
            sheets.add(new Tables.SheetRow(id, ++number, layout));
        }
        submissions.add(Tables.SubmissionRow.of(read));
    }

    /** Finishes the part, in place of an older one. The submissions come last: they seal it. */
    public void seal() throws IOException {
        figures.seal();
        findings.seal();
        seal(Tables.SHEET, sheets);
        seal(Tables.SUBMISSION, submissions);
    }

    private <R> void seal(Table<R> table, List<R> rows) throws IOException {
        try (TableWriter<R> out = new TableWriter<>(table, Ledger.file(work, table, part))) {
            for (R row : rows) {
                out.add(row);
            }
            out.seal();
        }
    }

    @Override
    public void close() throws IOException {
        try (TableWriter<Tables.FigureRow> first = figures) {
            findings.close();
        }
    }
}
