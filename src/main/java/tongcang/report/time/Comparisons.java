package tongcang.report.time;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tongcang.Period;
import tongcang.report.time.ReportParts.Part;

/** The time that a figure is compared with, as the sentence goes on. */
final class Comparisons {
    private static final int LONGEST = 20;
    /** A clause that says nothing else. */
    private static final Pattern COMPARED =
            Pattern.compile("^[\\s　]*(?:与|同|和|较|比)(20\\d\\d)年(?:同期|底|末)?(?:相比|比较|比)?[\\s　]*$");

    private static final Pattern YEARS_AGO = Pattern.compile("(?:比|较|是|为)五年前的?");
    private static final Pattern AGAINST_TERM = Pattern.compile("(?:比|较|是|为)(?:上|前)一?个?五年");
    /** A clause that only says how much, after one that says against what. */
    private static final Pattern PLAIN_CHANGE = Pattern.compile("^[\\s　]*[^，,比较]{0,10}(?:增长|下降|提高|增加|减少)[^，,]{0,6}$");

    private final ReportParts parts;
    private final NamedYears years;
    /** The year that the clause before compares with: 与2020年相比. */
    private @Nullable Period compared;

    Comparisons(ReportParts parts, NamedYears years) {
        this.parts = parts;
        this.years = years;
    }

    /** A sentence begins. */
    void sentence() {
        compared = null;
    }

    /** Takes in the words of a clause up to a figure. */
    void clause(String words) {
        Matcher against = COMPARED.matcher(words);
        if (words.length() < LONGEST && against.find()) {
            compared = Period.year(Integer.parseInt(against.group(1)));
        }
    }

    /**
     * The time that a figure of {@code period} is compared with; null where none is named.
     *
     * @param yearly whether it is a rate a year, which starts from the first of the years it is over
     */
    @Nullable
    Period base(String words, @Nullable Period period, boolean yearly) {
        Period named = NamedYears.base(words, period);
        if (named != null) {
            return named;
        }
        boolean term = parts.now() == Part.TERM;
        if (term && YEARS_AGO.matcher(words).find()) {
            return Period.year(parts.start() - 1);
        }
        if (yearly) {
            return years.against();
        }
        if (term && AGAINST_TERM.matcher(words).find()) {
            return Period.span(parts.start() - 5, parts.start() - 1);
        }
        return PLAIN_CHANGE.matcher(words).find() ? compared : null;
    }
}
