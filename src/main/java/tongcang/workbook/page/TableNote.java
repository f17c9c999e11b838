package tongcang.workbook.page;

import java.util.List;

/**
 * How a table was understood. Rows are 1-based and columns letters, as a person sees them.
 *
 * @param sheet name of the sheet
 * @param range from its first head or figure to its last figure
 * @param title as found
 * @param unit of the caption or a name, with where it stands
 * @param period that holds for all of it, or empty
 * @param heads rows of heads
 * @param stubs columns that name the rows, each with what it holds
 * @param columns columns of figures
 * @param periods times of its figures
 * @param regions places of its figures
 * @param units units of its figures, with where they stand
 * @param notes words of the rows of notes and sources below it
 * @param figures how many figures it gives
 * @param findings how many findings it gives
 * @param why reasons for all that, a sentence each
 */
public record TableNote(
        String sheet,
        String range,
        String title,
        String unit,
        String period,
        String heads,
        String stubs,
        String columns,
        String periods,
        String regions,
        String units,
        String notes,
        int figures,
        int findings,
        List<String> why) {
    public TableNote {
        why = List.copyOf(why);
    }
}
