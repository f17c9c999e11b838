package tongcang.workbook.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.quantity.Units;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.label.CaptionUnit;
import tongcang.workbook.meaning.TableContext;
import tongcang.workbook.meaning.TableLayout;
import tongcang.workbook.meaning.TableMeaning;
import tongcang.workbook.meaning.TableReader;
import tongcang.workbook.table.RowKinds;
import tongcang.workbook.table.StubColumns;
import tongcang.workbook.table.Table;

/** Says how a table was understood, and why. */
public final class TableNotes {
    /** More places or times than these are counted, not listed. */
    private static final int LISTED = 8;

    private final Grid grid;
    private final Table table;
    private final TableContext context;
    private final RowKinds rowKinds;
    private final TableLayout layout;
    private final List<Figure> figures = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();

    public TableNotes(Grid grid, TableLayout layout, Units units) {
        this.grid = grid;
        this.layout = layout;
        this.table = layout.table();
        this.context = layout.context();
        this.rowKinds = new RowKinds(grid);

        new TableReader(grid, new TableMeaning(layout, units), units, "", figures, findings).read();
    }

    public TableNote note() {
        return new TableNote(
                grid.sheet(),
                range(table),
                context.title(),
                unit(),
                context.period() == null ? "" : context.period().code(),
                rows(table.heads()),
                table.stubs().stream().map(this::stub).collect(Collectors.joining(", ")),
                columns(table.columns()),
                listed(f -> f.period() == null ? "none" : f.period().code()),
                listed(f -> f.region().isEmpty() ? "none" : f.region()),
                listed(f ->
                        f.quantity().unit().isEmpty() ? "none" : f.quantity().unit() + " (" + f.unitSource() + ")"),
                table.notes().stream().map(this::line).collect(Collectors.joining(" | ")),
                figures.size(),
                findings.size(),
                why());
    }

    /** In one sentence, for a page. */
    static String sentence(TableLayout part) {
        TableContext context = part.context();
        List<String> words = new ArrayList<>();
        words.add(range(part.table()));
        add(words, "标题", context.title());
        if (!context.unit().isEmpty()) {
            String unit = String.join("、", context.unit().units());
            words.add("单位 " + unit + "（" + FigureWords.source(context.unit().source()) + "）");
        }
        add(words, "时期", context.period() == null ? "" : context.period().code());
        add(words, "地区", context.region());
        add(words, "表头行", rows(part.table().heads()));
        add(words, "行头列", columns(part.table().stubs()));
        return String.join("；", words);
    }

    private static void add(List<String> words, String name, String value) {
        if (!value.isEmpty()) {
            words.add(name + " " + value);
        }
    }

    private static String range(Table table) {
        return Cell.columnName(table.left())
                + (table.top() + 1)
                + ":"
                + Cell.columnName(table.right())
                + (table.bottom() + 1);
    }

    private String unit() {
        CaptionUnit unit = context.unit();
        return unit.isEmpty() ? "" : String.join("、", unit.units()) + " (" + unit.source() + ")";
    }

    private String stub(int stub) {
        return Cell.columnName(stub) + " " + kind(stub);
    }

    private String line(int row) {
        return grid.row(row).stream().map(grid::words).collect(Collectors.joining(" "));
    }

    private String listed(Function<Figure, String> of) {
        List<String> all = figures.stream().map(of).distinct().toList();
        String first = all.stream().limit(LISTED).collect(Collectors.joining(", "));
        return all.size() > LISTED ? first + " … (" + all.size() + ")" : first;
    }

    private List<String> why() {
        List<String> why = new ArrayList<>();
        why.add("rows " + rows(table.rows()) + " hold numbers, or a label that groups the rows below it");
        if (table.heads().isEmpty()) {
            why.add("no row above them names columns");
        } else {
            why.add("rows " + rows(table.heads()) + " stand right above them and hold several words, years or dates");
        }
        List<Integer> index =
                table.heads().stream().filter(rowKinds::isIndexRow).toList();
        if (!index.isEmpty()) {
            why.add("row " + rows(index) + " only counts the columns");
        }
        table.stubs().stream().map(this::whyStub).forEach(why::add);
        if (table.beside()) {
            why.add("another table stands beside it: labels begin again right of figures");
        }
        why.add(
                table.titles().isEmpty()
                        ? "no row is left above for a title"
                        : "rows " + rows(table.titles()) + " above the heads are titles and captions");
        why.add(
                context.period() == null
                        ? "no title, sheet name or file name states a time"
                        : "the time " + context.period().code()
                                + " stands in the title, the sheet's name or the file's name");
        return why;
    }

    private StubColumns.Kind kind(int stub) {
        return layout.stubs().getOrDefault(stub, StubColumns.Kind.SKIP);
    }

    private String whyStub(int stub) {
        String name = "column " + Cell.columnName(stub);
        return switch (kind(stub)) {
            case LABEL -> name + " holds words: labels";
            case UNIT -> name + " holds units";
            case REGION -> name + " holds mostly names of places";
            case PERIOD -> name + " holds times";
            case CODE -> name + " holds codes, and nothing else names the rows";
            case SKIP -> name + " holds codes, sources, remarks or the labels in another language: not read";
        };
    }

    private static String rows(List<Integer> rows) {
        return runs(rows, r -> Integer.toString(r + 1));
    }

    private static String columns(List<Integer> columns) {
        return runs(columns, Cell::columnName);
    }

    /** 3,4,5,9 as 3-5,9. */
    private static String runs(List<Integer> numbers, Function<Integer, String> name) {
        List<String> runs = new ArrayList<>();
        for (int i = 0; i < numbers.size(); ) {
            int last = i;
            while (last + 1 < numbers.size() && numbers.get(last + 1) == numbers.get(last) + 1) {
                last++;
            }
            String first = Objects.requireNonNull(name.apply(numbers.get(i)));
            runs.add(last == i ? first : first + "-" + name.apply(numbers.get(last)));
            i = last + 1;
        }
        return String.join(",", runs);
    }
}
