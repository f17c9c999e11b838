package tongcang.workbook.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tongcang.Figure;
import tongcang.Measure;
import tongcang.Provenance;
import tongcang.quantity.PeriodWords;
import tongcang.quantity.Units;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.label.PlaceNames;
import tongcang.workbook.meaning.TableContext;
import tongcang.workbook.meaning.TableLayout;
import tongcang.workbook.table.HeadWords;
import tongcang.workbook.table.Table;

/** Writes the first declaration of a form from what was understood of a table, for a person to correct. */
final class FormDraft {
    private static final String UNKNOWN = "unknown";
    private static final String AS_READ = "    period: stated";
    private static final String IGNORED = "    is: ignored";
    /** A row's unit is that of its levels and what they changed by, not of rates beside them. */
    private static final Set<Measure> AMOUNTS = Set.of(Measure.LEVEL, Measure.INCREMENT, Measure.CHANGE);

    private final Grid grid;
    private final TableLayout layout;
    private final Table table;
    private final TableContext context;
    private final Units units;
    private final Map<Integer, List<Figure>> byColumn = new HashMap<>();
    private final Map<Integer, List<Figure>> byRow = new HashMap<>();
    private final Function<Figure, Optional<String>> indicators;
    private final StringBuilder yaml = new StringBuilder();

    FormDraft(
            Grid grid,
            TableLayout layout,
            List<Figure> figures,
            Units units,
            Function<Figure, Optional<String>> indicators) {
        this.grid = grid;
        this.layout = layout;
        this.table = layout.table();
        this.context = layout.context();
        this.units = units;
        this.indicators = indicators;
        Map<String, Figure> byCell = figures.stream()
                .collect(Collectors.toMap(f -> ((Provenance.Cell) f.provenance()).cell(), f -> f, (a, b) -> a));
        for (int row : table.rows()) {
            for (int column : table.columns()) {
                @Nullable Figure figure = byCell.get(Cell.columnName(column) + (row + 1));
                if (figure != null) {
                    byColumn.computeIfAbsent(column, c -> new ArrayList<>()).add(figure);
                    byRow.computeIfAbsent(row, r -> new ArrayList<>()).add(figure);
                }
            }
        }
    }

    /** What the form is called: its number, or its title without times. */
    String name() {
        return context.form().isEmpty() ? PeriodWords.without(context.title()).strip() : context.form();
    }

    /** The file's text. */
    String text() {
        int stub = stub();
        boolean regions = areMostly(stub, PlaceNames::isPlace);
        boolean periods =
                !regions && areMostly(stub, words -> PeriodWords.in(words, 2000).isPresent());
        line("# 由 form draft 按程序的理解写出；请逐行核对。写着 " + UNKNOWN + " 的地方填指标代码（seeds/codelists/indicators.csv），");
        line("# 不需要的行列改成 is: ignored；标题中会变的数字写成 {year}、{month}、{quarter}。");
        line("form: " + quoted(name()));
        if (context.form().isEmpty()) {
            line("title: " + quoted(templated(context.title())));
        }
        line("stub: " + quoted(layout.head(stub)));
        line("columns:");
        columns(stub, regions || periods);
        if (regions || periods) {
            line("rows: " + (regions ? "regions" : "periods"));
        } else {
            line("rows:");
            rows(stub);
        }
        return yaml.toString();
    }

    /** Heads that differ in their time alone are one; where they do not mean the same, they are read as they stand. */
    private void columns(int stub, boolean named) {
        Map<String, List<String>> bodies = new LinkedHashMap<>();
        for (int column : table.stubs()) {
            if (column != stub) {
                String head = layout.head(column);
                bodies.merge(head, List.of(isUnits(column) ? "    is: unit" : IGNORED), FormDraft::both);
            }
        }
        for (int column : table.columns()) {
            String head = templated(layout.head(column));
            bodies.merge(head, column(head, byColumn.getOrDefault(column, List.of()), named), FormDraft::both);
        }
        bodies.forEach((head, body) -> item("head", head, body));
    }

    private void rows(int stub) {
        Map<String, List<String>> bodies = new LinkedHashMap<>();
        for (int row : table.rows()) {
            String key = HeadWords.rowKey(grid.text(row, stub));
            if (!key.isEmpty()) {
                bodies.merge(key, row(key, byRow.getOrDefault(row, List.of())), FormDraft::both);
            }
        }
        bodies.forEach((key, body) -> item("row", key, body));
    }

    private static List<String> both(List<String> body, List<String> other) {
        return uncommented(body).equals(uncommented(other)) ? body : List.of(AS_READ);
    }

    private static List<String> uncommented(List<String> body) {
        return body.stream().map(l -> l.replaceFirst(" +# .*", "")).toList();
    }

    private void item(String key, String words, List<String> body) {
        line("  - " + key + ": " + quoted(words));
        body.forEach(this::line);
    }

    private List<String> column(String head, List<Figure> figures, boolean named) {
        if (figures.isEmpty()) {
            return List.of(IGNORED);
        }
        List<String> body = new ArrayList<>();
        body.add(AS_READ + "   # 本表读作 " + figures.get(0).period());
        Optional<Measure> measure = same(figures, Figure::measure).filter(m -> m != Measure.LEVEL);
        measure.ifPresent(m -> body.add("    measure: " + m.code()));
        if (named) {
            names(head, figures, body);
        }
        if (named || measure.isPresent()) {
            unit(figures, body);
        }
        return body;
    }

    private List<String> row(String key, List<Figure> figures) {
        if (figures.isEmpty()) {
            return List.of(IGNORED);
        }
        List<String> body = new ArrayList<>();
        names(key, figures, body);
        List<Figure> amounts = figures.stream()
                .filter(f -> AMOUNTS.contains(f.measure()) || figures.size() == 1)
                .toList();
        if (body.isEmpty()) {
            body.add(AS_READ + "   # 各列的指标不同，按行头和列头读；如是同一指标，写 indicator: " + UNKNOWN);
        }
        unit(amounts.isEmpty() ? figures : amounts, body);
        return body;
    }

    /** The indicator, where all figures are of one; words that differ from the label are given with it. */
    private void names(String words, List<Figure> figures, List<String> body) {
        same(figures, Figure::label).ifPresent(label -> {
            body.add("    indicator: " + indicators.apply(figures.get(0)).orElse(UNKNOWN));
            if (words.contains("{") || !words.equals(label)) {
                body.add("    label: " + quoted(label));
            }
        });
    }

    private void unit(List<Figure> figures, List<String> body) {
        same(figures, f -> f.quantity().unit())
                .filter(unit -> units.parse(unit).isPresent())
                .ifPresent(unit -> body.add("    unit: " + quoted(unit)));
    }

    /** What all figures have in common; empty where they do not. */
    private static <T> Optional<T> same(List<Figure> figures, Function<Figure, T> what) {
        List<T> all = figures.stream().map(what).distinct().toList();
        return all.size() == 1 ? Optional.of(all.get(0)) : Optional.empty();
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
        return layout.head(column).matches(".*单 ?位");
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
