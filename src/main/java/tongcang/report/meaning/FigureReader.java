package tongcang.report.meaning;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tongcang.Evidence;
import tongcang.Figure;
import tongcang.Measure;
import tongcang.Origin;
import tongcang.Period;
import tongcang.Provenance;
import tongcang.Quantity;
import tongcang.Status;
import tongcang.UnitSource;
import tongcang.report.label.LabelDoubts;
import tongcang.report.label.Labels;
import tongcang.report.label.NamedPlaces;
import tongcang.report.label.PartPlaces;
import tongcang.report.label.RowLabels;
import tongcang.report.numeral.Mention;
import tongcang.report.scope.ReportScope;
import tongcang.report.text.Clauses;
import tongcang.report.text.Definitions;
import tongcang.report.text.Headings;
import tongcang.report.text.Paragraph;
import tongcang.report.text.ReportText;
import tongcang.report.text.SentenceWords;
import tongcang.report.time.FigureTimes;

/**
 * Makes figures of the numbers of a text, in the text's order: what its headings, sentences and clauses have said of time
 * and subject so far is known when a number is reached.
 */
public final class FigureReader {
    /** A clause that tells of a part of what the one before told of, and has told of no other part yet. */
    private static final Pattern PART = Pattern.compile("\\s*其中[^\\d、]*");

    /** How long or large all that is, of which the clause before told that it was built. */
    private static final Pattern SIZE = Pattern.compile("\\s*总(?:里程|长度|面积|建筑面积)(?:达到?|为|约)*\\s*");

    /** 增长7%，力争达到8%: the same, only more of it. */
    private static final Pattern HOPED = Pattern.compile("(?:并|努力|实际工作中)?(?:力争|争取|确保|努力)(?:达到|实现|完成|更高|突破)?");

    private final ReportText text;
    private final String name;
    private final ReportScope frame;
    private final FigureTimes times;
    private final Labels labels = new Labels();
    private final Measures measures = new Measures();
    private final Headings sections = new Headings();
    /** The figure before in the same clause. */
    private @Nullable Figure last;

    /** A reader of a text that says {@code frame} of itself. {@code name} is the file's, as delivered. */
    public FigureReader(ReportText text, ReportScope frame, String name) {
        this.text = text;
        this.name = name;
        this.frame = frame;
        this.times = new FigureTimes(frame);
    }

    /** Takes in a paragraph, before its sentences. */
    public void paragraph(String clean) {
        if (sections.line(clean)) {
            times.heading(clean.strip());
        }
    }

    /** Takes in a sentence [start, end) of a paragraph, before its clauses. */
    public void sentence(String clean, int start, int end) {
        boolean goesOn = start > 0 && ";；".indexOf(clean.charAt(start - 1)) >= 0;
        times.sentence(clean.substring(start, end).strip(), start == 0, goesOn);
        labels.sentence(start == 0);
    }

    /** Takes in a clause without figures. */
    public void silent(Clause clause) {
        times.clause(clause.words());
        labels.silentClause(clause.words());
    }

    /** The figure of a clause's number; the numbers before it have been read. */
    public Figure figure(Paragraph paragraph, SentenceWords words, Clause clause, int at) {
        Mention mention = clause.mentions().get(at);
        String before = clause.before(at, at == 0 ? 0 : labels.consumed());
        String all = clause.upTo(at);
        String behind = clause.behind(at);
        times.clause(all);
        times.note(behind);
        boolean adjacent = at > 0 && clause.isJoined(before);
        Figure earlier = adjacent ? last : null;
        Measure measure = measure(mention, all, behind, Clauses.isListJoint(before) ? earlier : null);
        String label = label(clause, at, before, measure);
        NamedPlaces.Placed place = NamedPlaces.of(Definitions.withoutMarks(label), frame.place());
        Period period = earlier != null && Clauses.isListJoint(before)
                ? earlier.period()
                : period(
                        clause,
                        at,
                        times.period(all, all + behind + label, measure, RowLabels.isThing(mention.unit())));
        Figure figure = new Figure(
                text.span(paragraph, mention.start(), mention.end()),
                quantity(mention, measures.isDown(measure, all)),
                RowLabels.of(place.label(), mention.unit(), measure),
                measure,
                labels.statesPlan() ? Status.TARGET : times.status(period),
                period,
                base(measure, all, period, earlier),
                place.region(),
                Map.of(),
                UnitSource.CELL,
                new Figure.Context(sections.path(), words.at(mention.start()), name, ""),
                evidence(mention, period, earlier, place.region(), all + behind + label, before));
        last = figure.with(LabelDoubts.of(figure.evidence(), figure.label(), measure));
        return last;
    }

    /** A figure of a table, with what the text says where the table says nothing; {@code place} is its place in the text. */
    public Figure ofTable(Figure cell, Provenance place, String label) {
        times.sentence("", true, false);
        Period said = cell.period();
        Period period = said == null ? times.period("", label, cell.measure(), false) : said;
        Evidence evidence = cell.evidence();
        boolean placed = cell.region().isEmpty();
        return new Figure(
                place,
                cell.quantity(),
                Definitions.withoutMarks(label),
                cell.measure(),
                cell.status() == Status.ACTUAL ? times.statusOf(period) : cell.status(),
                period,
                cell.base(),
                placed ? frame.place() : cell.region(),
                cell.breakdown(),
                cell.unitSource(),
                new Figure.Context(cell.context().section(), "", name, ""),
                new Evidence(
                        evidence.unit(),
                        said == null ? times.origin(period) : evidence.period(),
                        placed ? frame.placed() : evidence.region(),
                        evidence.measure(),
                        evidence.label(),
                        evidence.doubts()));
    }

    /** Where the words stand that a figure's fields were read from. */
    private Evidence evidence(
            Mention mention,
            @Nullable Period period,
            @Nullable Figure earlier,
            String region,
            String words,
            String before) {
        Evidence found = new Evidence(
                mention.unit().isEmpty() ? Origin.NONE : Origin.PHRASE,
                times.origin(period),
                region.isEmpty() ? Origin.NONE : region.equals(frame.place()) ? frame.placed() : Origin.PHRASE,
                Origin.PHRASE,
                earlier != null || before.isBlank() ? Origin.SENTENCE : Origin.PHRASE,
                List.of());
        found = times.isOfTerm() ? found.with("period.term", "") : found;
        String part = PartPlaces.in(words, region);
        return part.isEmpty() ? found : found.with("region.part", "句中提到“" + part + "”");
    }

    /** Numbers of one unit in a list are of one measure, and so is a part of what was added. */
    private Measure measure(Mention mention, String before, String behind, @Nullable Figure listed) {
        if (listed != null && mention.unit().equals(listed.quantity().unit())) {
            return listed.measure();
        }
        Measure measure = measures.measure(mention, before, behind);
        if (listed != null && listed.measure() == Measure.CHANGE && measure == Measure.LEVEL) {
            return Measure.CHANGE;
        }
        if (measure == Measure.SHARE
                && last != null
                && last.measure() == Measure.GROWTH_RATE
                && HOPED.matcher(before).matches()) {
            return Measure.GROWTH_RATE;
        }
        boolean part = last != null
                && measure == Measure.LEVEL
                && last.measure() == Measure.INCREMENT
                && PART.matcher(before).matches()
                && last.quantity().unit().equals(mention.unit());
        return part ? Measure.INCREMENT : measure;
    }

    private String label(Clause clause, int at, String before, Measure measure) {
        Mention mention = clause.mentions().get(at);
        int listSize = clause.listSize(at);
        boolean adjacent = at > 0 && clause.isJoined(before);
        String object = listSize > 1 && at == 0 ? clause.behind(at + listSize - 1) : clause.object(at);
        return labels.label(before, object, clause.restOrNext(at), adjacent, listSize, measure, mention.unit());
    }

    /** A part of what was done over several years was done over them too. */
    private @Nullable Period period(Clause clause, int at, @Nullable Period own) {
        Period whole = last == null ? null : last.period();
        boolean lasted = own != null
                && whole != null
                && whole.kind() == Period.Kind.SPAN
                && whole.end().equals(own.end())
                && (PART.matcher(clause.upTo(at)).matches()
                        || SIZE.matcher(clause.upTo(at)).matches());
        return lasted ? whole : own;
    }

    /** The time compared with; figures in a row are compared with the same. */
    private @Nullable Period base(Measure measure, String words, @Nullable Period period, @Nullable Figure earlier) {
        if (measure != Measure.MULTIPLE && measure != Measure.CHANGE && measure != Measure.GROWTH_RATE) {
            return null;
        }
        Period named = times.base(words, period);
        return named == null && earlier != null ? earlier.base() : named;
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
