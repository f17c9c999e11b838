package tongcang;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * A label that found no indicator, as a statistician is asked about it.
 *
 * @param label in the source's words
 * @param department who says it, as the submissions have it
 * @param form number of the official form (表号), of a report its file name, or empty
 * @param measures measures that it was read with, as codes
 * @param units units that it was read with, as written
 * @param figures how many figures wait for it
 * @param firstSeen day of the first submission with it
 * @param examples some of its figures with period, unit and place, in Chinese
 * @param candidates codes of the nearest indicators, best first
 */
public record UnknownLabel(
        String label,
        String department,
        String form,
        List<String> measures,
        List<String> units,
        long figures,
        LocalDate firstSeen,
        List<String> examples,
        List<String> candidates) {

    public UnknownLabel {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(department, "department");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(firstSeen, "firstSeen");
        measures = List.copyOf(measures);
        units = List.copyOf(units);
        examples = List.copyOf(examples);
        candidates = List.copyOf(candidates);
    }
}
