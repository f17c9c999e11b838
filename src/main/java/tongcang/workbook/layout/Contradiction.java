package tongcang.workbook.layout;

import java.util.List;
import tongcang.Figure;
import tongcang.Finding;

/**
 * What cannot all be right in a table.
 *
 * @param finding told once, at the cell that is off, or at the one that the others explain
 * @param doubted all figures of which one must be wrong
 */
record Contradiction(Finding finding, List<Figure> doubted) {
    Contradiction {
        doubted = List.copyOf(doubted);
    }
}
