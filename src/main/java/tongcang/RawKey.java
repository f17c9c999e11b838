package tongcang;

import java.util.Objects;

/**
 * All that coding sees of a figure but its place ({@link NamedPlaces}), in the source's words; figures that share it share
 * their codes.
 *
 * @param department who stated it, as the submission has it
 * @param form number of the official form (表号), of a report its file name, or empty
 * @param label the figure's label path
 * @param measure as the reader saw it
 * @param unit as written
 * @param breakdown members by dimension in the source's order, {@code 行业=采矿业;隶属关系=中央}, or empty
 */
public record RawKey(String department, String form, String label, Measure measure, String unit, String breakdown) {

    /** The same in a unit that a person told. */
    public RawKey withUnit(String told) {
        return new RawKey(department, form, label, measure, told, breakdown);
    }

    public RawKey {
        Objects.requireNonNull(department, "department");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(breakdown, "breakdown");
    }
}
