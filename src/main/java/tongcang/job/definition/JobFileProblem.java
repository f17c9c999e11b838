package tongcang.job.definition;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tongcang.InvalidFileException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** What is wrong in a job definition, in an operator's words: the library that found it speaks to programmers. */
final class JobFileProblem {
    private static final Pattern TWICE = Pattern.compile("Duplicate Object property \"(.*)\"");

    /** The YAML library's own place; the last one is where it gave up. */
    private static final Pattern PLACE = Pattern.compile("(?s).*line (\\d+), column.*");

    private JobFileProblem() {}

    static InvalidFileException of(String file, JacksonException e) {
        return new InvalidFileException(file, line(e), said(e));
    }

    private static long line(JacksonException e) {
        Matcher place = PLACE.matcher(e.getOriginalMessage());
        if (place.matches()) {
            return Long.parseLong(place.group(1));
        }
        // what is missing stands in no line
        return e.getLocation() == null || isMissing(e) ? 0 : e.getLocation().getLineNr();
    }

    private static String said(JacksonException e) {
        String key = key(e);
        if (e instanceof UnrecognizedPropertyException unknown) {
            return "unknown key '" + key + "'; expected one of "
                    + Objects.requireNonNullElse(unknown.getKnownPropertyIds(), "those of jobs/nightly.yml");
        }
        if (e instanceof MismatchedInputException wrong) {
            return key.isEmpty() ? "expected keys and values, as in jobs/nightly.yml" : mismatch(key, wrong);
        }
        if (e instanceof InputCoercionException) {
            return "'" + key + "' is too large a number";
        }
        Matcher twice = TWICE.matcher(e.getOriginalMessage());
        if (twice.find()) {
            String whole = key.isEmpty() ? twice.group(1) : key + "." + twice.group(1);
            return "the key '" + whole + "' stands there twice; expected once";
        }
        return (e instanceof StreamReadException ? "is no YAML that can be read: " : "'" + key + "': ")
                + e.getOriginalMessage()
                        .lines()
                        .filter(line -> !line.isBlank() && !line.startsWith(" "))
                        .collect(Collectors.joining("; "));
    }

    private static String mismatch(String key, MismatchedInputException e) {
        String found = isMissing(e)
                ? "missing or empty"
                : e instanceof InvalidFormatException format ? "'" + format.getValue() + "'" : "of another kind";
        return "'" + key + "' is " + found + "; expected " + expected(e.getTargetType());
    }

    /** A number that is left out, or whose key has nothing behind it. */
    private static boolean isMissing(JacksonException e) {
        return e.getOriginalMessage().startsWith("Cannot map `null`");
    }

    /** The keys from the outermost to the wrong one, as {@code engine.threads}; items of lists have none. */
    private static String key(JacksonException e) {
        return e.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "another kind of value";
        }
        if (type.isPrimitive() || Number.class.isAssignableFrom(type)) {
            return "a whole number";
        }
        if (type == LocalDate.class) {
            return "a day such as 2023-01-09";
        }
        if (type.isEnum()) {
            return "one of " + Arrays.toString(type.getEnumConstants()).toLowerCase(Locale.ROOT);
        }
        if (type == String.class) {
            return "a text";
        }
        return Collection.class.isAssignableFrom(type) ? "a list" : "keys of its own, each in a line below it";
    }
}
