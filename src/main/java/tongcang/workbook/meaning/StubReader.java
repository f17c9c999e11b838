package tongcang.workbook.meaning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tongcang.Measure;
import tongcang.Period;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.CellNumbers;
import tongcang.workbook.grid.CellText;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.label.LabelReader;
import tongcang.workbook.label.LabelWords;
import tongcang.workbook.label.PlaceNames;
import tongcang.workbook.table.StubColumns;
import tongcang.workbook.table.Table;

/** Reads the labels of a table's rows: what is measured, place, time and unit, each in its column or all in one. */
final class StubReader {
    /** All the places together, or all of something else. */
    private static final Pattern TOTALS = Pattern.compile("(?:地方|各?地区|各省区?市?|各[市县])?(?:合计|总 ?计)");

    private static final Pattern ASIDE = Pattern.compile("[(（][^)）]*[)）]$");

    private final Grid grid;
    private final Table table;
    private final LabelReader heads;
    private final StubColumns stubs;
    private final Map<Integer, StubHierarchy> outlines = new HashMap<>();
    /** The last words of each column of labels: an empty cell below goes on with them. */
    private final Map<Integer, String> above = new HashMap<>();
    /** The time, and the place, that a row without figures gives to those below it. */
    private @Nullable LabelWords sectionTime;

    private String sectionRegion = "";
    /** What a row without figures among names of places says of those below it: 夏收, 从业人员（人）. */
    private List<String> panel = List.of();

    private String panelUnit = "";
    private List<String> pathBefore = List.of();
    /** What 〃 in a column of units stands for. */
    private String unitBefore = "";

    private final YearAbove years;
    /** The last row that is no part of another (其中): its parts are measured as it is. */
    private Axis whole = Axis.none();

    /** {@code period} is the time of the table, or null. */
    StubReader(Grid grid, Table table, StubColumns stubs, LabelReader heads, @Nullable Period period) {
        this.years = new YearAbove(period);
        this.grid = grid;
        this.table = table;
        this.stubs = stubs;
        this.heads = heads;
    }

    /** What each row of figures says. */
    Map<Integer, Axis> axes() {
        Map<Integer, Axis> axes = new HashMap<>();
        table.rows().forEach(row -> axes.put(row, new Row(row).axis()));
        return axes;
    }

    /** One row, its labels read from left to right. */
    private final class Row {
        private final int row;
        private final boolean section;
        private final AxisFacts facts = new AxisFacts();
        private List<String> path = new ArrayList<>();
        private String unit = "";
        private String unitAbove = "";
        private boolean unitColumn;
        private String region = "";
        private int fineness;
        private boolean part;

        Row(int row) {
            this.row = row;
            this.section =
                    table.columns().stream().allMatch(c -> grid.stored(row, c).isEmpty());
        }

        Axis axis() {
            if (sectionTime != null && !section) {
                facts.add(sectionTime);
            }
            table.stubs().stream()
                    .filter(stub -> stubs.of(stub) == StubColumns.Kind.UNIT)
                    .forEach(stub -> unit(text(stub)));
            String beside = unit;
            table.stubs().stream().filter(stubs::isFrequency).forEach(stub -> facts.frequency(text(stub)));
            for (int stub : table.stubs()) {
                StubColumns.Kind kind = stubs.of(stub);
                String text = kind == StubColumns.Kind.UNIT ? "" : text(stub);
                if (!text.isEmpty() && kind != StubColumns.Kind.SKIP) {
                    take(stub, text, beside);
                }
            }
            if (section && !region.isEmpty()) {
                sectionRegion = region;
            }
            String place = region.isEmpty() ? sectionRegion : region;
            Axis said = facts.axis(
                    path,
                    unit.isEmpty() ? unitAbove : unit,
                    unitColumn,
                    TOTALS.matcher(place).matches() ? "" : place);
            if (!part && !path.isEmpty()) {
                whole = said;
            }
            return part && said.measure() == null && said.unit().equals(whole.unit())
                    ? said.withMeasure(whole.measure())
                    : said;
        }

        private String text(int stub) {
            String text = grid.text(row, stub);
            if (text.isEmpty() && stubs.isGroup(stub)) {
                return above.getOrDefault(stub, "");
            }
            if (!text.isEmpty()) {
                above.put(stub, text);
                table.stubs().stream().filter(s -> s > stub).forEach(above::remove);
            }
            return text;
        }

        private void unit(String text) {
            if (!text.isEmpty()) {
                String said = CellText.chinese(text);
                unit = StubColumns.isDitto(said) ? unitBefore : CellNumbers.isPlaceholder(said) ? unit : said;
                unitBefore = unit;
                unitColumn = !unit.isEmpty();
            }
        }

        private void take(int stub, String text, String beside) {
            StubColumns.Kind kind = stubs.of(stub);
            if (kind == StubColumns.Kind.CODE && !section) {
                path.add(text);
                return;
            }
            LabelWords head = heads.of(kind == StubColumns.Kind.PERIOD ? stubs.timed(text, stub) : text, beside);
            years.of(head, raw(stub)).ifPresent(facts::add);
            facts.add(head);
            if (section && head.period() != null && head.label().isEmpty()) {
                sectionTime = head;
            }
            if (section
                    && kind == StubColumns.Kind.REGION
                    && !PlaceNames.isPlace(head.label())
                    && !head.label().isEmpty()) {
                panel = BoxheadReader.isNeutral(head.label()) ? List.of() : List.of(head.label());
                panelUnit = head.unit();
                return;
            }
            if (kind == StubColumns.Kind.PERIOD
                    || kind == StubColumns.Kind.REGION && head.label().isEmpty()) {
                return;
            }
            region = region.isEmpty() ? head.region() : region;
            boolean total = TOTALS.matcher(head.label()).matches();
            if (kind == StubColumns.Kind.REGION && !section) {
                path.addAll(panel);
                unitAbove = panelUnit;
            }
            if (kind == StubColumns.Kind.REGION || PlaceNames.isPlace(head.label()) && !total) {
                boolean first = region.isEmpty() || kind == StubColumns.Kind.REGION && stubs.fineness(stub) >= fineness;
                fineness = first ? stubs.fineness(stub) : fineness;
                region = first
                        ? PlaceNames.bare(ASIDE.matcher(CellText.chinese(text)).replaceAll(""))
                        : region;
            } else {
                label(stub, head);
            }
        }

        private String raw(int stub) {
            return grid.stored(row, stub).map(Cell::text).orElseGet(() -> grid.text(row, stub));
        }

        private void label(int stub, LabelWords head) {
            unit = head.unit().isEmpty() || unitColumn ? unit : head.unit();
            boolean dependent = head.measure() == Measure.GROWTH_RATE || head.measure() == Measure.CHANGE;
            if (dependent && head.label().isEmpty() && path.isEmpty() && !section) {
                path = new ArrayList<>(pathBefore);
                return;
            }
            part |= head.ofWhich();
            StubHierarchy outline = outlines.computeIfAbsent(stub, s -> new StubHierarchy());
            StubHierarchy.Place place = outline.next(raw(stub), head, section);
            path.addAll(place.above());
            unitAbove = place.unitAbove();
            facts.addAbove(place.measureAbove());
            if (!head.label().isEmpty() && !BoxheadReader.isNeutral(head.label())) {
                path.add(head.label());
            }
            pathBefore = List.copyOf(path);
        }
    }
}
