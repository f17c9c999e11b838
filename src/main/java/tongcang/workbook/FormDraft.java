package tongcang.workbook;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tongcang.Figure;
import tongcang.Measure;
import tongcang.Provenance;
import tongcang.quantity.PeriodWords;

/** Writes the first declaration of a form from what was understood of a table, for a person to correct. */
final class FormDraft {
    private static final String UNKNOWN = "unknown";

    private final Grid grid;
    private final Table table;
    private final SheetContext context;
    private final Map<Integer, Figure> byColumn = new LinkedHashMap<>();
    private final Map<Integer, Figure> byRow = new LinkedHashMap<>();
    private final Function<Figure, Optional<String>> indicators;
    private final StringBuilder yaml = new StringBuilder();

    FormDraft(Grid grid, SheetReading.Part part, List<Figure> figures, Function<Figure, Optional<String>> indicators) {
        this.grid = grid;
        this.table = part.table();
        this.context = part.context();
        this.indicators = indicators;
        Map<String, Figure> byCell = figures.stream()
                .collect(Collectors.toMap(f -> ((Provenance.Cell) f.provenance()).cell(), f -> f, (a, b) -> a));
        for (int row : table.rows()) {
            for (int column : table.columns()) {
                @Nullable Figure figure = byCell.get(Cell.columnName(column) + (row + 1));
                if (figure != null) {
                    byColumn.putIfAbsent(column, figure);
                    byRow.putIfAbsent(row, figure);
                }
            }
        }
    }

    /** The file's text. */
    String text() {
        int stub = stub();
        boolean regions = areMostly(stub, Regions::isPlace);
        boolean periods =
                !regions && areMostly(stub, words -> PeriodWords.in(words, 2000).isPresent());
        line("# 由 form draft 按程序的理解写出；请逐行核对。写着 " + UNKNOWN + " 的地方填指标代码（seeds/codelists/indicators.csv），");
        line("# 不需要的行列改成 is: ignored；标题中会变的数字写成 {year}、{month}、{quarter}。");
        line("form: "
                + quoted(
                        context.form().isEmpty()
                                ? PeriodWords.without(context.title()).strip()
                                : context.form()));
        if (context.form().isEmpty()) {
            line("title: " + quoted(templated(context.title())));
        }
        line("stub: " + quoted(FormWords.head(grid, table, stub)));
        line("columns:");
        boolean named = regions || periods;
        table.stubs().stream().filter(c -> c != stub).forEach(this::beside);
        table.columns().forEach(column -> column(column, named));
        if (named) {
            line("rows: " + (regions ? "regions" : "periods"));
        } else {
            line("rows:");
            byRow.forEach((row, figure) -> row(grid.text(row, stub), figure));
        }
        return yaml.toString();
    }

    private boolean areMostly(int stub, Predicate<String> what) {
        long such = table.rows().stream()
                .filter(row -> what.test(grid.text(row, stub)))
                .count();
        return such * 2 > table.rows().size();
    }

    /** The first column that names the rows. */
    private int stub() {
        return table.stubs().stream()
                .filter(c -> !isUnits(c))
                .findFirst()
                .orElse(
                        table.stubs().isEmpty()
                                ? table.columns().get(0)
                                : table.stubs().get(0));
    }

    private boolean isUnits(int column) {
        return FormWords.head(grid, table, column).matches(".*单 ?位");
    }

    private void beside(int column) {
        line("  - head: " + quoted(FormWords.head(grid, table, column)));
        line("    is: " + (isUnits(column) ? "unit" : "ignored"));
    }

    private void column(int column, boolean named) {
        String head = templated(FormWords.head(grid, table, column));
        line("  - head: " + quoted(head));
        @Nullable Figure figure = byColumn.get(column);
        if (figure == null) {
            line("    is: ignored");
            return;
        }
        line("    period: stated   # 本表读作 " + figure.period());
        measure(figure);
        if (named) {
            indicator(figure);
            if (head.contains("{") || !head.equals(figure.label())) {
                line("    label: " + quoted(figure.label()));
            }
        }
    }

    private void row(String label, Figure figure) {
        line("  - row: " + quoted(FormWords.rowKey(label)));
        indicator(figure);
    }

    private void indicator(Figure figure) {
        line("    indicator: " + indicators.apply(figure).orElse(UNKNOWN));
        if (!figure.quantity().unit().isEmpty()) {
            line("    unit: " + quoted(figure.quantity().unit()));
        }
    }

    private void measure(Figure figure) {
        if (figure.measure() != Measure.LEVEL) {
            line("    measure: " + figure.measure().code());
        }
    }

    private static String templated(String words) {
        return words.replaceAll("(?:19|20)\\d\\d(?=年|$|[^\\d])", "{year}").replaceAll("(?<!\\d)1?\\d(?=月)", "{month}");
    }

    private static String quoted(String words) {
        return "\"" + words.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private void line(String text) {
        yaml.append(text).append('\n');
    }
}
