package tongcang.ledger;

import java.util.Objects;
import tongcang.Reading;
import tongcang.Severity;
import tongcang.Submission;

/** A submission with what was read in it: what the ledger takes in. */
public record ReadSubmission(Submission submission, Reading reading) {

    public ReadSubmission {
        Objects.requireNonNull(submission, "submission");
        Objects.requireNonNull(reading, "reading");
    }

    /** {@code taken} with figures, {@code refused} where an error left none, {@code empty} where there are none to take. */
    public String outcome() {
        if (!reading.figures().isEmpty()) {
            return "taken";
        }
        boolean error = reading.findings().stream().anyMatch(f -> f.severity() == Severity.ERROR);
        return error ? "refused" : "empty";
    }
}
