package tongcang.report.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import tongcang.report.text.LineTable.Cell;

/** Finds the tables that were flattened into lines of a text. One pass for each way they are flattened. */
final class LineTables {
    private LineTables() {}

    /** The tables of a text; no line is in two of them. */
    static List<LineTable> of(List<String> lines) {
        List<LineTable> tables = new ArrayList<>(new SeparatedTables(lines).find());
        BitSet taken = new BitSet();
        tables.forEach(table -> table.rows().forEach(row -> row.forEach(cell -> taken.set(cell.line()))));
        tables.addAll(new StackedTables(lines).find(taken));
        return tables.stream().map(LineTables::below).toList();
    }

    /** What stands side by side under the same heads, one below the other; another table as it is. */
    private static LineTable below(LineTable table) {
        List<List<Cell>> body = table.body();
        List<Cell> heads = body.get(0);
        int width = repeated(heads);
        if (width == 0 || body.stream().anyMatch(row -> row.size() > heads.size())) {
            return table;
        }
        List<List<Cell>> rows =
                new ArrayList<>(table.rows().subList(0, table.rows().size() - body.size()));
        rows.add(heads.subList(0, width));
        for (int left = 0; left < heads.size(); left += width) {
            for (List<Cell> row : body.subList(1, body.size())) {
                if (row.size() > left) {
                    rows.add(row.subList(left, Math.min(row.size(), left + width)));
                }
            }
        }
        return new LineTable(rows);
    }

    /** After how many heads, two at least, they begin anew; 0 where they do not. */
    private static int repeated(List<Cell> heads) {
        for (int width = 2; width * 2 <= heads.size(); width++) {
            boolean again = heads.size() % width == 0;
            for (int i = width; again && i < heads.size(); i++) {
                again = heads.get(i).words().equals(heads.get(i - width).words());
            }
            if (again) {
                return width;
            }
        }
        return 0;
    }
}
