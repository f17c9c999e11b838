package tongcang.workbook.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tongcang.quantity.Units;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.CellNumbers;
import tongcang.workbook.grid.CellText;
import tongcang.workbook.grid.Grid;

/** The rows of heads over a table's columns: what each is for, and the words that it says of a column. */
public final class BoxheadRows {
    /** What a row of heads is for. */
    public enum Use {
        LABEL,
        UNIT,
        FREQUENCY,
        SKIP
    }

    private static final Pattern BEGUN = Pattern.compile(".*[比较占与及、]");
    private static final Pattern WHOLE_WORD = Pattern.compile(".*[占同环对]比");
    /** What names nothing alone. */
    static final Pattern SECOND_HALF = Pattern.compile("总[值额量数]|指数");

    private static final Pattern NO_UNIT = Pattern.compile("[-－—]+|计算单位|计量单位");
    private static final Pattern VARIABLE = Pattern.compile("[a-z][A-Za-z_0-9]*");
    private static final Set<String> TIME_UNIT = Set.of("年", "月", "日", "天", "期", "季");
    private static final Set<String> WORD_AND_UNIT = Set.of("人", "户", "村", "社区", "场", "路", "线", "门");
    private static final Set<String> UNIT_ROW = Set.of("单位", "计量单位", "计算单位", "Unit");
    private static final Set<String> FREQUENCY_ROW = Set.of("频度", "频率", "Frequency");

    private final Grid grid;
    private final Table table;
    private final Units units;
    private final Set<Integer> indexRows;
    /** All words above the heads, without blanks. */
    private final String titles;

    /** Whether rows of sources, codes and the like stand over the columns: then each cell speaks of its own series alone. */
    private final boolean ofSeries;

    private final Map<Integer, Use> uses = new HashMap<>();

    public BoxheadRows(Grid grid, Table table, Units units) {
        this.grid = grid;
        this.table = table;
        this.units = units;
        RowKinds kinds = new RowKinds(grid);
        this.indexRows = table.heads().stream().filter(kinds::isIndexRow).collect(Collectors.toSet());
        this.titles = table.titles().stream()
                .flatMap(row -> grid.row(row).stream())
                .map(cell -> CellText.clean(cell.text()).replace(" ", ""))
                .collect(Collectors.joining("\n"));
        this.ofSeries = table.heads().stream()
                        .filter(row -> RowKinds.SERIES_META.matcher(nameOf(row)).matches())
                        .count()
                >= 2;
        table.heads().forEach(row -> uses.put(row, useOf(row)));
    }

    /** What a row of heads is for. */
    public Use use(int row) {
        return uses.getOrDefault(row, Use.LABEL);
    }

    /** A row may count the columns, or the stub may name it: 单位, 频度. */
    private Use useOf(int row) {
        if (indexRows.contains(row)) {
            return Use.SKIP;
        }
        String name = nameOf(row);
        if (UNIT_ROW.contains(name)) {
            return mostlyUnits(row) || ofSeries ? Use.UNIT : Use.LABEL;
        }
        if (FREQUENCY_ROW.contains(name)) {
            return Use.FREQUENCY;
        }
        if (name.isEmpty() && isAllUnits(row)) {
            return Use.UNIT;
        }
        if (isTranslation(row)) {
            return Use.SKIP;
        }
        return RowKinds.SERIES_META.matcher(name).matches()
                        || RowKinds.STATISTIC.matcher(name).matches()
                ? Use.SKIP
                : Use.LABEL;
    }

    /** The only word left of all figures, which names the row; several are the heads of the stubs. */
    private String nameOf(int row) {
        List<String> words = grid.row(row).stream()
                .filter(c -> c.column() >= table.left()
                        && c.column() < table.columns().get(0))
                .map(c -> CellText.clean(c.text()))
                .filter(text -> !text.isEmpty() && !CellNumbers.isPlaceholder(text))
                .toList();
        return words.size() == 1 ? words.get(0) : "";
    }

    private boolean mostlyUnits(int row) {
        long all = table.columns().stream()
                .filter(c -> !grid.text(row, c).isEmpty())
                .count();
        long known = table.columns().stream()
                .filter(c -> units.parse(grid.text(row, c)).isPresent() || isNoUnit(grid.text(row, c)))
                .count();
        return all > 0 && known * 2 >= all;
    }

    /** Names of variables, or the heads in another language, below heads in Chinese. */
    private boolean isTranslation(int row) {
        List<Integer> said = table.columns().stream()
                .filter(c -> grid.stored(row, c).isPresent())
                .toList();
        return said.size() >= 2
                && said.stream()
                        .allMatch(c -> VARIABLE.matcher(grid.text(row, c)).matches()
                                && table.heads().stream()
                                        .anyMatch(h -> h < row
                                                && grid.stored(h, c)
                                                        .filter(cell -> CellText.hasIdeograph(cell.text()))
                                                        .isPresent()));
    }

    /** 户, 人, 万元 below heads that name each column. */
    private boolean isAllUnits(int row) {
        List<Integer> said = table.columns().stream()
                .filter(c -> grid.stored(row, c).isPresent())
                .toList();
        return said.size() >= 2
                && said.stream()
                        .allMatch(c -> units.parse(grid.text(row, c)).isPresent()
                                && table.heads().stream()
                                        .anyMatch(h ->
                                                h < row && grid.stored(h, c).isPresent()))
                && said.stream().map(c -> grid.text(row, c)).noneMatch(TIME_UNIT::contains)
                && said.stream().map(c -> grid.text(row, c)).anyMatch(WORD_AND_UNIT::contains);
    }

    public static boolean isNoUnit(String text) {
        return NO_UNIT.matcher(text).matches();
    }

    /** A head's words; where none stands there and a head to the left spans on, those. */
    public String text(int row, int column) {
        String own = StubColumns.isTenth(grid.text(row, column)) && hasDecimalMonths(row)
                ? grid.text(row, column) + "0"
                : grid.text(row, column).replace("$$", "");
        if (own.isEmpty() && use(row) == Use.LABEL) {
            String parent = parentBeside(row, column);
            if (!parent.isEmpty()) {
                return parent;
            }
        }
        boolean last = row == table.heads().get(table.heads().size() - 1);
        if (!own.isEmpty()
                || last
                || use(row) != Use.LABEL
                || ofSeries
                || grid.area(row, column).isPresent()) {
            return own;
        }
        for (int c = column - 1; c >= table.columns().get(0); c--) {
            String left = grid.text(row, c).replace("$$", "");
            if (!left.isEmpty()) {
                String whole = isDivided(row, c) ? left + below(row, c) : left;
                return isHeadBelow(row, column) && isHeadBelow(row, c) ? whole : "";
            }
        }
        return "";
    }

    /** Beside an area that is merged and empty, what is merged downward to its left stands over both: the whole, then its parts. */
    private String parentBeside(int row, int column) {
        return grid.area(row, column)
                .filter(a -> a.lastColumn() > a.firstColumn()
                        && a.firstColumn() > table.columns().get(0))
                .flatMap(a -> grid.area(row, a.firstColumn() - 1))
                .filter(left -> left.lastRow() > row && left.firstRow() <= row)
                .map(left -> grid.text(row, left.firstColumn()))
                .orElse("");
    }

    /** 2022.1 beside 2022.09 has lost a nought. */
    private boolean hasDecimalMonths(int row) {
        return table.columns().stream().anyMatch(c -> StubColumns.isDecimalMonth(grid.text(row, c)));
    }

    private boolean isHeadBelow(int row, int column) {
        return table.heads().stream()
                .anyMatch(h -> h > row && !grid.text(h, column).isEmpty() && !indexRows.contains(h));
    }

    /** The words as stored, with leading spaces. */
    public String raw(int row, int column) {
        return grid.area(row, column)
                .flatMap(a -> grid.stored(a.firstRow(), a.firstColumn()))
                .or(() -> grid.stored(row, column))
                .map(Cell::text)
                .orElse("");
    }

    /** The rows of heads below one that name columns in words. */
    public Stream<Integer> below(int row) {
        return table.heads().stream().filter(h -> h > row && use(h) == Use.LABEL);
    }

    /** Whether a word of the title stands in two rows: 地区生产, then 总值. */
    private boolean isDivided(int row, int column) {
        String text = grid.text(row, column);
        String below = below(row, column);
        return text.length() >= 2
                && SECOND_HALF.matcher(below).matches()
                && grid.area(row, column).isEmpty()
                && titles.contains(text + below);
    }

    /** The words in the row of heads below. */
    private String below(int row, int column) {
        int next = table.heads().indexOf(row) + 1;
        return next < table.heads().size() ? grid.text(table.heads().get(next), column) : "";
    }

    /** Whether the words of a head go on in the row below: 2021年比, then 2020年±%. */
    public boolean goesOn(int row, int column) {
        String text = text(row, column);
        int next = table.heads().indexOf(row) + 1;
        boolean begun = text.length() <= 10
                && BEGUN.matcher(text).matches()
                && !WHOLE_WORD.matcher(text).matches();
        if (!begun && !isDivided(row, column) || next >= table.heads().size()) {
            return false;
        }
        int below = table.heads().get(next);
        return use(below) == Use.LABEL
                && !text(below, column).isEmpty()
                && !text(below, column).equals(text);
    }

    /** The first column of the head above, which the heads of this row stand under. */
    public int parentOf(int row, int column) {
        int at = table.heads().indexOf(row);
        if (at <= 0) {
            return 0;
        }
        int above = table.heads().get(at - 1);
        return grid.area(above, column).map(Grid.Area::firstColumn).orElseGet(() -> {
            int c = column;
            while (c > 0
                    && grid.text(above, c).isEmpty()
                    && grid.text(above, c - 1).isEmpty()) {
                c--;
            }
            return c;
        });
    }
}
