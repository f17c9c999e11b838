package tongcang.curation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import tongcang.LabelDecision.Refusal;
import tongcang.NameDecision;
import tongcang.UnknownName;
import tongcang.UnknownName.Kind;

/** The sheets that ask what names of places, departments, units and members mean, one sheet a kind; and their answers. */
final class NameSheets {
    static final String NAME = "说法";
    static final String DEPARTMENT = "部门";
    static final String CHOICE = "选定";

    private static final List<String> TOLD =
            List.of("序号", NAME, DEPARTMENT, "数值个数", "示例", "最接近（1）", "最接近（2）", "最接近（3）", "相近写法");

    private static final Map<Kind, String> HOW = Map.of(
            Kind.REGION,
                    "请在黄色列选定这一说法是哪个地区（也可直接填代码或名称），成为它的别名；不是地区、不需要的，选“" + Heads.NOT_FOR_US
                            + "”；代码表中没有的乡镇、功能区，请补入 seeds/codelists/regions_own.csv",
            Kind.DEPARTMENT, "请在黄色列选定这是哪个部门，成为它的别名；没有的部门请补入 seeds/codelists/departments.csv",
            Kind.UNIT, "请在黄色列选定这是哪个计量单位的另一种写法（不带万、亿的单位）；没有的单位请补入 seeds/codelists/units.csv",
            Kind.MEMBER, "请在黄色列选定这是哪个分组成员的另一种写法；没有的成员请补入 seeds/codelists/members.csv",
            Kind.UNIT_OF_LABEL, "来源没有写单位，这些数值暂不采用。请核对原表后在黄色列填写该部门这一指标的单位（如 亿元），今后同样适用");

    private NameSheets() {}

    static String sheet(Kind kind) {
        return kind == Kind.UNIT_OF_LABEL ? "没有写单位的指标" : "未编码" + kind.chinese();
    }

    /** {@code offered}: what may be chosen for each kind, as {@code CODE 名称}. */
    static List<FormSheet> of(List<UnknownName> names, Map<Kind, List<String>> offered) {
        return Stream.of(Kind.values())
                .map(kind -> new FormSheet(
                        sheet(kind),
                        HOW.getOrDefault(kind, ""),
                        TOLD,
                        List.of(CHOICE),
                        Map.of(CHOICE, offered(kind, offered.getOrDefault(kind, List.of()))),
                        Set.of(NAME, "示例", CHOICE),
                        rows(names.stream().filter(n -> n.kind() == kind).toList())))
                .toList();
    }

    private static List<String> offered(Kind kind, List<String> codes) {
        return kind == Kind.REGION
                ? Stream.concat(Stream.of(Heads.NOT_FOR_US), codes.stream()).toList()
                : codes;
    }

    private static List<List<String>> rows(List<UnknownName> names) {
        Alike alike = new Alike(names.stream().map(UnknownName::name).distinct().toList());
        List<List<String>> rows = new ArrayList<>();
        for (UnknownName name : names) {
            List<String> row = new ArrayList<>(List.of(
                    Integer.toString(rows.size() + 1),
                    name.name(),
                    name.department(),
                    Long.toString(name.figures()),
                    String.join("\n", name.examples())));
            Heads.addNearest(row, name.candidates());
            row.add(String.join("、", alike.to(name.name())));
            rows.add(row);
        }
        return rows;
    }

    /** The answers on the sheets that a workbook has, and the rows that cannot be taken up. */
    static List<NameDecision> read(
            String file, Map<String, List<List<String>>> sheets, List<UnknownName> asked, List<Refusal> refused) {
        List<NameDecision> decisions = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Map<List<String>, UnknownName> known = new HashMap<>();
            asked.stream()
                    .filter(name -> name.kind() == kind)
                    .forEach(name -> known.put(List.of(name.name().strip(), name.department()), name));
            List<List<String>> rows = sheets.getOrDefault(sheet(kind), List.of());
            List<FilledRow> filled =
                    rows.isEmpty() ? List.of() : FilledRow.of(file, rows, NAME, CHOICE, "tongcang curate");
            for (FilledRow row : filled) {
                UnknownName about = known.get(List.of(row.get(NAME), row.get(DEPARTMENT)));
                if (about == null) {
                    refused.add(new Refusal(
                            row.number(),
                            "“" + sheet(kind) + "”中的“" + row.get(NAME)
                                    + "”不是当前发布版中没有编码的说法；请不要改动白色各列，或重新运行 tongcang curate"));
                } else {
                    decisions.add(new NameDecision(row.number(), about, Heads.code(row.get(CHOICE))));
                }
            }
        }
        return decisions;
    }
}
