package tongcang.workbook.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import tongcang.workbook.grid.CellText;
import tongcang.workbook.grid.Grid;

/** Tables side by side: where columns that name rows begin again, to the right of figures. */
final class RepeatedStubs {
    private final Grid grid;
    private final List<Integer> heads;
    private final List<Integer> rows;

    RepeatedStubs(Grid grid, List<Integer> heads, List<Integer> rows) {
        this.grid = grid;
        this.heads = heads;
        this.rows = rows;
    }

    /** The columns of each table, from left to right; one list where there is one table only. */
    List<List<ColumnKinds.Kind>> split(List<ColumnKinds.Kind> kinds) {
        List<List<ColumnKinds.Kind>> bands = new ArrayList<>();
        List<ColumnKinds.Kind> band = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            if (!band.isEmpty() && beginsAnother(kinds, i, band)) {
                bands.add(band);
                band = new ArrayList<>();
            }
            band.add(kinds.get(i));
        }
        bands.add(band);
        return bands;
    }

    private boolean beginsAnother(List<ColumnKinds.Kind> kinds, int at, List<ColumnKinds.Kind> band) {
        int column = kinds.get(at).column();
        boolean afterFigures = kinds.get(at).names()
                && band.stream().anyMatch(k -> !k.names())
                && band.get(0).names();
        boolean figuresFollow = kinds.subList(at, kinds.size()).stream().anyMatch(k -> !k.names());
        if (!afterFigures || !figuresFollow || !hasWords(column)) {
            return false;
        }
        return isHeadedAgain(band.get(0).column(), column)
                || isApart(band.get(band.size() - 1).column(), column);
    }

    /** Whether a head over the labels stands over these once more: 项目 under 收入 and under 支出. */
    private boolean isHeadedAgain(int first, int column) {
        return heads.stream()
                .anyMatch(h -> !grid.text(h, column).isEmpty()
                        && grid.text(h, column).equals(grid.text(h, first))
                        && grid.area(h, first)
                                .filter(a -> a.contains(h, column))
                                .isEmpty());
    }

    private boolean hasWords(int column) {
        return rows.stream()
                        .filter(r -> CellText.hasIdeograph(grid.text(r, column)))
                        .count()
                >= 2;
    }

    /** Whether an empty column stands between. */
    private boolean isApart(int left, int right) {
        return IntStream.range(left + 1, right)
                .anyMatch(c -> rows.stream().allMatch(r -> grid.text(r, c).isEmpty())
                        && heads.stream().allMatch(h -> grid.text(h, c).isEmpty()));
    }
}
