package tongcang;

import java.util.List;
import java.util.Objects;

/**
 * The places that one sheet, or one text, names: what coding must see together, since a name means what its neighbours let
 * it mean (鼓楼区 beside 玄武区 is Nanjing's).
 *
 * @param names as written, each once; the empty name is that of figures whose place is not said
 * @param around words that stand over all of them: the file's name, the sheet's, titles
 * @param firstYear first year that their figures are about
 * @param lastYear last such year
 */
public record NamedPlaces(List<String> names, List<String> around, int firstYear, int lastYear) {

    public NamedPlaces {
        names = List.copyOf(names);
        around = List.copyOf(around);
    }

    /**
     * What a name means.
     *
     * @param region code of the place; empty where it is not known, or several places may be meant
     * @param rule why: {@code named} the only one of that name, {@code list} by the places beside it, {@code title} by the
     *     words around, {@code home} the bureau's own, {@code total} the whole of those beside it; {@code
     *     not_for_us} where a person decided that it is of no place for us; {@code none}
     * @param problem what is wrong in Chinese; empty where the place is known
     */
    public record Meaning(String region, String rule, String problem) {
        public Meaning {
            Objects.requireNonNull(region, "region");
            Objects.requireNonNull(rule, "rule");
            Objects.requireNonNull(problem, "problem");
        }
    }
}
