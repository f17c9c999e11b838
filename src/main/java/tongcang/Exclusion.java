package tongcang;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A decision that a submission's figures are not to be shown. The ledger keeps them.
 *
 * @param submission its id
 * @param day of the decision
 * @param person who decided
 * @param reason why
 */
public record Exclusion(String submission, LocalDate day, String person, String reason) {
    public Exclusion {
        Objects.requireNonNull(submission, "submission");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(reason, "reason");
    }
}
