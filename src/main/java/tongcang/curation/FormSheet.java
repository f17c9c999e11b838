package tongcang.curation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A sheet that asks a person: rows of what is told, and behind it columns to fill in.
 *
 * @param name of the sheet
 * @param how to fill it in, in Chinese
 * @param told heads of what is told, as many as each row has cells at most
 * @param filled heads of what is to be filled in
 * @param offered what may be chosen, by head; what is typed by hand is taken as well
 * @param wide heads of columns with longer texts
 * @param rows what is told, row by row
 */
record FormSheet(
        String name,
        String how,
        List<String> told,
        List<String> filled,
        Map<String, List<String>> offered,
        Set<String> wide,
        List<List<String>> rows) {

    List<String> heads() {
        return Stream.concat(told.stream(), filled.stream()).toList();
    }
}
