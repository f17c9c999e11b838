package tongcang;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;

/**
 * A decision that what would be held is to be shown as it was read.
 *
 * @param key of a layout, or of a figure: its submission and number
 * @param guard the words of the figure when it was approved; empty of a layout
 * @param day of the decision
 * @param person who decided
 * @param reason why
 */
public record Approval(Scope scope, String key, String guard, LocalDate day, String person, String reason) {

    /** How much is approved. */
    public enum Scope {
        /** All figures of a kind of sheet of a department that are held for one reason, also those to come. */
        LAYOUT,
        /** One figure. */
        FIGURE;

        /** The name in data files, in lower case. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Approval {
        Objects.requireNonNull(scope, "scope");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(guard, "guard");
        Objects.requireNonNull(day, "day");
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(reason, "reason");
    }
}
