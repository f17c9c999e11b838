package tongcang.workbook.layout;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.InvalidFileException;
import tongcang.Provenance;
import tongcang.quantity.Units;
import tongcang.workbook.form.Form;
import tongcang.workbook.form.FormFile;
import tongcang.workbook.form.FormReading;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.meaning.TableLayout;
import tongcang.workbook.table.Table;

/** Drafts of forms for the tables of a workbook: each reads its table as it was read without, or is told why there is none. */
public final class FormDrafts {
    private final Units units;
    private final Function<Figure, Optional<String>> indicators;
    private final Set<String> names = new HashSet<>();
    private final List<String> texts = new ArrayList<>();

    public FormDrafts(Units units, Function<Figure, Optional<String>> indicators) {
        this.units = units;
        this.indicators = indicators;
    }

    /** A text for each table so far; together they are one file. */
    public List<String> texts() {
        return List.copyOf(texts);
    }

    public void add(SheetReading sheet) {
        for (TableLayout part : sheet.tables()) {
            Grid grid = sheet.grid();
            FormDraft draft = new FormDraft(grid, part, sheet.figures(), units, indicators);
            String text = draft.text();
            String wrong = names.contains(draft.name()) ? "另有一张表已用此表号或标题" : wrong(text, sheet, part);
            if (wrong.isEmpty()) {
                texts.add((names.isEmpty() ? "" : "---\n") + text);
                names.add(draft.name());
            } else {
                texts.add("# " + grid.sheet() + "：“" + draft.name() + "”写不出表式：" + wrong + "\n");
            }
        }
    }

    private String wrong(String text, SheetReading sheet, TableLayout part) {
        try {
            Form form = new FormFile("form draft", units).read(text).get(0);
            Set<String> cells = cells(sheet.grid(), part.table());
            List<Figure> figures = sheet.figures().stream()
                    .filter(f -> cells.contains(((Provenance.Cell) f.provenance()).cell()))
                    .toList();
            FormReading.Outcome read = new FormReading(form, sheet.grid(), part).read(figures, List.of());
            Optional<String> drift = read.findings().stream()
                    .filter(f -> f.rule().equals("workbook.form-drift"))
                    .map(Finding::message)
                    .findFirst();
            boolean same = form.fits(part.context()) && said(read.figures()).equals(said(figures));
            return drift.orElse(same ? "" : "按它读出的数值与不用表式时不同");
        } catch (InvalidFileException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Set<String> cells(Grid grid, Table table) {
        return table.rows().stream()
                .flatMap(row -> grid.row(row).stream())
                .filter(cell -> table.columns().contains(cell.column()))
                .map(Cell::address)
                .collect(Collectors.toSet());
    }

    private static List<List<Object>> said(List<Figure> figures) {
        return figures.stream()
                .map(f -> List.<Object>of(
                        f.provenance(), f.quantity(), f.label(), f.measure(), String.valueOf(f.period()), f.region()))
                .toList();
    }
}
