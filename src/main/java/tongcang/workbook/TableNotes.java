package tongcang.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tongcang.workbook.WorkbookReader.TableNote;

/** Tells how a table was understood, for {@code extract --explain} and for a page. */
final class TableNotes {

    private TableNotes() {}

    static TableNote of(Grid grid, SheetReading.Part part) {
        Table table = part.table();
        SheetContext context = part.context();
        int first =
                table.heads().isEmpty() ? table.rows().get(0) : table.heads().get(0);
        int last = table.rows().get(table.rows().size() - 1);
        int left =
                table.stubs().isEmpty() ? table.columns().get(0) : table.stubs().get(0);
        int right = table.columns().get(table.columns().size() - 1);
        return new TableNote(
                grid.sheet(),
                Cell.columnName(left) + (first + 1) + ":" + Cell.columnName(right) + (last + 1),
                context.title(),
                context.unit().isEmpty() ? "" : context.unit() + " (" + context.unitSource() + ")",
                context.period() == null ? "" : context.period().code(),
                String.join(
                        ",",
                        table.heads().stream().map(r -> Integer.toString(r + 1)).toList()),
                String.join(",", table.stubs().stream().map(Cell::columnName).toList()),
                String.join(",", table.columns().stream().map(Cell::columnName).toList()));
    }

    /** In one sentence. */
    static String sentence(Grid grid, SheetReading.Part part) {
        TableNote note = of(grid, part);
        List<String> words = new ArrayList<>();
        words.add(note.range());
        add(words, "标题", note.title());
        if (!part.context().unit().isEmpty()) {
            words.add("单位 " + part.context().unit() + "（"
                    + FigureWords.source(part.context().unitSource()) + "）");
        }
        add(words, "时期", note.period());
        add(words, "地区", part.context().region());
        add(words, "表头行", note.heads());
        add(words, "行头列", note.stubs());
        return words.stream().collect(Collectors.joining("；"));
    }

    private static void add(List<String> words, String name, String value) {
        if (!value.isEmpty()) {
            words.add(name + " " + value);
        }
    }
}
