package tongcang.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Tables side by side: where columns that name rows begin again, to the right of figures. */
final class Bands {
    private final Grid grid;
    private final List<Integer> heads;
    private final List<Integer> rows;

    Bands(Grid grid, List<Integer> heads, List<Integer> rows) {
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
        String head = head(column);
        boolean again = !head.isEmpty() && head.equals(head(band.get(0).column()));
        return again || isApart(band.get(band.size() - 1).column(), column);
    }

    private String head(int column) {
        return heads.stream()
                .map(h -> grid.text(h, column))
                .filter(t -> !t.isEmpty())
                .findFirst()
                .orElse("");
    }

    private boolean hasWords(int column) {
        return rows.stream()
                        .filter(r -> Texts.hasIdeograph(grid.text(r, column)))
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
