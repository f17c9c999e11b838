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
 * @param count the places it stands for: 1, or those of its kind that are not listed one by one
 */
public record Finding(
        String rule,
        Severity severity,
        Provenance provenance,
        String found,
        String expected,
        String message,
        long count) {

    /** Something at one place. */
    public Finding(
            String rule, Severity severity, Provenance provenance, String found, String expected, String message) {
        this(rule, severity, provenance, found, expected, message, 1);
    }

    public Finding {
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(provenance, "provenance");
        Objects.requireNonNull(found, "found");
        Objects.requireNonNull(expected, "expected");
        Objects.requireNonNull(message, "message");
    }

    /** The same for so many places. */
    Finding standingFor(long places) {
        return new Finding(rule, severity, provenance, found, expected, message, places);
    }

    /** What is said of the places behind the first {@code listed} ones of a file. */
    Finding beyond(int listed, String file) {
        return new Finding(
                rule,
                severity,
                new Provenance.WholeFile(file),
                "另有 " + count + " 处",
                expected,
                "同类问题已逐条列出 " + listed + " 处，另有 " + count + " 处不再逐条列出；请按同样的办法一并改正",
                count);
    }
}
