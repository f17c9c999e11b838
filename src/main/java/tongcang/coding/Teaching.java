package tongcang.coding;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tongcang.InvalidFileException;
import tongcang.LabelDecision;
import tongcang.LabelDecision.NewIndicator;
import tongcang.LabelDecision.Reach;
import tongcang.LabelDecision.Refusal;
import tongcang.NameDecision;
import tongcang.coding.codelist.CodelistFile;

/** Turns a statistician's decisions into lines of the codelists; all of them, or none where one is contradictory. */
public final class Teaching {
    private static final int ALIASES = IndicatorList.COLUMNS.indexOf("aliases");

    /**
     * What became of the decisions.
     *
     * @param lines what was written, in Chinese, one a decision; empty where one was refused
     * @param refused the decisions that contradict each other or the codelists
     */
    public record Taught(List<String> lines, List<Refusal> refused) {
        public Taught {
            lines = List.copyOf(lines);
            refused = List.copyOf(refused);
        }
    }

    private final Path folder;
    private final Codelists lists;
    private final CodelistEdit indicators;
    private final CodelistEdit labels;
    private final NameTeaching names;
    private final Map<String, NewIndicator> made = new HashMap<>();
    private final Map<StatedMeasure, LabelDecision> said = new HashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();

    /** A label where it is said, in normal form. */
    private record StatedMeasure(String label, String department, String form) {}

    private Teaching(Path folder) {
        this.folder = folder;
        this.lists = Codelists.load(folder);
        this.indicators = new CodelistEdit(folder, IndicatorList.FILE);
        this.labels = new CodelistEdit(folder, LabelList.FILE);
        this.names = new NameTeaching(folder, lists);
    }

    /**
     * Applies decisions to the codelists of a folder. Applied twice, they change nothing the second time.
     *
     * @throws InvalidFileException if the codelists are wrong before anything is applied
     */
    public static Taught apply(Path folder, List<LabelDecision> decisions, List<NameDecision> names)
            throws IOException {
        Teaching teaching = new Teaching(folder);
        for (LabelDecision written : decisions) {
            LabelDecision decision = teaching.inCodes(written);
            teaching.refusal(decision)
                    .ifPresentOrElse(
                            reason -> teaching.refused.add(new Refusal(decision.row(), reason)),
                            () -> teaching.take(decision));
        }
        names.forEach(teaching.names::take);
        teaching.refused.addAll(teaching.names.refused());
        teaching.lines.addAll(teaching.names.lines());
        return teaching.written();
    }

    /** The decision with codes in the place of names; what is no name either stays as it is, and is refused. */
    private LabelDecision inCodes(LabelDecision decision) {
        String indicator = decision.made() != null || lists.indicatorList().has(decision.indicator())
                ? decision.indicator()
                : lists.indicatorList()
                        .exactly(decision.indicator())
                        .or(() -> lists.indicatorList().normally(LabelWording.normal(decision.indicator())))
                        .orElse(decision.indicator());
        String members = CodelistFile.several(decision.members()).stream()
                .map(m -> m.contains("=")
                        ? m
                        : lists.members()
                                .find(m)
                                .map(MemberList.Member::toString)
                                .orElse(m))
                .collect(Collectors.joining(";"));
        return new LabelDecision(
                decision.row(), decision.label(), indicator, decision.reach(), members, decision.made());
    }

    private Taught written() throws IOException {
        List<CodelistEdit> edits = Stream.concat(Stream.of(indicators, labels), names.edits().stream())
                .filter(CodelistEdit::isChanged)
                .toList();
        if (refused.isEmpty()) {
            CodelistTrial.problem(folder, edits).ifPresent(problem -> refused.add(new Refusal(0, problem)));
        }
        if (!refused.isEmpty()) {
            return new Taught(List.of(), refused);
        }
        edits.forEach(edit -> edit.write(folder));
        return new Taught(lines, List.of());
    }

    /** Why a decision cannot be taken, or empty. */
    private Optional<String> refusal(LabelDecision decision) {
        return Refusals.ofLabel(decision)
                .or(() -> ofIndicator(decision))
                .or(() -> Refusals.ofMembers(lists, decision))
                .or(() -> ofOthers(decision))
                .or(() -> ofLists(decision));
    }

    private Optional<String> ofIndicator(LabelDecision decision) {
        NewIndicator fresh = decision.made();
        if (fresh != null) {
            return ofNew(decision.indicator(), fresh);
        }
        if (decision.isNotForUs()) {
            return decision.members().isEmpty() ? Optional.empty() : Optional.of("不采用的说法不填分组");
        }
        boolean known = lists.indicatorList().has(decision.indicator());
        return known
                ? Refusals.ofUnits(lists, decision)
                : Optional.of("没有代码为“" + decision.indicator() + "”的指标；请从下拉列表中选，或选（新指标）");
    }

    /** A new indicator stands its test by being read as a line of the codelist. */
    private Optional<String> ofNew(String code, NewIndicator fresh) {
        NewIndicator other = made.get(code);
        if (other != null) {
            return other.equals(fresh) ? Optional.empty() : Optional.of("新指标“" + code + "”在两行中写法不同");
        }
        Optional<String> problem = Refusals.ofNew(lists, code, fresh);
        if (problem.isPresent() || lists.indicatorList().has(code)) {
            return problem;
        }
        indicators.append(List.of(
                code,
                fresh.name(),
                "",
                fresh.subject(),
                fresh.definition(),
                fresh.unit(),
                fresh.additivity(),
                fresh.priceBasis(),
                "",
                "",
                ""));
        made.put(code, fresh);
        return Optional.empty();
    }

    private Optional<String> ofOthers(LabelDecision decision) {
        LabelDecision other = said.get(said(decision));
        if (other == null
                || other.indicator().equals(decision.indicator())
                        && other.members().equals(decision.members())) {
            return Optional.empty();
        }
        return Optional.of("与第 " + other.row() + " 行矛盾：同一说法“" + decision.label().label() + "”选了“" + other.indicator()
                + "”和“" + decision.indicator() + "”");
    }

    private Optional<String> ofLists(LabelDecision decision) {
        StatedMeasure key = said(decision);
        if (decision.reach() == Reach.EVERYWHERE) {
            Optional<String> named = lists.indicatorList().normally(key.label());
            if (named.isPresent()
                    && !(named.get().equals(decision.indicator())
                            && decision.members().isEmpty())) {
                return Optional.of("“" + decision.label().label() + "”已经是指标“" + named.get() + "”的名称或别名");
            }
        }
        return lists.labels()
                .find(new LabelList.Scope(key.department(), key.form()), key.label())
                .filter(meaning -> !meaning.indicator().equals(decision.indicator())
                        || !meaning.members().equals(lists.members().parse(decision.members())))
                .map(meaning -> "“" + decision.label().label() + "”在 seeds/codelists/labels.csv 中已经是“"
                        + meaning.indicator() + "”");
    }

    private void take(LabelDecision decision) {
        StatedMeasure key = said(decision);
        if (said.putIfAbsent(key, decision) != null || isKnown(decision, key)) {
            return;
        }
        String label = decision.label().label();
        NewIndicator fresh = decision.made();
        if (fresh != null && LabelWording.normal(fresh.name()).equals(key.label())) {
            lines.add("“" + label + "” → " + decision.indicator() + "（新指标，indicators.csv 的一行）" + follow(decision));
            return;
        }
        boolean alias = decision.reach() == Reach.EVERYWHERE
                && decision.members().isEmpty()
                && !decision.isNotForUs()
                && !label.contains(";");
        if (alias) {
            indicators.addTo(List.of(decision.indicator()), ALIASES, label);
        } else {
            labels.append(List.of(label, key.department(), key.form(), decision.indicator(), decision.members()));
        }
        lines.add("“" + label + "” → " + (decision.isNotForUs() ? "不采用" : decision.indicator())
                + (decision.members().isEmpty() ? "" : " [" + decision.members() + "]")
                + "（" + decision.reach().chinese() + "，"
                + (alias ? "indicators.csv 的别名" : "labels.csv 的一行") + "）" + follow(decision));
    }

    /** How many figures of the release, of this label as it was asked, the decision re-codes. */
    private static String follow(LabelDecision decision) {
        return "，" + decision.label().figures() + " 个数值随之改编";
    }

    private boolean isKnown(LabelDecision decision, StatedMeasure key) {
        boolean named = decision.reach() == Reach.EVERYWHERE
                && lists.indicatorList().normally(key.label()).isPresent();
        return named
                || lists.labels()
                        .find(new LabelList.Scope(key.department(), key.form()), key.label())
                        .isPresent();
    }

    private StatedMeasure said(LabelDecision decision) {
        return new StatedMeasure(
                LabelWording.normalPath(decision.label().label()),
                decision.reach() == Reach.DEPARTMENT
                        ? lists.departments().codeOf(decision.label().department())
                        : "",
                decision.reach() == Reach.FORM ? decision.label().form() : "");
    }
}
