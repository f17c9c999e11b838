package tongcang.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.Measure;
import tongcang.Period;
import tongcang.Provenance;
import tongcang.Quantity;
import tongcang.Reading;
import tongcang.Severity;
import tongcang.UnitSource;

/** One pass over a text, line by line and sentence by sentence: from numerals to figures. */
final class ReportPass {
    /** How far from a number its label can stand. */
    private static final int WINDOW = 300;
    /** More figures in a row than this share no list of subjects. */
    private static final int LONGEST_LIST = 40;
    /** A finding quotes no more than this. */
    private static final int LONGEST_QUOTE = 40;

    private static final Pattern LISTED = Pattern.compile("[、和]\\s*$");

    private final NumeralScanner scanner;
    private final ReportText text;
    private final String name;
    private final Frame frame;
    private final Times times;
    private final Labels labels = new Labels();
    private final Measures measures = new Measures();
    private final List<Figure> figures = new ArrayList<>();
    private final List<Numeral> numerals = new ArrayList<>();
    private final IdentityHashMap<Mention, Figure> byMention = new IdentityHashMap<>();
    private final Sections sections = new Sections();
    private int nextNumeral;

    /** A pass; what {@code known} leaves open is read from the text. {@code name} is the file's, as delivered. */
    ReportPass(NumeralScanner scanner, ReportText text, ReportReader.Known known, String name) {
        this.scanner = scanner;
        this.text = text;
        this.name = name;
        this.frame = Frame.of(text.paragraphs().stream().map(Paragraph::clean).toList())
                .with(known);
        this.times = new Times(frame);
    }

    ReportPass read() {
        for (int i = 0; i < text.paragraphs().size(); i++) {
            Paragraph paragraph = text.paragraphs().get(i);
            switch (paragraph.role()) {
                case BODY -> body(i, paragraph);
                case PAGE -> numerals.addAll(scanner.name(i, paragraph.clean(), Numeral.Kind.PAGE));
                case DEFINITION -> numerals.addAll(scanner.name(i, paragraph.clean(), Numeral.Kind.DEFINITION));
            }
        }
        return this;
    }

    private void body(int index, Paragraph paragraph) {
        String clean = paragraph.clean();
        List<Numeral> found = scanner.scan(index, clean);
        numerals.addAll(found);
        nextNumeral = 0;
        boolean heading = sections.line(clean);
        if (heading) {
            times.heading(clean.strip());
        }
        for (int[] sentence : Clauses.sentences(clean)) {
            times.sentence(
                    clean.substring(sentence[0], sentence[1]).strip(),
                    sentence[0] == 0,
                    sentence[0] > 0 && ";；".indexOf(clean.charAt(sentence[0] - 1)) >= 0);
            labels.sentence();
            sentence(paragraph, sentence, found);
        }
    }

    Reading reading() {
        return new Reading(
                figures,
                numerals.stream()
                        .filter(n -> n.kind().isDoubtful())
                        .map(this::doubt)
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
        Figure figure = mention == null ? null : byMention.get(mention);
        Provenance.TextSpan span = span(n, mention != null && figure == null ? mention.end() : n.end());
        String reason =
                mention != null && figure == null ? "名称或定义中的规模" : n.kind().chinese();
        return new ReportReader.Explained(span.line(), span.start(), span.end(), span.words(), reason, figure);
    }

    private void sentence(Paragraph paragraph, int[] sentence, List<Numeral> found) {
        String clean = paragraph.clean();
        SentenceWords words = new SentenceWords(paragraph.text(), sentence[0], sentence[1]);
        for (int[] clause : Clauses.clauses(clean, sentence)) {
            if (Thread.currentThread().isInterrupted()) {
                throw new IllegalStateException("given up: nobody waits for the rest");
            }
            List<Mention> mentions = withoutSizes(clean, clause, mentions(found, clause));
            if (mentions.isEmpty()) {
                String silent = behind(clean, clause[0], clause[1]);
                times.clause(silent);
                labels.silentClause(silent);
            }
            for (int i = 0; i < mentions.size(); i++) {
                Figure figure = figure(paragraph, words, clause, mentions, i);
                figures.add(figure);
                byMention.put(mentions.get(i), figure);
            }
        }
    }

    /** Sizes in names of projects are no figures, and neither are those that follow them in the same list. */
    private List<Mention> withoutSizes(String clean, int[] clause, List<Mention> mentions) {
        List<Mention> kept = new ArrayList<>();
        int from = clause[0];
        boolean inNames = false;
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            String before = before(clean, from, mention.start());
            String behind = behind(
                    clean,
                    mention.behind(),
                    i + 1 < mentions.size() ? mentions.get(i + 1).start() : clause[1]);
            boolean bound = Thresholds.isBound(mention, before, behind, i > 0, i + 1 < mentions.size())
                    || Thresholds.isThreshold(before, behind);
            inNames = bound
                    || Thresholds.isSizeInName(mention, before, behind)
                    || !bound && inNames && LISTED.matcher(before).find();
            if (!inNames) {
                kept.add(mention);
            }
            from = mention.behind();
        }
        return kept;
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

    /** Words up to a column, as far back as a label can reach: keeps the reading linear in endless clauses. */
    private static String before(String clean, int from, int to) {
        return clean.substring(Math.min(to, Math.max(from, to - WINDOW)), to);
    }

    /** Words from a column on, as far as a label can reach. */
    private static String behind(String clean, int from, int to) {
        return clean.substring(from, Math.max(from, Math.min(to, from + WINDOW)));
    }

    private Figure figure(Paragraph paragraph, SentenceWords words, int[] clause, List<Mention> mentions, int at) {
        String clean = paragraph.clean();
        Mention mention = mentions.get(at);
        int from = at == 0
                ? clause[0]
                : Math.min(mention.start(), mentions.get(at - 1).behind() + labels.consumed());
        int to = at + 1 < mentions.size() ? mentions.get(at + 1).start() : clause[1];
        String before = before(clean, from, mention.start());
        String all = before(clean, clause[0], mention.start());
        String behind = behind(clean, mention.behind(), to);
        times.clause(all);
        int listSize = listSize(clean, mentions, at);
        boolean adjacent = at > 0 && (Clauses.isListJoint(before) || before.isEmpty());
        Measure measure = adjacent && mention.unit().equals(mentions.get(at - 1).unit()) && Clauses.isListJoint(before)
                ? figures.get(figures.size() - 1).measure()
                : measures.measure(mention, all, behind);
        String object =
                listSize > 1 ? behind(clean, mentions.get(at + listSize - 1).behind(), clause[1]) : behind;
        String label = labels.label(before, listSize > 1 && at == 0 ? object : behind, adjacent, listSize, measure);
        Places.Placed place = Places.of(Definitions.withoutMarks(label), frame.place());
        Period period = times.period(all, all + behind + label, measure);
        return new Figure(
                text.span(paragraph, mention.start(), mention.end()),
                quantity(mention, measures.isDown(measure, all)),
                RowLabels.of(place.label(), mention.unit(), measure),
                measure,
                times.status(),
                period,
                base(measure, all, period, adjacent),
                place.region(),
                Map.of(),
                UnitSource.CELL,
                new Figure.Context(sections.path(), words.at(mention.start()), name));
    }

    /** The time compared with; figures in a row are compared with the same. */
    private @Nullable Period base(Measure measure, String words, @Nullable Period period, boolean adjacent) {
        if (measure != Measure.MULTIPLE && measure != Measure.CHANGE && measure != Measure.GROWTH_RATE) {
            return null;
        }
        Period named = times.base(words, period);
        return named == null && adjacent ? figures.get(figures.size() - 1).base() : named;
    }

    /** Figures that follow one another with nothing but a joint between, from this one on. */
    private static int listSize(String clean, List<Mention> mentions, int at) {
        int size = 1;
        while (at + size < mentions.size()
                && size < LONGEST_LIST
                && Clauses.isListJoint(clean.substring(
                        mentions.get(at + size - 1).behind(),
                        mentions.get(at + size).start()))) {
            size++;
        }
        return size;
    }

    private static Quantity quantity(Mention mention, boolean down) {
        BigDecimal value = down ? mention.value().negate() : mention.value();
        BigDecimal high = mention.high();
        return new Quantity(
                value,
                high == null ? null : down ? high.negate() : high,
                mention.ratio(),
                mention.unit(),
                mention.comparator());
    }
}
