package tongcang.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tongcang.CodedKey;
import tongcang.CodedKey.Problem;
import tongcang.Figure;
import tongcang.Measure;
import tongcang.Ratio;
import tongcang.RawKey;
import tongcang.Severity;
import tongcang.Unit;

/** Finds the codes of what sources say: layer by layer, the surest first, and never by guess. */
public final class Coder {
    /** Measures that say how much, so that they are shown in the indicator's unit. */
    private static final Set<Measure> AMOUNTS = Set.of(Measure.LEVEL, Measure.INCREMENT, Measure.CHANGE);

    /** Dimensions in which growth is told. */
    private static final Set<String> RATES = Set.of("percent", "multiple", "percentage_point");

    /** Classifications of those who are counted or report, and not of what is measured of them. */
    private static final Set<String> OF_WHOM = Set.of(
            "industry",
            "ownership",
            "registration",
            "enterprise_kind",
            "size",
            "area",
            "sex",
            "age",
            "marital",
            "education_level",
            "nationality");

    private final Codelists lists;
    private final LabelMatcher labels;
    private final ProvisionalIndicators provisionals;
    private final WrittenUnit writtenUnit;

    /** Makes a coder that knows the codelists. */
    public Coder(Codelists lists) {
        this.lists = lists;
        this.labels = new LabelMatcher(lists);
        this.provisionals = new ProvisionalIndicators(lists.units(), lists.members());
        this.writtenUnit = new WrittenUnit(lists.units());
    }

    /** A label without the parts that only say of whom: the members of populations that it is coded with (女, 采矿业). */
    public String withoutMembers(String label, CodedKey coded) {
        List<String> split = List.of(coded.breakdown().split(";"));
        List<String> parts = LabelWording.parts(label);
        List<String> words = parts.stream()
                .filter(part -> lists.members()
                        .find(part)
                        .filter(m -> OF_WHOM.contains(m.dimension()))
                        .map(MemberList.Member::toString)
                        .filter(m -> split.stream().anyMatch(s -> s.equals(m) || Industries.isWithin(s, m)))
                        .isEmpty())
                .toList();
        return words.isEmpty() || words.size() == parts.size() ? label : String.join(Figure.PATH, words);
    }

    /** The codes of a figure's words. */
    public CodedKey code(RawKey said) {
        return inItsUnit(
                said.unit().isBlank()
                        ? lists.labelUnits().of(said).map(said::withUnit).orElse(said)
                        : said);
    }

    private CodedKey inItsUnit(RawKey raw) {
        List<Problem> problems = new ArrayList<>();
        Optional<Unit> written = lists.units().parse(raw.unit());
        LabelMatcher.Match match = labels.match(raw, written);
        if (match.isNotForUs()) {
            return notForUs(match, written);
        }
        StatedMeasure said = StatedMeasure.of(raw.measure(), written);
        Optional<ProvisionalIndicators.Found> made =
                writtenUnit.of(raw, said.measure(), null).flatMap(unit -> provisionals.of(raw.label(), said, unit));
        CodedKey.@Nullable Provisional indicator =
                made.map(ProvisionalIndicators.Found::indicator).orElse(null);
        if (match.indicator() != null) {
            Unit reporting = lists.indicatorList().get(match.indicator()).unit();
            return coded(raw, match, indicator, reporting, problems);
        }
        if (made.isEmpty() || indicator == null) {
            problems.add(unknownIndicator(raw.label()));
            return coded(raw, match, null, null, problems);
        }
        problems.add(provisional());
        LabelMatcher.Match own = new LabelMatcher.Match(
                indicator.code(), made.get().measure(), made.get().members(), ProvisionalIndicators.RULE);
        return coded(raw, own, indicator, shownUnit(indicator), problems);
    }

    /** The decision is all that there is to say: a unit that nobody knows is no problem of it. */
    private static CodedKey notForUs(LabelMatcher.Match match, Optional<Unit> written) {
        Problem decided = new Problem(
                "coding.not-for-us",
                Severity.INFO,
                "",
                "",
                "这些指标已由人工裁定不采用（seeds/codelists/labels.csv 中指标为“-”的行）；要重新采用，删去该行即可");
        return new CodedKey(
                null, match.measure(), "", written.orElse(null), null, null, match.rule(), List.of(decided), null);
    }

    private CodedKey coded(
            RawKey raw,
            LabelMatcher.Match match,
            CodedKey.@Nullable Provisional provisional,
            @Nullable Unit reporting,
            List<Problem> problems) {
        Optional<String> breakdown = breakdown(raw, match, problems);
        @Nullable String indicator = breakdown.isPresent() ? match.indicator() : null;
        @Nullable Unit amounts = indicator == null ? null : reporting;
        Optional<Unit> unit = unit(raw, match.measure(), amounts, problems);
        Optional<Unit> shown = unit.flatMap(u -> shown(u, amounts, match.measure(), raw, problems));
        return new CodedKey(
                indicator,
                match.measure(),
                breakdown.orElse(""),
                unit.orElse(null),
                shown.isEmpty() ? null : factor(unit.orElseThrow(), shown.get()),
                shown.map(Unit::code).orElse(null),
                match.rule(),
                problems,
                shown.isEmpty() ? null : exchange(unit.orElseThrow(), shown.get(), indicator),
                provisional);
    }

    /** The same for all wordings of a file, so that they are told once with their count. */
    private static Problem provisional() {
        return new Problem(
                "coding.provisional-indicator",
                Severity.INFO,
                "",
                "",
                "指标代码表中没有这些指标，按暂定指标（x_ 开头的代码）采用；./tongcang curate 列出它们和最接近的指标，可归并、改名或补入 seeds/codelists/indicators.csv");
    }

    private static Problem unknownIndicator(String label) {
        return new Problem(
                "coding.unknown-indicator",
                Severity.WARNING,
                label,
                "",
                "指标“" + label + "”不在指标代码表中；./tongcang curate 列出最接近的指标，请把它作为别名或新指标补入 seeds/codelists/indicators.csv");
    }

    /** Codes of the indicators whose names are nearest to a label, best first, at most three: proposed, never applied. */
    public static Function<String, List<String>> nearest(Codelists lists) {
        NearestIndicators nearest = new NearestIndicators(lists.indicatorList());
        return label -> nearest.of(LabelWording.normal(label));
    }

    /** Members of the breakdown and of the label's path, in the order of their dimensions; empty where one is unknown. */
    private Optional<String> breakdown(RawKey raw, LabelMatcher.Match match, List<Problem> problems) {
        Set<String> all = new TreeSet<>(match.members());
        for (String part :
                raw.breakdown().isEmpty() ? new String[0] : raw.breakdown().split(";")) {
            String member = part.substring(part.indexOf('=') + 1);
            Optional<MemberList.Member> known = lists.members().find(member);
            if (known.isEmpty()) {
                problems.add(new Problem(
                        "coding.unknown-member",
                        Severity.WARNING,
                        member,
                        "",
                        "分组“" + part + "”不在分组代码表中；请补入 seeds/codelists/members.csv"));
                return Optional.empty();
            }
            known.filter(m -> !m.saysNothing()).ifPresent(m -> all.add(m.toString()));
        }
        Set<String> members = new TreeSet<>(MemberList.innermost(all));
        long dimensions = members.stream()
                .map(m -> m.substring(0, m.indexOf('=')))
                .distinct()
                .count();
        if (dimensions < members.size()) {
            problems.add(new Problem(
                    "coding.two-members",
                    Severity.WARNING,
                    String.join(";", members),
                    "",
                    "“" + raw.label() + "”同属一个分组的两个成员（" + String.join("、", members) + "），无法归类；请核对行头和列头"));
            return Optional.empty();
        }
        return Optional.of(String.join(";", members));
    }

    private @Nullable Unit shownUnit(CodedKey.Provisional indicator) {
        return indicator.unit().equals(CodedKey.UNSTATED.code())
                ? CodedKey.UNSTATED
                : lists.units().parse(indicator.unit()).orElse(null);
    }

    private Optional<Unit> unit(RawKey raw, Measure measure, @Nullable Unit reporting, List<Problem> problems) {
        Optional<Unit> unit = writtenUnit.of(raw, measure, reporting);
        if (unit.isEmpty() || unit.get().equals(CodedKey.UNSTATED)) {
            problems.add(UnitProblems.of(raw.label(), raw.unit()));
        } else if (!raw.unit().isBlank() && lists.units().parse(raw.unit()).isEmpty()) {
            problems.add(UnitProblems.ofMagnitude(raw, unit.get()));
        }
        return unit;
    }

    /** The unit that the value is shown in; empty where it measures something else than the indicator. */
    private Optional<Unit> shown(
            Unit unit, @Nullable Unit reporting, Measure measure, RawKey raw, List<Problem> problems) {
        if (unit.equals(CodedKey.UNSTATED)) {
            return Optional.of(unit);
        }
        if (measure == Measure.GROWTH_RATE && !RATES.contains(unit.dimension())) {
            problems.add(new Problem(
                    "coding.unit-mismatch",
                    Severity.ERROR,
                    raw.unit(),
                    "%",
                    "“" + raw.label() + "”是增长速度，单位却是“" + raw.unit() + "”；请核对单位，如为增减量请写明“增减额”或“增减量”"));
            return Optional.empty();
        }
        if (reporting == null || !AMOUNTS.contains(measure)) {
            return Optional.of(unit);
        }
        if (ExchangeRates.inYuan(unit.dimension()).equals(reporting.dimension())
                || unit.dimension().equals(reporting.dimension())) {
            return Optional.of(reporting);
        }
        if (measure == Measure.CHANGE) {
            return Optional.of(unit);
        }
        if (CountUnits.areAlike(unit, reporting)) {
            problems.add(new Problem(
                    "coding.count-unit",
                    Severity.INFO,
                    raw.unit(),
                    reporting.code(),
                    "“" + raw.label() + "”的单位是“" + raw.unit() + "”，按 1:1 记为“" + reporting.code() + "”"));
            return Optional.of(reporting);
        }
        problems.add(new Problem(
                "coding.unit-mismatch",
                Severity.ERROR,
                raw.unit(),
                reporting.code(),
                "“" + raw.label() + "”的单位是“" + raw.unit() + "”，与指标的单位“" + reporting.code() + "”不是同一量纲；请核对单位"));
        return Optional.empty();
    }

    /** A flow goes by the average rate of its period, a stock by that of its end. */
    private CodedKey.@Nullable Exchange exchange(Unit unit, Unit shown, @Nullable String indicator) {
        if (indicator == null || unit.dimension().equals(shown.dimension()) || !ExchangeRates.isForeign(unit)) {
            return null;
        }
        boolean stock = lists.indicatorList().get(indicator).additivity() == Indicator.Additivity.STOCK;
        return new CodedKey.Exchange(ExchangeRates.currency(unit, lists.units()), stock ? "end" : "average");
    }

    private static Ratio factor(Unit unit, Unit shown) {
        return unit.dimension().equals(shown.dimension())
                ? unit.in(shown)
                : unit.toBase().dividedBy(shown.toBase());
    }
}
