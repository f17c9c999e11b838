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
record StatedMeasure(Measure measure, Measure grown) {
    /** Dimensions in which growth is told; 2倍 is 200%. */
    private static final Set<String> RATES = Set.of("percent", "multiple");

    /** What grew is told in percent or in times; in any other unit, of its levels or in points, it is by how much. */
    static StatedMeasure of(Measure read, Optional<Unit> unit) {
        if (read != Measure.LEVEL && read != Measure.SHARE) {
            return new StatedMeasure(read, read);
        }
        boolean amount = unit.isPresent() && !RATES.contains(unit.get().dimension());
        return new StatedMeasure(read, amount ? Measure.CHANGE : Measure.GROWTH_RATE);
    }

    /** Of a label that says that something grew. */
    StatedMeasure growth() {
        return new StatedMeasure(grown, grown);
    }

    /** Of a label that says that something was added. */
    StatedMeasure increment() {
        return measure == Measure.LEVEL ? new StatedMeasure(Measure.INCREMENT, grown) : this;
    }
}
