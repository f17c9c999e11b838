package tongcang.coding;

import java.util.Optional;
import java.util.Set;
import tongcang.Measure;
import tongcang.Unit;

/**
 * What a figure says of what its label names.
 *
 * @param measure as read, or as the label's words say
 * @param grown what it is where the label's words say that something grew
 */
record Said(Measure measure, Measure grown) {
    /** Dimensions in which growth is told; 2倍 is 200%. */
    private static final Set<String> RATES = Set.of("percent", "multiple");

    /** What grew is told in percent or in times; in any other unit, of its levels or in points, it is by how much. */
    static Said of(Measure read, Optional<Unit> unit) {
        if (read != Measure.LEVEL && read != Measure.SHARE) {
            return new Said(read, read);
        }
        boolean amount = unit.isPresent() && !RATES.contains(unit.get().dimension());
        return new Said(read, amount ? Measure.CHANGE : Measure.GROWTH_RATE);
    }

    /** Of a label that says that something grew. */
    Said growth() {
        return new Said(grown, grown);
    }

    /** Of a label that says that something was added. */
    Said increment() {
        return measure == Measure.LEVEL ? new Said(Measure.INCREMENT, grown) : this;
    }
}
