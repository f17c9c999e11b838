package tongcang.workbook.meaning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tongcang.Measure;
import tongcang.workbook.grid.CellText;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.label.LabelReader;
import tongcang.workbook.label.LabelWords;
import tongcang.workbook.label.PlaceNames;
import tongcang.workbook.table.BoxheadRows;
import tongcang.workbook.table.Table;

/** Reads the heads of a table's columns: paths over several rows, merged or not, with units, times and places told apart. */
final class BoxheadReader {
    private static final Pattern NUMBERED =
            Pattern.compile("^(?:[一二三四五六七八九十]+、|[(（][一二三四五六七八九十\\d]+[)）]|\\d+[、.．](?!\\d)|[a-z]、|[①-⑳]).*");
    private static final Set<String> TOTALS = Set.of("合计", "总计", "小计");
    private static final Pattern NEUTRAL = Pattern.compile(
            "数 ?值|数据|数量值|合计|总计|小计|指标值|Unnamed: ?\\d+|value|Value|实际|实绩|完成数?|完成情况|绝对[数值量额]|(?:执行|决算)?数|总量|其中|本年|指标|项目|全年|计|实数|金额值|(?:总量|速度|水平)指标");

    /** 当月数填入本列 asks for figures and names none. */
    private static final Pattern TO_FILL_IN = Pattern.compile(".*填[入写报在].{0,4}[列栏格处].*");

    private final Table table;
    private final LabelReader heads;
    private final BoxheadRows rows;
    private final Map<Integer, Axis> axes = new HashMap<>();
    private final ImpliedSpanner left;
    /** The outlines of numbered heads, by level and by the head above. */
    private final Map<Integer, StubHierarchy> outlines = new HashMap<>();

    BoxheadReader(Grid grid, Table table, LabelReader heads) {
        this.table = table;
        this.heads = heads;
        this.rows = new BoxheadRows(grid, table, heads.units());
        this.left = new ImpliedSpanner(grid, rows, heads, table.columns(), axes);
    }

    /** What each column of figures says. */
    Map<Integer, Axis> axes() {
        for (int column : table.columns()) {
            axes.put(column, new Column(column).axis());
        }
        return axes;
    }

    /** Whether a label says nothing of what is measured. */
    static boolean isNeutral(String label) {
        return NEUTRAL.matcher(label).matches();
    }

    /** One column, its heads read from above. */
    private final class Column {
        private final int column;
        private final AxisFacts facts = new AxisFacts();
        private final List<String> path = new ArrayList<>();
        private String unit = "";
        private boolean unitRow;
        private String region = "";
        private int level;

        Column(int column) {
            this.column = column;
        }

        Axis axis() {
            String before = "";
            String begun = "";
            for (int row : table.heads()) {
                String text = rows.text(row, column);
                if (text.isEmpty()
                        || text.equals(before)
                        || TO_FILL_IN.matcher(text).matches()) {
                    continue;
                }
                if (rows.use(row) != BoxheadRows.Use.SKIP) {
                    before = text;
                    boolean goesOn = rows.goesOn(row, column);
                    begun += text;
                    if (!goesOn) {
                        take(row, begun);
                        begun = "";
                    }
                }
            }
            if (path.stream().anyMatch(CellText::hasIdeograph)) {
                path.removeIf(CellText::isEnglish);
            }
            Axis whole = left.divided(path, column);
            path.addAll(0, whole.path());
            unit = unit.isEmpty() ? whole.unit() : unit;
            Axis said = facts.axis(path, unit, unitRow, TOTALS.contains(region) ? "" : region);
            return said.withPath(left.about(said, column));
        }

        private void take(int row, String text) {
            switch (rows.use(row)) {
                case UNIT -> unit(text);
                case FREQUENCY -> frequency(heads.of(text), text);
                case LABEL -> head(row, heads.of(text, unitRowText()), CellText.isEnglish(text));
                case SKIP -> {}
            }
        }

        /** 年, 月（万吨）, 年, 年终12月: the unit may stand beside it. */
        private void frequency(LabelWords head, String text) {
            facts.frequency(text.substring(0, 1).replaceFirst("[YA]", "年").replace("Q", "季"));
            unit = head.unit().isEmpty() ? unit : head.unit();
        }

        /** 上年=100 in a row of units is a base and no unit. */
        private void unit(String text) {
            LabelWords head = heads.of(text);
            if (head.base().endsWith("=100") || head.measure() == Measure.INDEX) {
                facts.add(head);
            } else {
                unit = BoxheadRows.isNoUnit(text) ? unit : text;
                unitRow = true;
            }
        }

        /** The unit in a row of its own, or empty. */
        private String unitRowText() {
            return table.heads().stream()
                    .filter(row -> rows.use(row) == BoxheadRows.Use.UNIT)
                    .map(row -> rows.text(row, column))
                    .filter(text -> !BoxheadRows.isNoUnit(text))
                    .reduce("", (a, b) -> b);
        }

        private void head(int row, LabelWords head, boolean english) {
            facts.add(head);
            region = head.region().isEmpty() ? region : head.region();
            if (PlaceNames.isPlace(head.label()) && !isTotalAmongOthers(row, head.label())) {
                region = region.isEmpty() || !PlaceNames.isNation(head.label()) ? head.label() : region;
                return;
            }
            if (head.ofWhich()) {
                Axis whole = left.wholeOf(row, column, path);
                whole.path().stream().skip(path.size()).forEach(path::add);
                unit = unit.isEmpty() && head.measure() == null ? whole.unit() : unit;
            }
            boolean translated = english && !unit.isEmpty() && path.stream().anyMatch(CellText::hasIdeograph);
            unit = head.unit().isEmpty() || translated ? unit : head.unit();
            if (!(head.ofWhich() && head.label().isEmpty())) {
                label(row, head);
                level++;
            }
        }

        private void label(int row, LabelWords head) {
            String raw = rows.raw(row, column);
            StubHierarchy outline =
                    outlines.computeIfAbsent(level * 1000 + rows.parentOf(row, column), l -> new StubHierarchy());
            StubHierarchy.Place place = outline.next(raw, head.withoutPart(), false);
            if (NUMBERED.matcher(raw.strip()).matches() && !place.above().isEmpty()) {
                place.above().stream().filter(l -> !path.contains(l)).forEach(path::add);
                unit = unit.isEmpty() ? place.unitAbove() : unit;
            }
            if (!head.label().isEmpty() && !isNeutral(head.label()) && !path.contains(head.label())) {
                path.add(head.label());
            }
        }

        /** 合计 over a group of members is the whole and no place. */
        private boolean isTotalAmongOthers(int row, String label) {
            return TOTALS.contains(label)
                    && table.columns().stream()
                            .map(c -> heads.of(rows.text(row, c)).label())
                            .noneMatch(l -> !TOTALS.contains(l) && PlaceNames.isPlace(l));
        }
    }
}
