package tongcang.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tongcang.LabelMeaning;
import tongcang.Measure;
import tongcang.RawKey;
import tongcang.Unit;
import tongcang.coding.LabelList.Meaning;
import tongcang.coding.LabelList.Scope;
import tongcang.coding.MemberList.Member;

/**
 * Finds the indicator that a label names, in layers, the surest first: what its form declares, what its department
 * means by it, the exact name, the normal form, the name without measure and count words, a label taught with its
 * members, a path or a compound of an indicator and members. Whatever only resembles is not taken.
 */
final class LabelMatcher {

    /**
     * What was found.
     *
     * @param indicator its code, or null
     * @param measure as read, or as the label's words say
     * @param members of classifications that the label names, {@code dimension=member}
     * @param rule the layer that found it
     */
    record Match(@Nullable String indicator, Measure measure, List<String> members, String rule) {

        boolean isNotForUs() {
            return rule.equals(NOT_FOR_US);
        }

        private Match with(List<String> more, String otherRule) {
            List<String> all = new ArrayList<>(members);
            all.addAll(more);
            return new Match(indicator, measure, all, isNotForUs() ? rule : otherRule);
        }
    }

    private record Query(String label, StatedMeasure said, Scope scope) {}

    private static final String NOT_FOR_US = "not_for_us";

    /** Head nouns of wholes, which their parts do without. */
    private static final List<String> HEAD_NOUNS = List.of("支出", "收入", "投资", "施用量");

    private static final int MOST_KNOWN = 10_000;

    private final Codelists lists;
    /** Characters of the longest name with words of how it is measured. */
    private final int longest;

    /** What was asked lately: figures of one column share their wording. */
    private final Map<Query, Match> known = new ConcurrentHashMap<>();

    LabelMatcher(Codelists lists) {
        this.lists = lists;
        int name = lists.indicatorList().normalNames().keySet().stream()
                .mapToInt(String::length)
                .max()
                .orElse(0);
        this.longest = name + LabelWording.LONGEST_MEASURE;
    }

    /** The indicator of what a source says; {@code unit} is that of its value, where it is known. */
    Match match(RawKey raw, Optional<Unit> unit) {
        Scope scope = lists.labels().scope(raw.department(), raw.form());
        if (known.size() > MOST_KNOWN) {
            known.clear();
        }
        return known.computeIfAbsent(new Query(raw.label(), StatedMeasure.of(raw.measure(), unit), scope), this::find);
    }

    private Match find(Query asked) {
        String normal = LabelWording.normalPath(asked.label());
        List<String> all = LabelWording.parts(asked.label());
        List<String> parts = plain(all);
        return scoped(normal, asked)
                .or(() -> whole(asked.label(), normal, asked.said()))
                .or(() -> parts.size() == all.size()
                        ? Optional.empty()
                        : general(LabelWording.normal(String.join("", parts)), asked.said())
                                .map(found -> found.with(List.of(), "path")))
                .or(() -> path(parts, asked.said()))
                .or(() -> turned(parts, asked.said()))
                .or(() -> compound(normal, asked.said()))
                .orElseGet(() -> new Match(null, asked.said().measure(), List.of(), "none"));
    }

    /** Without headings in front, and without parts that the next one begins with: 自然变动状况 / 出生 / 出生率. */
    private List<String> plain(List<String> parts) {
        int first = 0;
        while (first < parts.size() - 1
                && lists.members()
                        .find(parts.get(first))
                        .filter(Member::isHeading)
                        .isPresent()) {
            first++;
        }
        List<String> plain = new ArrayList<>();
        for (int i = first; i < parts.size(); i++) {
            boolean said = i + 1 < parts.size()
                    && parts.get(i + 1).startsWith(parts.get(i))
                    && lists.members().find(parts.get(i)).isEmpty();
            if (!said) {
                plain.add(parts.get(i));
            }
        }
        return plain;
    }

    /** What the form declares, then what the department means. */
    private Optional<Match> scoped(String normal, Query asked) {
        Scope scope = asked.scope();
        Optional<Match> form = scope.form().isEmpty()
                ? Optional.empty()
                : named(
                        normal,
                        asked.said(),
                        "form",
                        n -> taught(scope, n).or(() -> taught(new Scope("", scope.form()), n)));
        return form.isPresent() || scope.department().isEmpty()
                ? form
                : named(normal, asked.said(), "department", n -> taught(new Scope(scope.department(), ""), n));
    }

    private Optional<Meaning> taught(Scope scope, String normal) {
        return lists.labels().find(scope, normal);
    }

    /** A label that as a whole names an indicator, or was taught. */
    private Optional<Match> whole(String label, String normal, StatedMeasure said) {
        return lists.indicatorList()
                .exactly(label)
                .map(code -> match(new Meaning(code, List.of()), said, "exact"))
                .or(() -> general(normal, said))
                .or(() -> named(normal, said, "label", n -> taught(Scope.EVERYWHERE, n)));
    }

    private Optional<Match> general(String normal, StatedMeasure said) {
        if (normal.length() > longest) {
            return Optional.empty();
        }
        return named(normal, said, "", n -> lists.indicatorList().normally(n).map(c -> new Meaning(c, List.of())));
    }

    /**
     * Looks a name up as it is, and without the words that say how it is measured or counted.
     *
     * @param rule the rule that is told; empty: {@code normal}, {@code measure} or {@code count}, as it was found
     */
    private Optional<Match> named(
            String normal, StatedMeasure said, String rule, Function<String, Optional<Meaning>> names) {
        String bare = LabelWording.withoutIncrement(normal);
        return found(names.apply(normal), said, rule, "normal")
                .or(() -> said.measure() == Measure.INCREMENT
                        ? found(
                                firstOf(names, "新增" + normal, "新增" + LabelWording.withoutCount(normal)),
                                said,
                                rule,
                                "measure")
                        : Optional.empty())
                .or(() -> found(names.apply(LabelWording.withoutGrowth(normal)), said.growth(), rule, "measure"))
                .or(() -> found(names.apply(bare), said.increment(), rule, "measure"))
                .or(() -> found(firstOf(names, LabelWording.withoutCount(normal), normal + "数"), said, rule, "count"))
                .or(() -> found(
                        firstOf(names, bare + "数", LabelWording.withoutCount(bare)),
                        said.increment(),
                        rule,
                        "measure"));
    }

    private static Optional<Meaning> firstOf(Function<String, Optional<Meaning>> names, String first, String second) {
        return names.apply(first).or(() -> names.apply(second));
    }

    private Optional<Match> found(Optional<Meaning> meaning, StatedMeasure said, String rule, String layer) {
        return meaning.map(m -> match(m, said, rule.isEmpty() ? layer : rule));
    }

    /** What an indicator of additions gained is its level: 新增就业 is the indicator, not a change of it. */
    private Match match(Meaning meaning, StatedMeasure said, String rule) {
        if (meaning.indicator().equals(LabelMeaning.NOT_FOR_US)) {
            return new Match(null, said.measure(), List.of(), NOT_FOR_US);
        }
        boolean additions = lists.indicatorList().get(meaning.indicator()).additions();
        Measure coded = additions && said.measure() == Measure.INCREMENT ? Measure.LEVEL : said.measure();
        return new Match(meaning.indicator(), coded, meaning.members(), rule);
    }

    /** A path: one part names the indicator, the innermost that can; every other is a known member or a heading. */
    private Optional<Match> path(List<String> all, StatedMeasure said) {
        if (all.size() < 2) {
            return Optional.empty();
        }
        List<String> parts = new ArrayList<>();
        List<Optional<Member>> members = new ArrayList<>();
        int unknown = -1;
        for (String part : all) {
            Optional<Member> member = lists.members().find(part);
            if (member.isEmpty() && unknown >= 0) {
                if (!nameTheSame(parts.get(unknown), part)) {
                    return Optional.empty();
                }
                parts.remove(unknown); // the outer one says nothing more: 工资总额 / 从业人员工资总额
                members.remove(unknown);
            }
            unknown = member.isEmpty() ? parts.size() : unknown;
            parts.add(part);
            members.add(member);
        }
        for (int named = parts.size() - 1; named >= 0; named--) {
            if (unknown >= 0 && members.get(named).isPresent()) {
                continue; // the other one would have no part in it
            }
            String part = parts.get(named);
            Optional<Match> match = members(members, named)
                    .flatMap(others -> whole(part, LabelWording.normal(part), said)
                            .or(() -> partOf(parts, members, LabelWording.normal(part), said))
                            .or(() -> compound(LabelWording.normal(part), said))
                            .map(found -> found.with(others, "path")));
            if (match.isPresent()) {
                return match;
            }
        }
        return Optional.empty();
    }

    /** A part of what stands over it, named without its head noun: 一般公共预算支出 / 科学技术. */
    private Optional<Match> partOf(
            List<String> parts, List<Optional<Member>> members, String normal, StatedMeasure said) {
        for (int i = parts.size() - 1; i >= 0; i--) {
            if (members.get(i).filter(Member::isContext).isPresent()) {
                String whole = LabelWording.normal(parts.get(i)).replaceFirst("完成额$", "");
                for (String noun : HEAD_NOUNS) {
                    if (whole.endsWith(noun)) {
                        return general(normal + noun, said);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean nameTheSame(String one, String other) {
        Optional<String> code = lists.indicatorList().normally(LabelWording.normal(one));
        return code.isPresent() && code.equals(lists.indicatorList().normally(LabelWording.normal(other)));
    }

    private static Optional<List<String>> members(List<Optional<Member>> parts, int without) {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            Optional<Member> member = i == without ? Optional.empty() : parts.get(i);
            boolean groups = member.isPresent()
                    && (member.get().isHeading() || member.get().isContext());
            boolean says = member.isPresent() && !(groups && i > without);
            if (i != without && !says) {
                return Optional.empty();
            }
            member.filter(m -> !m.saysNothing()).ifPresent(m -> members.add(m.toString()));
        }
        return Optional.of(members);
    }

    /** A path of two that a name has the other way round: 货运量 / 铁路, 主要工业产品产量 / 原煤. */
    private Optional<Match> turned(List<String> parts, StatedMeasure said) {
        if (parts.size() != 2) {
            return Optional.empty();
        }
        String head = LabelWording.withoutProducts(LabelWording.normal(parts.get(0)));
        return general(LabelWording.normal(parts.get(1)) + head, said).map(m -> m.with(List.of(), "turned"));
    }

    /** A compound: a member's name before the indicator's (纺织业增加值), the longest first, or behind it. */
    private Optional<Match> compound(String normal, StatedMeasure said) {
        int longest = lists.members().longest();
        if (normal.length() > this.longest + longest) {
            return Optional.empty();
        }
        for (int length = Math.min(longest, normal.length() - 2); length >= 2; length--) {
            Optional<Match> match = joined(normal.substring(0, length), normal.substring(length), said);
            if (match.isPresent()) {
                return match;
            }
        }
        String bare = LabelWording.withoutGrowth(normal);
        StatedMeasure grown = bare.equals(normal) ? said : said.growth();
        for (int at = Math.max(2, bare.length() - longest); at <= bare.length() - 2; at++) {
            Optional<Match> match = joined(bare.substring(at), bare.substring(0, at), grown);
            if (match.isPresent()) {
                return match;
            }
        }
        return Optional.empty();
    }

    private Optional<Match> joined(String member, String name, StatedMeasure said) {
        return lists.members()
                .findNormal(member)
                .filter(m -> !m.saysNothing())
                .flatMap(m -> general(name, said).map(match -> match.with(List.of(m.toString()), "compound")));
    }
}
