package tongcang;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number in its source's own words: what a source states, before anything is coded.
 *
 * @param provenance where it stands
 * @param quantity the number as written
 * @param label what is measured, in the source's words; of a table the path of heads, outermost first, joined by
 *     {@link #PATH}
 * @param measure what the number says of it
 * @param status how settled it is
 * @param period the time it is about; null where the source does not say
 * @param base the period it is compared with, where one is named ({@code 是2016年的1.4倍}), else null
 * @param region the place it is about as the source names it; empty where the source names none
 * @param breakdown members of classifications among the heads, by dimension ({@code 行业 → 采矿业}); in the source's order
 * @param unitSource where the unit was stated
 * @param context the words around it
 * @param evidence what the reading rests on
 */
public record Figure(
        Provenance provenance,
        Quantity quantity,
        String label,
        Measure measure,
        Status status,
        @Nullable Period period,
        @Nullable Period base,
        String region,
        Map<String, String> breakdown,
        UnitSource unitSource,
        Context context,
        Evidence evidence) {

    /** Joins the parts of a label path. */
    public static final String PATH = " / ";

    public Figure {
        Objects.requireNonNull(provenance, "provenance");
        Objects.requireNonNull(quantity, "quantity");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(unitSource, "unitSource");
        Objects.requireNonNull(context, "context");
        Objects.requireNonNull(evidence, "evidence");
        breakdown = breakdown.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(breakdown));
    }

    /** The same, read on this evidence. */
    public Figure with(Evidence other) {
        return new Figure(
                provenance,
                quantity,
                label,
                measure,
                status,
                period,
                base,
                region,
                breakdown,
                unitSource,
                context,
                other);
    }

    /**
     * The words around a figure.
     *
     * @param section the path of headings above it in a text, or the table's title
     * @param sentence the sentence it stands in; empty for a table
     * @param form the number of the official form (表号), of a running text its file name; empty where there is none
     * @param layout the fingerprint of how its sheet is laid out (版式指纹): the same form has the same one each month;
     *     empty in a text
     */
    public record Context(String section, String sentence, String form, String layout) {}
}
