package tongcang;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * How sure a figure's reading is.
 *
 * @param fields the grade of unit, period, region, measure and label, by these names
 * @param grade the weakest of them
 * @param reasons in Chinese, why a field is weaker than stated; empty where none is
 * @param holds those of the reasons for which it is not shown before a person has looked at it
 */
public record Assurance(Map<String, Grade> fields, Grade grade, List<String> reasons, List<String> holds) {
    public Assurance {
        fields = Map.copyOf(fields);
        Objects.requireNonNull(grade, "grade");
        reasons = List.copyOf(reasons);
        holds = List.copyOf(holds);
    }

    /** Whether it may be shown before a person has looked at it. */
    public boolean releasable() {
        return holds.isEmpty();
    }
}
