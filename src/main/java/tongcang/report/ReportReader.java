package tongcang.report;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.Limits;
import tongcang.Measure;
import tongcang.Provenance;
import tongcang.Quantity;
import tongcang.Reading;
import tongcang.Severity;
import tongcang.UnitSource;
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

    /** Reads one file; a file that cannot be read ends as a finding. {@code fileName} is the name as delivered. */
    public Reading read(Path file, String fileName) throws IOException {
        if (Files.size(file) > limits.fileBytes()) {
            return refused(fileName, "report.too-large", "文件超过大小上限，未读取；请拆分或在作业定义的 limits 中放宽");
        }
        return ReportText.decode(Files.readAllBytes(file))
                .map(text -> new Pages(scanner, text).reading())
                .orElseGet(() -> refused(fileName, "report.no-text", "文件中没有可读的文字（空文件、扫描件或不支持的格式）；请提供文本格式的报告"));
    }

    /**
     * Every numeral of a report with what it is: a figure, or the reason why it is none. Nothing falls between.
     *
     * @return in the text's order; empty where the file has no text
     */
    public List<NumeralNote> explain(Path file) throws IOException {
        return ReportText.decode(Files.readAllBytes(file))
                .map(text -> new Pages(scanner, text).notes())
                .orElse(List.of());
    }

    /**
     * What a numeral is.
     *
     * @param line 0-based
     * @param start 0-based column
     * @param end column behind it
     * @param text as delivered
     * @param reason {@code 数值} for a figure, else why it is none, in Chinese
     */
    public record NumeralNote(int line, int start, int end, String text, String reason) {}

    private static Reading refused(String fileName, String rule, String message) {
        return Reading.refused(new Finding(rule, Severity.ERROR, new Provenance.WholeFile(fileName), "", "", message));
    }

    /** One pass over a text. */
    static final class Pages {
        private final NumeralScanner scanner;
        private final ReportText text;
        private final Frame frame;
        private final Times times;
        private final Labels labels = new Labels();
        private final Measures measures = new Measures();
        private final List<Figure> figures = new ArrayList<>();
        private final List<Numeral> numerals = new ArrayList<>();
        private final List<Mention> sizes = new ArrayList<>();

        Pages(NumeralScanner scanner, ReportText text) {
            this.scanner = scanner;
            this.text = text;
            this.frame = Frame.of(text.clean());
            this.times = new Times(frame);
        }

        Reading reading() {
            Sections sections = new Sections();
            for (int line = 0; line < text.clean().size(); line++) {
                String clean = text.clean().get(line);
                List<Numeral> found = scanner.scan(line, clean);
                numerals.addAll(found);
                boolean heading = sections.line(clean);
                for (int[] sentence : Clauses.sentences(clean)) {
                    times.sentence(clean.substring(sentence[0], sentence[1]), heading);
                    labels.sentence();
                    sentence(line, clean, sentence, found, sections.path());
                }
            }
            return new Reading(figures, List.of());
        }

        List<NumeralNote> notes() {
            reading();
            return numerals.stream()
                    .map(n -> new NumeralNote(
                            n.line(),
                            n.start(),
                            n.end(),
                            text.raw(n.line(), n.start(), n.end()),
                            sizes.contains(n.mention())
                                    ? Numeral.Kind.NAME.chinese()
                                    : n.kind().chinese()))
                    .toList();
        }

        private void sentence(int line, String clean, int[] sentence, List<Numeral> found, String section) {
            for (int[] clause : Clauses.clauses(clean, sentence)) {
                List<Mention> mentions = withoutSizes(clean, clause, mentions(found, clause));
                if (mentions.isEmpty()) {
                    String words = clean.substring(clause[0], clause[1]);
                    times.clause(words);
                    labels.silentClause(words);
                }
                for (int i = 0; i < mentions.size(); i++) {
                    figures.add(figure(line, clean, sentence, clause, mentions, i, section));
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
                String before = clean.substring(Math.min(from, mention.start()), mention.start());
                String behind = clean.substring(
                        mention.behind(),
                        i + 1 < mentions.size()
                                ? Math.max(mention.behind(), mentions.get(i + 1).start())
                                : Math.max(mention.behind(), clause[1]));
                inNames = Labels.isThreshold(before, behind)
                        || Labels.isSizeInName(mention, before, behind)
                        || inNames && before.strip().matches(".*[、和]");
                if (inNames) {
                    sizes.add(mention);
                } else {
                    kept.add(mention);
                }
                from = mention.behind();
            }
            return kept;
        }

        private static List<Mention> mentions(List<Numeral> found, int[] clause) {
            return found.stream()
                    .map(Numeral::mention)
                    .filter(java.util.Objects::nonNull)
                    .filter(m -> m.start() >= clause[0] && m.start() < clause[1])
                    .toList();
        }

        private Figure figure(
                int line, String clean, int[] sentence, int[] clause, List<Mention> mentions, int at, String section) {
            Mention mention = mentions.get(at);
            int from = at == 0
                    ? clause[0]
                    : Math.min(mention.start(), mentions.get(at - 1).behind() + labels.consumed());
            int to = at + 1 < mentions.size()
                    ? Math.max(mention.behind(), mentions.get(at + 1).start())
                    : Math.max(mention.behind(), clause[1]);
            String before = clean.substring(from, Math.max(from, mention.start()));
            String all = clean.substring(clause[0], mention.start());
            String behind = clean.substring(mention.behind(), to);
            times.clause(all);
            int listSize = listSize(clean, mentions, at);
            boolean adjacent = at > 0 && (Clauses.isListJoint(before) || before.isEmpty());
            Measure measure =
                    adjacent && mention.unit().equals(mentions.get(at - 1).unit()) && Clauses.isListJoint(before)
                            ? figures.get(figures.size() - 1).measure()
                            : measures.measure(mention, all, behind);
            String object = listSize > 1
                    ? clean.substring(mentions.get(at + listSize - 1).behind(), clause[1])
                    : behind;
            String label = labels.label(before, listSize > 1 && at == 0 ? object : behind, adjacent, listSize, measure);
            return new Figure(
                    new Provenance.TextSpan(
                            line, mention.start(), mention.end(), text.raw(line, mention.start(), mention.end())),
                    quantity(mention, measures.isDown(measure, all)),
                    finished(label, mention, measure),
                    measure,
                    times.status(),
                    times.period(all + behind + label, measure),
                    measure == Measure.MULTIPLE || measure == Measure.CHANGE || measure == Measure.GROWTH_RATE
                            ? times.base(all)
                            : null,
                    frame.place(),
                    Map.of(),
                    UnitSource.CELL,
                    new Figure.Context(
                            section, text.raw(line, sentence[0], sentence[1]).strip(), ""));
        }

        /** Figures that follow one another with nothing but a joint between, from this one on. */
        private static int listSize(String clean, List<Mention> mentions, int at) {
            int size = 1;
            while (at + size < mentions.size()
                    && Clauses.isListJoint(clean.substring(
                            mentions.get(at + size - 1).behind(),
                            mentions.get(at + size).start()))) {
                size++;
            }
            return size;
        }

        /** Counts are named as counts: 高新技术企业 in 家 is 高新技术企业数. */
        private static String finished(String label, Mention mention, Measure measure) {
            boolean counted = measure == Measure.LEVEL || measure == Measure.INCREMENT;
            boolean things = mention.unit().matches("[十百千万亿]*(?:个|家|户|名|项|所|条|件|处|座|套|台|辆|栋|张|只|头|起|批|对|支|场)");
            boolean named = label.isEmpty() || label.endsWith("数") || label.endsWith("量") || label.endsWith("率");
            return counted && things && !named ? label + "数" : label;
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
}
