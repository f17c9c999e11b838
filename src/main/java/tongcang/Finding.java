package tongcang;

import java.util.Objects;

/**
 * Something about a submission that a person should know: bad data is data.
 *
 * @param rule what was broken, as a stable code {@code stage.what}, such as {@code workbook.encrypted}
 * @param severity how much it weighs
 * @param provenance where it was found
 * @param found what stands there
 * @param expected what would be right; empty where that cannot be said
 * @param message a sentence in Chinese for the person who has to mend it, saying where to mend it
 */
public record Finding(
        String rule, Severity severity, Provenance provenance, String found, String expected, String message) {

    public Finding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(provenance, "provenance");
        Objects.requireNonNull(found, "found");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(message, "message");
    }
}
