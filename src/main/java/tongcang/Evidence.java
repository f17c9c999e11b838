package tongcang;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * What a reading of a figure rests on: where each field was said, and what speaks against it. It is a fact of the source,
 * and no judgement.
 *
 * @param unit where the unit was said
 * @param period where the time was said
 * @param region where the place was said; {@link Origin#NONE} where nothing names one
 * @param measure where it was said what the number says of its label
 * @param label where what is measured was said
 * @param doubts what speaks against the reading, or for it, in the order it was found
 */
public record Evidence(Origin unit, Origin period, Origin region, Origin measure, Origin label, List<Doubt> doubts) {

    /** Of a figure that was read before evidence was written down. */
    public static final Evidence UNKNOWN =
            new Evidence(Origin.UNKNOWN, Origin.UNKNOWN, Origin.UNKNOWN, Origin.UNKNOWN, Origin.UNKNOWN, List.of());

    public Evidence {
        Objects.requireNonNull(unit, "unit");
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(measure, "measure");
        Objects.requireNonNull(label, "label");
        doubts = List.copyOf(doubts);
    }

    /**
     * One thing that speaks against a reading.
     *
     * @param code the field and what is doubtful, such as {@code unit.rival}; the grading rules know each
     * @param rival the other reading, or what was found, in short words; may be empty
     */
    public record Doubt(String code, String rival) {
        public Doubt {
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(rival, "rival");
        }
    }

    /** The same, the unit said elsewhere. */
    public Evidence withUnit(Origin other) {
        return other == unit ? this : new Evidence(other, period, region, measure, label, doubts);
    }

    /** The same with one more doubt; a code counts once. */
    public Evidence with(String code, String rival) {
        if (doubts.stream().anyMatch(d -> d.code().equals(code))) {
            return this;
        }
        List<Doubt> more = new ArrayList<>(doubts);
        more.add(new Doubt(code, rival));
        return new Evidence(unit, period, region, measure, label, more);
    }

    /** The codes of its doubts, in alphabetical order, with a blank between. */
    public String doubtCodes() {
        return doubts.isEmpty() ? "" : doubts.stream().map(Doubt::code).sorted().collect(Collectors.joining(" "));
    }

    /** The other readings and what was found, with a semicolon between. */
    public String rivals() {
        return doubts.isEmpty()
                ? ""
                : doubts.stream().map(Doubt::rival).filter(r -> !r.isEmpty()).collect(Collectors.joining("；"));
    }
}
