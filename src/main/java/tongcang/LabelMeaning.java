package tongcang;

import java.util.Objects;

/**
 * What a label means where it is said: what a statistician taught, or what an official form declares.
 *
 * @param label in the source's words, or any spelling with the same normal form
 * @param department code or name of the department that says it; empty for all
 * @param form number of the official form (表号), or a report's file name; empty for all
 * @param indicator code of the indicator, or {@link #NOT_FOR_US}
 * @param members members of classifications that the label implies, {@code area=urban;sex=female}, or empty
 */
public record LabelMeaning(String label, String department, String form, String indicator, String members) {
    /** In an indicator's place: a person decided that figures with this label are not for us. */
    public static final String NOT_FOR_US = "-";

    public LabelMeaning {
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(department, "department");
        Objects.requireNonNull(form, "form");
        Objects.requireNonNull(indicator, "indicator");
        Objects.requireNonNull(members, "members");
    }
}
