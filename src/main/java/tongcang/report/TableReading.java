package tongcang.report;

import java.util.List;
import tongcang.Figure;
import tongcang.Reading;

/**
 * Reads a table: what a report asks of whoever reads tables. It is handed in, for no stage knows another; the commands and
 * the job hand in that of the workbooks.
 */
@FunctionalInterface
public interface TableReading {
    /** Reads no table: its numbers are told as numbers without a unit. */
    TableReading NONE = rows -> new Reading(List.of(), List.of());

    /**
     * Reads one table.
     *
     * @param rows title, caption, heads and rows, each cell's text; an empty cell is an empty text, and a row may end early
     * @return its figures and findings, each at a {@link tongcang.Provenance.Cell} in A1 style; a {@link Figure} says no
     *     time and no place where the table says none
     */
    Reading read(List<List<String>> rows);
}
