package tongcang.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tongcang.quantity.Units;

/** Reads the labels of a table's rows: what is measured, place, time and unit, each in its column or all in one. */
final class RowAxes {

    /** What a column beside the figures holds. */
    private enum Role {
        LABEL,
        UNIT,
        REGION,
        PERIOD,
        SKIP
    }

    private final Grid grid;
    private final Table table;
    private final Units units;
    private final Map<Integer, Role> roles = new HashMap<>();

    RowAxes(Grid grid, Table table, Units units) {
        this.grid = grid;
        this.table = table;
        this.units = units;
        table.stubs().forEach(stub -> roles.put(stub, role(stub)));
        dropTranslations();
    }

    /** Whether the rows are places. */
    boolean areRegions() {
        return roles.containsValue(Role.REGION);
    }

    /** What each row of figures says. */
    Map<Integer, Axis> axes() {
        Map<Integer, Axis> axes = new HashMap<>();
        Map<Integer, Outline> outlines = new HashMap<>();
        Map<Integer, String> above = new HashMap<>();
        for (int row : table.rows()) {
            axes.put(row, axis(row, outlines, above));
        }
        return axes;
    }

    private Axis axis(int row, Map<Integer, Outline> outlines, Map<Integer, String> above) {
        List<String> path = new ArrayList<>();
        String unit = "";
        String unitAbove = "";
        boolean unitColumn = false;
        String region = "";
        HeadFacts facts = new HeadFacts();
        for (int stub : table.stubs()) {
            Role role = roles.getOrDefault(stub, Role.SKIP);
            String text = grid.text(row, stub);
            if (text.isEmpty() && isGroup(stub, role)) {
                text = above.getOrDefault(stub, "");
            } else if (!text.isEmpty()) {
                above.put(stub, text);
                table.stubs().stream().filter(s -> s > stub).forEach(above::remove);
            }
            if (role == Role.SKIP || text.isEmpty()) {
                continue;
            }
            if (role == Role.UNIT) {
                unit = Numbers.isPlaceholder(text) ? unit : text;
                unitColumn = !unit.isEmpty();
                continue;
            }
            Head head = Head.of(text, units);
            facts.add(head);
            if (role == Role.PERIOD || role == Role.REGION && head.label().isEmpty()) {
                continue;
            }
            if (role == Role.REGION
                    || Regions.isPlace(head.label()) && !head.label().matches("合计|总计")) {
                region = region.isEmpty() || role == Role.REGION
                        ? Regions.bare(text.replaceAll("[(（][^)）]*[)）]$", ""))
                        : region;
                continue;
            }
            String raw = raw(row, stub);
            Outline outline = outlines.computeIfAbsent(stub, s -> new Outline());
            Outline.Place place = outline.next(raw, head.label(), head.unit(), head.ofWhich());
            path.addAll(place.above());
            unitAbove = place.unitAbove();
            unit = head.unit().isEmpty() ? unit : head.unit();
            if (!head.label().isEmpty() && !ColumnAxes.isNeutral(head.label())) {
                path.add(head.label());
            }
        }
        return facts.axis(
                path, unit.isEmpty() ? unitAbove : unit, unitColumn, region.matches("合计|总计|总 ?计") ? "" : region);
    }

    /** A label column left of another one: its empty cells go on with the label above. */
    private boolean isGroup(int stub, Role role) {
        boolean merged = role == Role.LABEL || role == Role.REGION || role == Role.PERIOD;
        return merged
                && table.stubs().stream()
                        .anyMatch(s -> s > stub && roles.get(s) != Role.SKIP && roles.get(s) != Role.UNIT);
    }

    private String raw(int row, int stub) {
        return grid.stored(row, stub).map(Cell::text).orElseGet(() -> grid.text(row, stub));
    }

    private Role role(int stub) {
        String head = table.heads().stream()
                .map(h -> grid.text(h, stub))
                .reduce("", (a, b) -> a.isEmpty() ? b : a)
                .replaceAll("\\s", "");
        List<String> texts = table.rows().stream()
                .map(r -> grid.text(r, stub))
                .filter(t -> !t.isEmpty())
                .toList();
        if (head.matches("(?:行业|指标|地区|单位|区划)?(?:代码|编码|编号|序号|行次|行号|No\\.?)|乙|序|数据来源|来源|注释|备注|更新时间|频度|开始时间|结束时间")) {
            return Role.SKIP;
        }
        if (most(texts, t -> t.matches("[\\dA-Z]{1,6}|[-－—]+")) && !most(texts, t -> t.matches("(?:19|20)\\d\\d"))) {
            return Role.SKIP;
        }
        if (head.matches(".*(?:计量|计算)?单位$") && most(texts, this::isUnit) || most(texts, this::isUnit)) {
            return Role.UNIT;
        }
        if (head.matches("年份|年度|年|时间|月份|月|日期|期间|报告期|季度|时期")
                || most(
                        texts,
                        t -> t.matches("(?:19|20)\\d\\d年?")
                                || t.matches("(?:(?:19|20)\\d\\d年?[-./]?)?\\d{1,2}(?:[-—]\\d{1,2})?月"))) {
            return Role.PERIOD;
        }
        return most(texts, Regions::isPlace) ? Role.REGION : Role.LABEL;
    }

    private boolean isUnit(String text) {
        return units.parse(text).isPresent();
    }

    private static boolean most(List<String> texts, java.util.function.Predicate<String> is) {
        return !texts.isEmpty() && texts.stream().filter(is).count() * 10 >= texts.size() * 6L;
    }

    /** A column of Latin words beside one of Chinese ones says the same again. */
    private void dropTranslations() {
        boolean chinese = roles.entrySet().stream().anyMatch(e -> isWords(e.getValue()) && hasIdeographs(e.getKey()));
        if (chinese) {
            roles.replaceAll((stub, role) -> isWords(role) && !hasIdeographs(stub) ? Role.SKIP : role);
        }
    }

    private static boolean isWords(Role role) {
        return role == Role.LABEL || role == Role.REGION;
    }

    private boolean hasIdeographs(int stub) {
        return table.rows().stream().anyMatch(r -> Texts.hasIdeograph(grid.text(r, stub)));
    }
}
