package tongcang.cli.print;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tongcang.Assurance;
import tongcang.CodedKey;
import tongcang.Evidence;
import tongcang.Figure;
import tongcang.NamedPlaces;
import tongcang.Period;
import tongcang.Provenance;
import tongcang.RawKey;
import tongcang.Unit;
import tongcang.assurance.Grading;
import tongcang.coding.Coder;
import tongcang.coding.region.RegionCoder;
import tongcang.quantity.Units;

/** A figure as named values: the contract of {@code extract}. Values are decimal strings; codes only where found. */
public final class FigureRow {
    /** Decimals of a canonical value, as in the warehouse. */
    private static final int SCALE = 10;

    /** Rules of coding by which a codelist or a form has the label as it stands. */
    private static final Set<String> WORD_FOR_WORD = Set.of("form", "department", "exact", "label");

    private final Coder coder;
    private final RegionCoder regions;
    private final Units units;
    private final Grading grading = new Grading();

    public FigureRow(Coder coder, RegionCoder regions, Units units) {
        this.coder = coder;
        this.regions = regions;
        this.units = units;
    }

    /** The figures of one file as rows; what a place's name means is seen from the others of its sheet. */
    public List<Map<String, Object>> of(String fileName, List<Figure> figures) {
        Map<String, Map<String, NamedPlaces.Meaning>> meanings = new HashMap<>();
        figures.stream()
                .collect(Collectors.groupingBy(FigureRow::sheet))
                .forEach((sheet, own) -> meanings.put(sheet, regions.code(places(fileName, sheet, own))));
        return figures.stream()
                .map(figure -> of(
                        figure,
                        Objects.requireNonNull(meanings.get(sheet(figure))).get(figure.region())))
                .toList();
    }

    private static NamedPlaces places(String fileName, String sheet, List<Figure> figures) {
        List<Integer> years = figures.stream()
                .map(Figure::period)
                .filter(Objects::nonNull)
                .map(period -> period.end().getYear())
                .sorted()
                .toList();
        Stream<String> around = sheet.isEmpty()
                ? Stream.of()
                : Stream.concat(
                        Stream.of(fileName, sheet),
                        figures.stream().map(f -> f.context().section()));
        return new NamedPlaces(
                figures.stream().map(Figure::region).distinct().toList(),
                around.distinct().toList(),
                years.isEmpty() ? 0 : years.get(0),
                years.isEmpty() ? 9999 : years.get(years.size() - 1));
    }

    /** The sheet that a figure stands on; empty in a text. */
    private static String sheet(Figure figure) {
        return figure.provenance() instanceof Provenance.Cell cell ? cell.sheet() : "";
    }

    private Map<String, Object> of(Figure figure, NamedPlaces.@Nullable Meaning region) {
        Map<String, Object> row = new LinkedHashMap<>();
        CodedKey coded = coded(figure);
        place(row, figure);
        row.put("value", figure.quantity().valueText());
        if (figure.quantity().high() != null) {
            row.put("valueHigh", figure.quantity().high().toPlainString());
        }
        row.put("unit", figure.quantity().unit());
        row.put("comparator", figure.quantity().comparator().code());
        row.put("measure", figure.measure().code());
        row.put("status", figure.status().code());
        row.put("period", code(figure.period()));
        row.put("base", code(figure.base()));
        row.put("region", figure.region());
        row.put("indicator", coder.withoutMembers(figure.label(), coded));
        row.put("label", figure.label());
        row.put("breakdown", figure.breakdown());
        row.put("members", coded.breakdown());
        row.put("unitSource", figure.unitSource().name());
        row.put("section", figure.context().section());
        row.put("sentence", figure.context().sentence());
        row.put("evidence", origins(figure.evidence()));
        row.put(
                "doubts",
                figure.evidence().doubts().stream().map(Evidence.Doubt::code).toList());
        codes(row, figure, coded, region);
        assurance(row, figure, coded);
        return row;
    }

    /** Before coding it is only whether it may be shown; after, what becomes of it. */
    private void assurance(Map<String, Object> row, Figure figure, CodedKey code) {
        Assurance assurance = grading.of(figure.evidence(), false);
        Assurance known = grading.of(figure.evidence(), WORD_FOR_WORD.contains(code.rule()));
        Map<String, String> fields = new TreeMap<>();
        assurance.fields().forEach((field, grade) -> fields.put(field, grade.code()));
        row.put("assurance", assurance.grade().code());
        row.put("grades", fields);
        row.put("reasons", assurance.reasons());
        row.put("releasable", assurance.releasable());
        boolean coded = row.containsKey("indicatorCode")
                && (row.containsKey("canonicalValue") || code.isUnstated())
                && row.containsKey("regionCode")
                && !"".equals(row.get("period"));
        row.put("outcome", coded ? known.releasable() && !code.isUnstated() ? "observation" : "held" : "uncoded");
    }

    private static Map<String, String> origins(Evidence evidence) {
        Map<String, String> said = new LinkedHashMap<>();
        said.put("unit", evidence.unit().code());
        said.put("period", evidence.period().code());
        said.put("region", evidence.region().code());
        said.put("measure", evidence.measure().code());
        said.put("label", evidence.label().code());
        return said;
    }

    /** How a figure was coded, in words: indicator, breakdown and rule, or why it was not. */
    public String coding(Figure figure) {
        CodedKey coded = coded(figure);
        String problems = coded.problems().stream()
                .map(p -> p.message().replaceFirst("；.*", ""))
                .collect(Collectors.joining("；"));
        return coded.indicator() == null
                ? "没有（" + problems + "）"
                : String.join(" ", coded.indicator(), coded.breakdown(), "（规则 " + coded.rule() + "）", problems);
    }

    /** Why a figure is held; empty where it is not. */
    public String holdReasons(Figure figure) {
        return String.join(
                "；", grading.of(figure.evidence(), isWordForWord(figure)).holds());
    }

    /** Why a figure is held, with the other reading of it; empty where it is not. */
    public String holds(Figure figure) {
        String reasons = holdReasons(figure);
        String rivals = figure.evidence().rivals();
        return reasons.isEmpty() || rivals.isEmpty() ? reasons : reasons + "（" + rivals + "）";
    }

    private boolean isWordForWord(Figure figure) {
        return WORD_FOR_WORD.contains(coded(figure).rule());
    }

    /** The code of what is measured, where it was found. */
    public Optional<String> indicator(Figure figure) {
        return Optional.ofNullable(coded(figure).indicator());
    }

    private CodedKey coded(Figure figure) {
        return coder.code(new RawKey(
                "",
                figure.context().form(),
                figure.label(),
                figure.measure(),
                figure.quantity().unit(),
                figure.breakdown().entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining(";"))));
    }

    private void codes(Map<String, Object> row, Figure figure, CodedKey coded, NamedPlaces.@Nullable Meaning region) {
        put(row, "indicatorCode", coded.indicator());
        put(row, "regionCode", region == null || region.region().isEmpty() ? null : region.region());
        Unit unit = coded.unit();
        if (unit != null && !coded.isUnstated() && figure.quantity().ratio().isEmpty()) {
            put(
                    row,
                    "canonicalValue",
                    unit.toBase()
                            .applyTo(figure.quantity().value(), SCALE)
                            .stripTrailingZeros()
                            .toPlainString());
            put(row, "canonicalUnit", units.baseOf(unit.dimension()));
        }
    }

    private static void put(Map<String, Object> row, String name, @Nullable String value) {
        if (value != null) {
            row.put(name, value);
        }
    }

    private static void place(Map<String, Object> row, Figure figure) {
        if (figure.provenance() instanceof Provenance.TextSpan span) {
            row.put("line", span.line());
            row.put("start", span.start());
            row.put("end", span.end());
            row.put("span", span.words());
        } else if (figure.provenance() instanceof Provenance.Cell cell) {
            row.put("sheet", cell.sheet());
            row.put("cell", cell.cell());
            row.put("text", cell.words());
        }
    }

    private static String code(@Nullable Period period) {
        return period == null ? "" : period.code();
    }
}
