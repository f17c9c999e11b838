package tongcang.coding;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tongcang.LabelDecision.Refusal;
import tongcang.NameDecision;
import tongcang.Unit;
import tongcang.UnknownName.Kind;
import tongcang.coding.region.RegionList;

/** Turns what was decided about names of places, departments, units and members into edits of the codelists. */
final class NameTeaching {
    private static final int LONGEST = 200;

    private final Codelists lists;
    private final CodelistEdit regions;
    private final CodelistEdit ignored;
    private final CodelistEdit departments;
    private final CodelistEdit units;
    private final CodelistEdit members;
    private final CodelistEdit labelUnits;
    private final Map<List<String>, NameDecision> said = new HashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();

    NameTeaching(Path folder, Codelists lists) {
        this.lists = lists;
        this.regions = new CodelistEdit(folder, RegionList.OWN);
        this.ignored = new CodelistEdit(folder, RegionList.IGNORED, RegionList.IGNORED_COLUMNS);
        this.departments = new CodelistEdit(folder, DepartmentList.FILE);
        this.units = new CodelistEdit(folder, UnitFile.FILE);
        this.members = new CodelistEdit(folder, MemberList.FILE);
        this.labelUnits = new CodelistEdit(folder, LabelUnits.FILE, LabelUnits.COLUMNS);
    }

    /** Takes a decision up, or refuses it with the reason. */
    void take(NameDecision decision) {
        boolean everywhere = decision.about().kind() != Kind.UNIT_OF_LABEL;
        List<String> key = List.of(
                decision.about().kind().name(),
                decision.about().name(),
                everywhere ? "" : decision.about().department());
        NameDecision other = said.putIfAbsent(key, decision);
        Optional<String> problem = other == null
                ? Optional.ofNullable(fault(decision)).or(() -> taken(decision))
                : other.choice().equals(decision.choice())
                        ? Optional.empty()
                        : Optional.of("与第 " + other.row() + " 行矛盾：“"
                                + decision.about().name() + "”选了两种");
        problem.ifPresentOrElse(
                reason -> refused.add(
                        new Refusal(decision.row(), decision.about().kind().chinese() + "：" + reason)),
                () -> lines.add("“" + decision.about().name() + "” → "
                        + (decision.isNotForUs() ? "不采用" : decision.choice()) + "（"
                        + decision.about().kind().chinese() + "），"
                        + decision.about().figures() + " 个数值随之改编"));
    }

    /** What was written, one line a decision. */
    List<String> lines() {
        return lines;
    }

    List<Refusal> refused() {
        return refused;
    }

    List<CodelistEdit> edits() {
        return List.of(regions, ignored, departments, units, members, labelUnits);
    }

    private static @Nullable String fault(NameDecision decision) {
        String name = decision.about().name();
        if (name.isBlank() || name.length() > LONGEST || name.contains(";")) {
            return "“" + name + "”是空的、超过 " + LONGEST + " 字或含有分号，不能写入代码表";
        }
        if (name.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT)) {
            return "“" + name + "”中有控制字符，不能写入代码表";
        }
        return decision.isNotForUs() && decision.about().kind() != Kind.REGION ? "只有地区和指标可以选不采用" : null;
    }

    /** Why the choice cannot be taken, or empty: then the codelist's edit has it. */
    private Optional<String> taken(NameDecision decision) {
        return switch (decision.about().kind()) {
            case REGION -> region(decision);
            case DEPARTMENT ->
                alias(
                        departments,
                        decision,
                        List.of(lists.departments().codeOf(decision.choice())),
                        "departments.csv 中的部门");
            case UNIT ->
                alias(
                        units,
                        decision,
                        List.of(lists.units()
                                .parse(decision.choice())
                                .map(Unit::code)
                                .orElse(decision.choice())),
                        "units.csv 中的单位（不带万、亿）");
            case MEMBER ->
                alias(
                        members,
                        decision,
                        List.of(lists.members()
                                .find(decision.choice())
                                .map(MemberList.Member::toString)
                                .orElse(decision.choice())
                                .split("=", 2)),
                        "members.csv 中的分组");
            case UNIT_OF_LABEL -> unitOfLabel(decision);
        };
    }

    private Optional<String> region(NameDecision decision) {
        String name = decision.about().name();
        if (decision.isNotForUs()) {
            ignored.append(List.of(name));
            return Optional.empty();
        }
        List<String> codes = lists.regions().codes(decision.choice());
        if (codes.size() != 1) {
            return Optional.of("“" + decision.choice() + "”" + (codes.isEmpty() ? "不是地区代码或名称" : "同名的不止一个，请填代码"));
        }
        List<String> key = codes.subList(0, 1);
        if (!regions.has(key)) {
            Optional<List<String>> line = lists.regions().line(codes.get(0));
            if (line.isEmpty()) {
                return Optional.of("“" + decision.choice() + "”是地区组合，请在 region_groups.csv 中添加别名");
            }
            regions.append(line.get());
        }
        regions.addTo(key, regions.column("aliases"), name);
        return Optional.empty();
    }

    private Optional<String> unitOfLabel(NameDecision decision) {
        if (lists.units().parse(decision.choice()).isEmpty()) {
            return Optional.of("“" + decision.choice() + "”不是已知的计量单位");
        }
        labelUnits.append(List.of(
                decision.about().name(),
                lists.departments().codeOf(decision.about().department()),
                "",
                decision.choice()));
        return Optional.empty();
    }

    /** Adds the name to the aliases of the line whose first fields are the key. */
    private static Optional<String> alias(CodelistEdit edit, NameDecision decision, List<String> key, String expected) {
        if (!edit.has(key)) {
            return Optional.of("“" + decision.choice() + "”不是 " + expected);
        }
        edit.addTo(key, edit.column("aliases"), decision.about().name());
        return Optional.empty();
    }
}
