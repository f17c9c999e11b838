package tongcang.workbook;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tongcang.Measure;

/** Reads the heads of a table's columns: paths over several rows, merged or not, with units, times and places told apart. */
final class ColumnAxes {
    /** What may be divided into men and women, town and country. */
    private static final Pattern COUNTED = Pattern.compile("人口|人数|人员|户|学生|职工|居民|就业|参保");

    private static final Pattern SHARES = Pattern.compile("占比|比重|构成|比例");
    private static final Pattern MEMBER = Pattern.compile("男性?|女性?|城镇|农村|乡村");
    private static final Pattern BEGUN = Pattern.compile(".*[比较占与及、]");
    private static final Pattern WHOLE_WORD = Pattern.compile(".*[占同环对]比");
    private static final Pattern NUMBERED =
            Pattern.compile("^(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十\\d]+[)）]|\\d+[、.．](?!\\d)|[a-z]、|[①-⑳]).*");
    private static final Set<String> TOTALS = Set.of("合计", "总计", "小计");
    private static final Pattern NEUTRAL = Pattern.compile(
            "数 ?值|数据|数量值|合计|总计|小计|指标值|Unnamed: ?\\d+|value|Value|实际|实绩|完成数?|完成情况|绝对[数值量额]|总量|其中|本年|指标|项目|全年|计|实数|金额值");
    private static final Pattern NO_UNIT = Pattern.compile("[-－—]+|计算单位|计量单位");
    private static final Set<String> UNIT_ROW = Set.of("单位", "计量单位", "计算单位", "Unit");
    private static final Set<String> FREQUENCY_ROW = Set.of("频度", "频率", "Frequency");

    private final Grid grid;
    private final Table table;
    private final Heads heads;
    private final Set<Integer> indexRows;

    ColumnAxes(Grid grid, Table table, Heads heads) {
        this.grid = grid;
        this.table = table;
        this.heads = heads;
        RowKinds kinds = new RowKinds(grid);
        this.indexRows = table.heads().stream().filter(kinds::isIndexRow).collect(Collectors.toSet());
    }

    /** What each column of figures says. */
    Map<Integer, Axis> axes() {
        Map<Integer, Axis> axes = new HashMap<>();
        Map<Integer, Outline> outlines = new HashMap<>();
        for (int column : table.columns()) {
            Axis axis = axis(column, axes, outlines);
            axes.put(column, axis);
        }
        return axes;
    }

    private Axis axis(int column, Map<Integer, Axis> axes, Map<Integer, Outline> outlines) {
        List<String> path = new ArrayList<>();
        String unit = "";
        boolean unitRow = false;
        String region = "";
        HeadFacts facts = new HeadFacts();
        String before = "";
        String begun = "";
        int level = 0;
        for (int row : table.heads()) {
            String text = text(row, column);
            if (text.isEmpty() || text.equals(before) || indexRows.contains(row)) {
                continue;
            }
            before = text;
            if (isBegun(text) && goesOn(row, column)) {
                begun += text;
                continue;
            }
            text = begun + text;
            begun = "";
            Role role = role(row);
            if (role == Role.UNIT) {
                unit = isNoUnit(text) ? unit : text;
                unitRow = true;
                continue;
            }
            if (role == Role.FREQUENCY) {
                facts.frequency(text);
            }
            if (role != Role.LABEL) {
                continue;
            }
            Head head = heads.of(text);
            facts.add(head);
            region = head.region().isEmpty() ? region : head.region();
            if (Regions.isPlace(head.label()) && !isTotalAmongOthers(row, head.label())) {
                region = head.label();
                continue;
            }
            if (head.ofWhich() && head.label().isEmpty()) {
                Axis whole = wholeOf(row, column, axes);
                path.addAll(whole.path());
                unit = head.unit().isEmpty() ? whole.unit() : head.unit();
                continue;
            }
            if (head.ofWhich() && path.isEmpty()) {
                path.addAll(wholeOf(row, column, axes).path());
            }
            unit = head.unit().isEmpty() ? unit : head.unit();
            Outline outline = outlines.computeIfAbsent(level * 1000 + parentOf(row, column), l -> new Outline());
            Outline.Place place = outline.next(raw(row, column), head.label(), head.unit(), false, false);
            if (isNumbered(raw(row, column)) && !place.above().isEmpty()) {
                place.above().stream().filter(l -> !path.contains(l)).forEach(path::add);
                unit = unit.isEmpty() ? place.unitAbove() : unit;
            }
            if (!head.label().isEmpty() && !isNeutral(head.label()) && !path.contains(head.label())) {
                path.add(head.label());
            }
            level++;
        }
        if (path.stream().anyMatch(Texts::hasIdeograph)) {
            path.removeIf(Texts::isEnglish);
        }
        Axis said = facts.axis(memberOfLeft(path, column, axes), unit, unitRow, region);
        List<Axis> left = table.columns().stream()
                .takeWhile(c -> c < column)
                .map(c -> axes.getOrDefault(c, Axis.none()))
                .toList();
        return said.withPath(dependentOnLeft(said.path(), said, left));
    }

    /** 男 and 女 right of 总人口 are parts of it, though no head stands over the three. */
    private List<String> memberOfLeft(List<String> path, int column, Map<Integer, Axis> axes) {
        if (path.isEmpty() || !path.stream().allMatch(ColumnAxes::isMember)) {
            return path;
        }
        List<String> left = List.of();
        for (int other : table.columns()) {
            Axis axis = axes.getOrDefault(other, Axis.none());
            boolean whole = !axis.path().stream().allMatch(ColumnAxes::isMember)
                    || axis.path().isEmpty();
            left = other < column && whole ? axis.path() : left;
        }
        if (left.size() != 1 || !COUNTED.matcher(left.get(0)).find()) {
            return path;
        }
        List<String> whole = new ArrayList<>(left);
        whole.addAll(path);
        return whole;
    }

    /** 位次 and 增速 without a head over them are about what stands to their left; 占比 is a part of it. */
    private static List<String> dependentOnLeft(List<String> path, Axis said, List<Axis> left) {
        boolean share = said.measure() == Measure.SHARE
                && path.size() == 1
                && SHARES.matcher(path.get(0)).matches();
        boolean dependent = said.measure() == Measure.RANK
                || said.measure() == Measure.GROWTH_RATE
                || said.measure() == Measure.CHANGE;
        if (!share && !(dependent && path.isEmpty())) {
            return path;
        }
        List<String> whole = new ArrayList<>(left.stream()
                .filter(a -> a.measure() == null || a.measure() == Measure.LEVEL)
                .reduce((a, b) -> b)
                .map(Axis::path)
                .orElse(List.of()));
        path.stream().filter(p -> !whole.contains(p)).forEach(whole::add);
        return whole;
    }

    private static boolean isMember(String label) {
        return MEMBER.matcher(label).matches();
    }

    /** What a head 其中 divides: the column before the first one that it stands over. */
    private Axis wholeOf(int row, int column, Map<Integer, Axis> axes) {
        int first = grid.area(row, column).map(Grid.Area::firstColumn).orElse(column);
        while (first > 0 && grid.stored(row, first).isEmpty()) {
            first--;
        }
        int before = first;
        return table.columns().stream()
                .filter(c -> c < before)
                .reduce((a, b) -> b)
                .map(axes::get)
                .orElse(Axis.none());
    }

    /** The first column of the head above, which the heads of this row stand under. */
    private int parentOf(int row, int column) {
        int at = table.heads().indexOf(row);
        if (at <= 0) {
            return 0;
        }
        int above = table.heads().get(at - 1);
        return grid.area(above, column).map(Grid.Area::firstColumn).orElseGet(() -> {
            int c = column;
            while (c > 0
                    && grid.text(above, c).isEmpty()
                    && !grid.text(above, c - 1).isEmpty() == false) {
                c--;
            }
            return c;
        });
    }

    /** 2021年比 goes on in the row below: 2020年±%. */
    private static boolean isBegun(String text) {
        return text.length() <= 10
                && BEGUN.matcher(text).matches()
                && !WHOLE_WORD.matcher(text).matches();
    }

    private boolean goesOn(int row, int column) {
        int next = table.heads().indexOf(row) + 1;
        if (next >= table.heads().size()) {
            return false;
        }
        int below = table.heads().get(next);
        return role(below) == Role.LABEL
                && !indexRows.contains(below)
                && !text(below, column).isEmpty()
                && !text(below, column).equals(text(row, column));
    }

    private static boolean isNumbered(String raw) {
        return NUMBERED.matcher(raw.strip()).matches();
    }

    /** 合计 over a group of members is the whole and no place. */
    private boolean isTotalAmongOthers(int row, String label) {
        if (!TOTALS.contains(label)) {
            return false;
        }
        return table.columns().stream()
                .map(c -> heads.of(text(row, c)).label())
                .noneMatch(l -> !TOTALS.contains(l) && Regions.isPlace(l));
    }

    static boolean isNeutral(String label) {
        return NEUTRAL.matcher(label).matches();
    }

    private static boolean isNoUnit(String text) {
        return NO_UNIT.matcher(text).matches();
    }

    /** What a row of heads is for. */
    private enum Role {
        LABEL,
        UNIT,
        FREQUENCY,
        SKIP
    }

    /** What a row of heads is for, where the stub names it: 单位, 频度. */
    private Role role(int row) {
        if (table.stubs().isEmpty()) {
            return Role.LABEL;
        }
        int stub = table.stubs().get(0);
        String name = grid.stored(row, stub).map(c -> Texts.clean(c.text())).orElse("");
        if (UNIT_ROW.contains(name)) {
            return mostlyUnits(row) ? Role.UNIT : Role.LABEL;
        }
        if (FREQUENCY_ROW.contains(name)) {
            return Role.FREQUENCY;
        }
        return RowKinds.SERIES_META.matcher(name).matches() ? Role.SKIP : Role.LABEL;
    }

    private boolean mostlyUnits(int row) {
        long all = table.columns().stream()
                .filter(c -> !grid.text(row, c).isEmpty())
                .count();
        long known = table.columns().stream()
                .filter(c -> heads.units().parse(grid.text(row, c)).isPresent() || isNoUnit(grid.text(row, c)))
                .count();
        return all > 0 && known * 2 >= all;
    }

    /** A head's words; where none stands there and a head to the left spans on, those. */
    private String text(int row, int column) {
        String own = grid.text(row, column).replace("$$", "");
        boolean last = row == table.heads().get(table.heads().size() - 1);
        if (!own.isEmpty() || last || grid.area(row, column).isPresent()) {
            return own;
        }
        for (int c = column - 1; c >= table.columns().get(0); c--) {
            String left = grid.text(row, c).replace("$$", "");
            if (!left.isEmpty()) {
                return isHeadBelow(row, column) && isHeadBelow(row, c) ? left : "";
            }
        }
        return "";
    }

    private boolean isHeadBelow(int row, int column) {
        return table.heads().stream()
                .anyMatch(h -> h > row && !grid.text(h, column).isEmpty() && !indexRows.contains(h));
    }

    private String raw(int row, int column) {
        return grid.area(row, column)
                .flatMap(a -> grid.stored(a.firstRow(), a.firstColumn()))
                .or(() -> grid.stored(row, column))
                .map(Cell::text)
                .orElse("");
    }
}
