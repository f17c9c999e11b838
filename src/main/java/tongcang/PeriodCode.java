package tongcang;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The forms of a period's code, and what the numbers in each mean. */
final class PeriodCode {
    private record Form(Pattern pattern, Function<int[], Period> period) {}

    private static final List<Form> FORMS = List.of(
            form("(\\d{4})", n -> Period.year(n[0])),
            form("(\\d{4})-S([12])", n -> Period.half(n[0], n[1])),
            form("(\\d{4})-Q([1-4])", n -> Period.quarter(n[0], n[1])),
            form("(\\d{4})-(\\d{2})", n -> Period.month(n[0], n[1])),
            form("(\\d{4})-(\\d{2})-(\\d{2})", n -> Period.day(LocalDate.of(n[0], n[1], n[2]))),
            form("(\\d{4})-(\\d{2})/\\1-(\\d{2})", n -> Period.months(n[0], n[1], n[2])),
            form("(\\d{4})-09/(\\d{4})-08", n -> schoolYear(n[0], n[1])),
            form("(\\d{4})/(\\d{4})", n -> Period.span(n[0], n[1])));

    private PeriodCode() {}

    /** The period of a code; empty where it is none. */
    static Optional<Period> read(String code) {
        for (Form form : FORMS) {
            Matcher m = form.pattern().matcher(code);
            if (m.matches()) {
                return read(form, m);
            }
        }
        return Optional.empty();
    }

    private static Optional<Period> read(Form form, Matcher m) {
        int[] numbers = IntStream.rangeClosed(1, m.groupCount())
                .map(group -> Integer.parseInt(m.group(group)))
                .toArray();
        try {
            return Optional.of(form.period().apply(numbers));
        } catch (DateTimeException | IllegalArgumentException e) { // a 13th month, an end before its beginning
            return Optional.empty();
        }
    }

    private static Form form(String pattern, Function<int[], Period> period) {
        return new Form(Pattern.compile(pattern), period);
    }

    private static Period schoolYear(int first, int last) {
        if (last != first + 1) {
            throw new IllegalArgumentException("no school year: " + first + " to " + last);
        }
        return Period.schoolYear(first);
    }
}
