package tongcang.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.stream.Stream;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.Provenance;
import tongcang.Reading;
import tongcang.Severity;
import tongcang.report.meaning.Clause;
import tongcang.report.meaning.FigureReader;
import tongcang.report.meaning.Thresholds;
import tongcang.report.numeral.Mention;
import tongcang.report.numeral.Numeral;
import tongcang.report.numeral.NumeralScanner;
import tongcang.report.scope.ReportScope;
import tongcang.report.text.Clauses;
import tongcang.report.text.Paragraph;
import tongcang.report.text.ReportText;
import tongcang.report.text.SentenceWords;

/** One pass over a text, line by line and sentence by sentence: from numerals to figures. */
final class ReportPass {
    /** A finding quotes no more than this. */
    private static final int LONGEST_QUOTE = 40;

    private final NumeralScanner scanner;
    private final LineTableReader tables;
    private final ReportText text;
    private final FigureReader reader;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Numeral> numerals = new ArrayList<>();
    private final IdentityHashMap<Mention, Figure> byMention = new IdentityHashMap<>();
    private int nextNumeral;

    /** A pass; what {@code known} leaves open is read from the text. {@code name} is the file's, as delivered. */
    ReportPass(NumeralScanner scanner, TableReading tables, ReportText text, ReportReader.Known known, String name) {
        this.scanner = scanner;
        this.text = text;
        ReportScope frame =
                ReportScope.of(text.paragraphs().stream().map(Paragraph::clean).toList());
        this.reader = new FigureReader(text, frame.with(known.year(), known.region()), name);
        this.tables = new LineTableReader(tables, reader);
    }

    ReportPass read() {
        for (int i = 0; i < text.paragraphs().size(); i++) {
            Paragraph paragraph = text.paragraphs().get(i);
            switch (paragraph.role()) {
                case BODY -> body(i, paragraph);
                case TABLE -> table(i, paragraph);
                case PAGE -> numerals.addAll(scanner.name(i, paragraph.clean(), Numeral.Kind.PAGE));
                case DEFINITION -> numerals.addAll(scanner.name(i, paragraph.clean(), Numeral.Kind.DEFINITION));
            }
        }
        return this;
    }

    /** A line of a table; one that holds none in the end is a line like others. */
    private void table(int index, Paragraph paragraph) {
        text.tables().stream()
                .filter(table -> table.first() == paragraph.line())
                .forEach(table -> figures.addAll(tables.read(table)));
        if (tables.isRead(paragraph.line())) {
            numerals.addAll(scanner.name(index, paragraph.clean(), Numeral.Kind.CELL));
        } else {
            body(index, paragraph);
        }
    }

    private void body(int index, Paragraph paragraph) {
        String clean = paragraph.clean();
        List<Numeral> found = scanner.scan(index, clean);
        numerals.addAll(found);
        nextNumeral = 0;
        reader.paragraph(clean);
        for (int[] sentence : Clauses.sentences(clean)) {
            reader.sentence(clean, sentence[0], sentence[1]);
            sentence(paragraph, sentence, found);
        }
    }

    Reading reading() {
        return new Reading(
                figures,
                Stream.concat(
                                numerals.stream()
                                        .filter(n -> n.kind().isDoubtful())
                                        .map(this::doubt),
                                tables.findings().stream())
                        .toList());
    }

    /** A number that no rule reads is said aloud, never left out in silence. */
    private Finding doubt(Numeral numeral) {
        Provenance.TextSpan span = span(numeral, numeral.end());
        Provenance place = new Provenance.TextSpan(span.line(), span.start(), span.end(), shortened(span.words()));
        return new Finding(
                "report.number-unread",
                Severity.INFO,
                place,
                place.words(),
                "数值及其计量单位",
                "“" + place.words() + "”是" + numeral.kind().chinese() + "，未作为数值；如应读取，请在报告中补上计量单位或在单位代码表中登记其单位");
    }

    private Provenance.TextSpan span(Numeral numeral, int end) {
        return text.span(text.paragraphs().get(numeral.paragraph()), numeral.start(), end);
    }

    private static String shortened(String words) {
        return words.length() <= LONGEST_QUOTE ? words : words.substring(0, LONGEST_QUOTE) + "…";
    }

    /** In the order of the file; a page number may stand within a paragraph. */
    List<ReportReader.Explained> explained() {
        return numerals.stream()
                .map(this::explained)
                .sorted(Comparator.comparingInt(ReportReader.Explained::line)
                        .thenComparingInt(ReportReader.Explained::start))
                .toList();
    }

    private ReportReader.Explained explained(Numeral n) {
        Mention mention = n.mention();
        Provenance.TextSpan span = span(n, n.end());
        Figure figure = mention == null ? tables.figure(span) : byMention.get(mention);
        span = mention != null && figure == null ? span(n, mention.end()) : span;
        String reason =
                mention != null && figure == null ? "名称或定义中的规模" : n.kind().chinese();
        return new ReportReader.Explained(span.line(), span.start(), span.end(), span.words(), reason, figure);
    }

    private void sentence(Paragraph paragraph, int[] sentence, List<Numeral> found) {
        String clean = paragraph.clean();
        SentenceWords words = new SentenceWords(paragraph.text(), sentence[0], sentence[1]);
        for (int[] span : Clauses.clauses(clean, sentence)) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("given up: nobody waits for the rest");
            }
            Clause clause = Thresholds.without(new Clause(clean, span[0], span[1], mentions(found, span)));
            if (clause.mentions().isEmpty()) {
                reader.silent(clause);
            }
            for (int i = 0; i < clause.mentions().size(); i++) {
                Figure figure = reader.figure(paragraph, words, clause, i);
                figures.add(figure);
                byMention.put(clause.mentions().get(i), figure);
            }
        }
    }

    /** The mentions of a clause; clauses come in the line's order, so each numeral is looked at once. */
    private List<Mention> mentions(List<Numeral> found, int[] clause) {
        List<Mention> mentions = new ArrayList<>();
        for (; nextNumeral < found.size() && found.get(nextNumeral).start() < clause[1]; nextNumeral++) {
            Mention mention = found.get(nextNumeral).mention();
            if (mention != null) {
                mentions.add(mention);
            }
        }
        return mentions;
    }
}
