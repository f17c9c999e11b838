package tongcang.workbook.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import tongcang.quantity.Units;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.CellText;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.label.LabelReader;
import tongcang.workbook.meaning.TableContext;
import tongcang.workbook.meaning.TableLayout;
import tongcang.workbook.meaning.TableMeaning;
import tongcang.workbook.table.Arrangement;
import tongcang.workbook.table.Table;

/**
 * Layouts that were found before: a sheet that is arranged in the same way is read by them again. It gives what finding
 * the layout afresh would, only sooner, so that nothing depends on what was read before. Safe for several threads.
 */
public final class LayoutMemory {
    /** Cells of all sheets that are kept; beyond it all are forgotten. */
    private static final int MOST_CELLS = 300_000;
    /** Sheets with the same labels that differ elsewhere. */
    private static final int MOST_ALIKE = 8;
    /** Titles and file names of one arrangement. */
    private static final int MOST_CONTEXTS = 16;
    /** Layouts whose words are kept. */
    private static final int MOST_WORDS = 256;
    /** Rows whose labels tell sheets apart. */
    private static final int TOLD_APART_BY = 64;

    private final LabelReader labels;
    private final Map<Integer, List<Known>> known = new ConcurrentHashMap<>();
    private final Map<List<Object>, LayoutWords> words = new ConcurrentHashMap<>();
    private long cells;

    /** Begins with none. */
    public LayoutMemory(LabelReader labels) {
        this.labels = labels;
    }

    Units units() {
        return labels.units();
    }

    /** What the tables of a sheet mean; {@code before} is the context of the last table of the sheet before, or null. */
    List<TableMeaning> of(Grid grid, String fileName, @Nullable TableContext before) {
        int key = key(grid);
        for (Known sheet : known.getOrDefault(key, List.of())) {
            if (sheet.arrangement().fits(grid)) {
                return sheet.replayed(grid, fileName, labels, before);
            }
        }
        List<TableMeaning> found = new ArrayList<>();
        Layout.of(grid, fileName, labels, before).tables().forEach(t -> found.add(new TableMeaning(t, labels.units())));
        Arrangement.of(grid, found.stream().map(m -> m.layout().table()).toList())
                .ifPresent(arrangement -> remember(key, grid.cellCount(), new Known(arrangement, found)));
        return found;
    }

    /** The fingerprint of a layout, and its heads and labels. */
    LayoutWords words(Layout layout) {
        List<Object> key = LayoutWords.key(layout);
        LayoutWords before = words.get(key);
        if (before != null) {
            return before;
        }
        if (words.size() >= MOST_WORDS) {
            words.clear();
        }
        LayoutWords now = LayoutWords.of(layout);
        words.put(key, now);
        return now;
    }

    private synchronized void remember(int key, long size, Known sheet) {
        if (cells + size > MOST_CELLS) {
            known.clear();
            cells = 0;
        }
        List<Known> alike = known.computeIfAbsent(key, k -> new CopyOnWriteArrayList<>());
        if (alike.size() == MOST_ALIKE) {
            alike.remove(0);
        }
        alike.add(sheet);
        cells += size;
    }

    /** The labels beside its first numbers. */
    private static int key(Grid grid) {
        int key = grid.columnCount();
        for (int row = 0; row < Math.min(TOLD_APART_BY, grid.rowCount()); row++) {
            List<Cell> cells = grid.row(row);
            boolean numbers = cells.stream().anyMatch(Cell::isNumber);
            if (numbers && CellText.hasIdeograph(cells.get(0).text())) {
                key = 31 * key + cells.get(0).text().hashCode();
            }
        }
        return key;
    }

    /** A sheet that was understood, and what its tables meant under the titles that it had. */
    private static final class Known {
        private final Arrangement arrangement;
        private final List<TableMeaning> first;
        private final List<Map<TableContext, TableMeaning>> meanings = new ArrayList<>();

        Known(Arrangement arrangement, List<TableMeaning> first) {
            this.arrangement = arrangement;
            this.first = List.copyOf(first);
            first.forEach(m -> meanings.add(new HashMap<>(Map.of(m.layout().context(), m))));
        }

        Arrangement arrangement() {
            return arrangement;
        }

        /** What stands around the tables is read again: it names another month, or another place. */
        List<TableMeaning> replayed(Grid grid, String fileName, LabelReader labels, @Nullable TableContext before) {
            List<TableMeaning> all = new ArrayList<>();
            @Nullable TableContext above = before;
            for (int i = 0; i < first.size(); i++) {
                Table table = first.get(i).layout().table();
                above = TableContext.of(grid, table, fileName, labels, above, i == 0);
                all.add(meaning(i, above, grid, labels));
            }
            return all;
        }

        private synchronized TableMeaning meaning(int table, TableContext context, Grid grid, LabelReader labels) {
            Map<TableContext, TableMeaning> under = meanings.get(table);
            TableMeaning before = under.get(context);
            if (before != null) {
                return before;
            }
            if (under.size() == MOST_CONTEXTS) {
                under.clear();
            }
            TableLayout layout = first.get(table).layout().under(context, grid, labels);
            TableMeaning now = first.get(table).under(layout, labels.units());
            under.put(context, now);
            return now;
        }
    }
}
