package tongcang.ledger;

import static tongcang.ledger.Column.bigint;
import static tongcang.ledger.Column.date;
import static tongcang.ledger.Column.distinctText;
import static tongcang.ledger.Column.integer;
import static tongcang.ledger.Column.text;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.Origin;
import tongcang.Period;
import tongcang.Provenance;
import tongcang.SheetLayout;
import tongcang.Submission;

/** The tables of the ledger. A figure keeps its source's words; its number stays text, exactly as written. */
final class Tables {

    /** A figure with the submission it stands in; {@code number} counts from 1 within the submission. */
    record FigureRow(String submission, int number, Figure figure) {}

    /** A finding with the submission it is about; {@code number} counts from 1 within the submission. */
    record FindingRow(String submission, int number, Finding finding) {}

    /** A sheet with the submission it stands in; {@code number} counts from 1 within the submission. */
    record SheetRow(String submission, int number, SheetLayout layout) {}

    /** A submission with what became of it; {@code figures} and {@code findings} count those of the other tables. */
    record SubmissionRow(Submission submission, String outcome, int figures, int findings) {
        static SubmissionRow of(ReadSubmission read) {
            return new SubmissionRow(
                    read.submission(),
                    read.outcome(),
                    read.reading().figures().size(),
                    read.reading().findings().size());
        }
    }

    static final Table<SubmissionRow> SUBMISSION = new Table<>(
            "submission",
            List.of(
                    text("submission_id", r -> r.submission().id()),
                    text("path", r -> r.submission().path()),
                    text("department", r -> r.submission().department()),
                    date("received", r -> r.submission().received()),
                    text("sha256", r -> r.submission().sha256()),
                    bigint("size_bytes", r -> r.submission().size()),
                    text("kind", r -> kind(r.submission())),
                    text("outcome", SubmissionRow::outcome),
                    integer("figures", SubmissionRow::figures),
                    integer("findings", SubmissionRow::findings)));

    static final Table<FigureRow> FIGURE = new Table<>(
            "figure",
            List.of(
                    text("submission_id", FigureRow::submission),
                    integer("figure_no", FigureRow::number),
                    text("place", r -> r.figure().provenance().place()),
                    text("sheet", r -> sheet(r.figure().provenance())),
                    text("cell", r -> cell(r.figure().provenance())),
                    integer("line", r -> span(r.figure().provenance(), 0)),
                    integer("col_start", r -> span(r.figure().provenance(), 1)),
                    integer("col_end", r -> span(r.figure().provenance(), 2)),
                    distinctText("words", r -> r.figure().provenance().words()),
                    text("label", r -> r.figure().label()),
                    distinctText("value_text", r -> r.figure().quantity().valueText()),
                    text("high_text", r -> high(r.figure())),
                    text("unit", r -> r.figure().quantity().unit()),
                    text("unit_source", r -> r.figure().unitSource().name()),
                    text("comparator", r -> r.figure().quantity().comparator().code()),
                    text("measure", r -> r.figure().measure().code()),
                    text("status", r -> r.figure().status().code()),
                    text("period", r -> period(r.figure().period())),
                    text("base_period", r -> period(r.figure().base())),
                    text("region", r -> r.figure().region()),
                    text("breakdown", r -> breakdown(r.figure().breakdown())),
                    text("section", r -> r.figure().context().section()),
                    text("sentence", r -> r.figure().context().sentence()),
                    text("form", r -> r.figure().context().form()),
                    text("unit_origin", r -> origin(r.figure().evidence().unit())),
                    text("period_origin", r -> origin(r.figure().evidence().period())),
                    text("region_origin", r -> origin(r.figure().evidence().region())),
                    text("measure_origin", r -> origin(r.figure().evidence().measure())),
                    text("label_origin", r -> origin(r.figure().evidence().label())),
                    text("doubts", r -> r.figure().evidence().doubtCodes()),
                    text("rival", r -> r.figure().evidence().rivals()),
                    text("layout", r -> layout(r.figure().context()))));

    static final Table<FindingRow> FINDING = new Table<>(
            "finding",
            List.of(
                    text("submission_id", FindingRow::submission),
                    integer("finding_no", FindingRow::number),
                    text("rule", r -> r.finding().rule()),
                    text("severity", r -> r.finding().severity().name()),
                    text("place", r -> r.finding().provenance().place()),
                    text("sheet", r -> sheet(r.finding().provenance())),
                    text("cell", r -> cell(r.finding().provenance())),
                    text("words", r -> r.finding().provenance().words()),
                    text("found", r -> r.finding().found()),
                    text("expected", r -> r.finding().expected()),
                    text("message", r -> r.finding().message()),
                    bigint("count", r -> r.finding().count())));

    /** The sheets that hold tables; parts that were written before it have none. */
    static final Table<SheetRow> SHEET = new Table<>(
            "sheet",
            List.of(
                    text("submission_id", SheetRow::submission),
                    integer("sheet_no", SheetRow::number),
                    text("sheet", r -> r.layout().sheet()),
                    text("title", r -> r.layout().title()),
                    text("file", r -> r.layout().file()),
                    text("layout", r -> r.layout().fingerprint()),
                    text("heads", r -> String.join("\n", r.layout().heads()))));

    private Tables() {}

    /** Members as {@code dimension=member;...}, in the source's order: what {@link tongcang.RawKey} calls breakdown. */
    private static String breakdown(Map<String, String> members) {
        if (members.isEmpty()) {
            return "";
        }
        return members.entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(";"));
    }

    private static String kind(Submission submission) {
        return submission.kind().name().toLowerCase(java.util.Locale.ROOT);
    }

    private static @Nullable String layout(Figure.Context context) {
        return context.layout().isEmpty() ? null : context.layout();
    }

    private static @Nullable String origin(Origin origin) {
        return origin == Origin.UNKNOWN ? null : origin.code();
    }

    private static @Nullable String period(@Nullable Period period) {
        return period == null ? null : period.code();
    }

    private static @Nullable String high(Figure figure) {
        return figure.quantity().high() == null
                ? null
                : figure.quantity().high().toPlainString();
    }

    private static @Nullable String sheet(Provenance place) {
        return place instanceof Provenance.Cell cell ? cell.sheet() : null;
    }

    private static @Nullable String cell(Provenance place) {
        return place instanceof Provenance.Cell cell ? cell.cell() : null;
    }

    private static @Nullable Integer span(Provenance place, int part) {
        if (!(place instanceof Provenance.TextSpan span)) {
            return null;
        }
        return part == 0 ? span.line() : part == 1 ? span.start() : span.end();
    }
}
