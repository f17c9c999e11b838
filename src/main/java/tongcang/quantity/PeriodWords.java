package tongcang.quantity;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tongcang.Period;

/** Reads the times that heads, titles and names state: 2016年, 2021年第三季度, 2016年1至10月, 2018-05, 1—6月, 上半年. */
public final class PeriodWords {
    private static final String YEAR = "((?:19|20)\\d\\d)";
    private static final String DASH = "(?:-|—|–|~|～|至|到|―|－|/)";
    private static final Pattern MONTHS =
            Pattern.compile(YEAR + " ?(?:年|-|/|\\.) ?(\\d{1,2}) ?(?:月份?)? ?" + DASH + " ?(\\d{1,2}) ?月");
    private static final Pattern QUARTER = Pattern.compile(YEAR + " ?年? ?(?:第?([一二三四1-4])季度?|Q([1-4])|([1-4])季度)");
    private static final Pattern HALF = Pattern.compile(YEAR + " ?年? ?([上下])半年");
    private static final Pattern MONTH =
            Pattern.compile(YEAR + "(?: ?年 ?|-|/|\\.)(0?[1-9]|1[0-2])(?: ?月[末底]?|(?![\\d.年]))");
    private static final Pattern QUARTERS =
            Pattern.compile(YEAR + " ?年? ?(?:前([二三])季度|[1一] ?" + DASH + " ?([2-4二三四]) ?季度?)");
    private static final Pattern BARE_QUARTERS = Pattern.compile("前([二三])季度|(?<!第)[1一] ?" + DASH + " ?([2-4二三四]) ?季度?");
    /** 202103 or 20210331, which must stand alone. */
    private static final Pattern DIGITS = Pattern.compile("^" + YEAR + "(0[1-9]|1[0-2])(?:[0-3]\\d)?$");

    /** 03/2021, as English tables have it, which must stand alone. */
    private static final Pattern MONTH_FIRST = Pattern.compile("^(0?[1-9]|1[0-2])/" + YEAR + "$");

    private static final Pattern CHINESE_YEAR = Pattern.compile("[一二][〇○零一二三四五六七八九Ｏ0O]{3}(?=年)");
    private static final String CHINESE_DIGITS = "〇一二三四五六七八九";

    private static final Pattern YEARS = Pattern.compile(YEAR + " ?年? ?" + DASH + " ?" + YEAR + " ?年?");
    private static final Pattern ONE_YEAR = Pattern.compile("(?<!\\d)" + YEAR + "(?: ?年度?末?|(?![\\d.]))");
    private static final Pattern PART_OF_YEAR = Pattern.compile("[月季半]");
    private static final Pattern SCHOOL_YEAR =
            Pattern.compile(YEAR + "(?: ?年? ?" + DASH + " ?(?:(?:19|20)?\\d\\d) ?年?)? ?学年度?");
    private static final Pattern START = Pattern.compile(YEAR + " ?年初");
    private static final Pattern PLAN = Pattern.compile("[“\"]?(十?[一二三四五六七八九]|十)五[”\"]?(?:规划)?(?:时期|期间|平均|年均)");
    private static final Pattern BARE_MONTHS =
            Pattern.compile("(?<![\\d年])(\\d{1,2}) ?(?:月份?)? ?" + DASH + " ?(\\d{1,2}) ?月");
    private static final Pattern BARE_QUARTER = Pattern.compile("第?([一二三四1-4])季度");
    private static final Pattern BARE_HALF = Pattern.compile("([上下])半年");
    private static final Pattern BARE_MONTH = Pattern.compile("(?<![\\d-—])(1[0-2]|0?[1-9]) ?月[份末底]?");

    private PeriodWords() {}

    /**
     * A time that a text states.
     *
     * @param period the time
     * @param start where its words start
     * @param end behind its words
     */
    public record Found(Period period, int start, int end) {}

    /** The first full time of a text, one with its year. */
    public static Optional<Found> first(String words) {
        String text = words.indexOf('年') >= 0 ? arabicYears(words) : words;
        if (!text.contains("19") && !text.contains("20")) {
            return plan(text); // most texts: spare them the search
        }
        return schoolYear(text)
                .or(() -> months(text))
                .or(() -> quarters(text))
                .or(() -> quarter(text))
                .or(() -> half(text))
                .or(() -> years(text))
                .or(() -> month(text))
                .or(() -> digits(text))
                .or(() -> monthFirst(text))
                .or(() -> start(text))
                .or(() -> year(text))
                .or(() -> plan(text));
    }

    /** 二〇二一年 as 2021年, of the same length. */
    private static String arabicYears(String words) {
        return CHINESE_YEAR
                .matcher(words)
                .replaceAll(m -> m.group()
                        .chars()
                        .mapToObj(c -> Integer.toString(Math.max(0, CHINESE_DIGITS.indexOf(c))))
                        .collect(Collectors.joining()));
    }

    /** The time that a text states with its year, or without one in {@code year}; empty where it states none. */
    public static Optional<Found> in(String text, @Nullable Integer year) {
        Optional<Found> full = first(text);
        if (full.isPresent() || year == null || !PART_OF_YEAR.matcher(text).find()) {
            return full;
        }
        Matcher m = BARE_MONTHS.matcher(text);
        if (m.find()) {
            return safe(() -> Period.months(year, number(m.group(1)), number(m.group(2))), m);
        }
        Matcher several = BARE_QUARTERS.matcher(text);
        if (several.find()) {
            return safe(() -> quarters(year, several.group(1), several.group(2)), several);
        }
        Matcher q = BARE_QUARTER.matcher(text);
        if (q.find()) {
            return safe(() -> Period.quarter(year, quarterOf(q.group(1))), q);
        }
        Matcher h = BARE_HALF.matcher(text);
        if (h.find()) {
            return safe(() -> Period.half(year, h.group(1).equals("上") ? 1 : 2), h);
        }
        Matcher one = BARE_MONTH.matcher(text);
        return one.find() ? safe(() -> Period.month(year, number(one.group(1))), one) : Optional.empty();
    }

    /** A text without the times that it states. */
    public static String without(String text) {
        String s = text;
        for (int rounds = 0; rounds < 6; rounds++) {
            Optional<Found> found = in(s, 2000);
            if (found.isEmpty()) {
                break;
            }
            s = s.substring(0, found.get().start()) + s.substring(found.get().end());
        }
        return s;
    }

    private static Optional<Found> schoolYear(String text) {
        Matcher m = SCHOOL_YEAR.matcher(text);
        return m.find() ? safe(() -> Period.schoolYear(number(m.group(1))), m) : Optional.empty();
    }

    private static Optional<Found> start(String text) {
        Matcher m = START.matcher(text);
        return m.find() ? safe(() -> Period.day(LocalDate.of(number(m.group(1)), 1, 1)), m) : Optional.empty();
    }

    /** 十四五时期 is 2021 to 2025; the third plan, after a pause, began in 1966. */
    private static Optional<Found> plan(String text) {
        Matcher m = PLAN.matcher(text);
        if (text.indexOf('五') < 0 || !m.find()) {
            return Optional.empty();
        }
        int number = Numerals.value(m.group(1)).orElseThrow().intValue();
        int first = number < 3 ? 1948 + 5 * number : 1951 + 5 * number;
        return safe(() -> Period.span(first, first + 4), m);
    }

    private static Optional<Found> months(String text) {
        Matcher m = MONTHS.matcher(text);
        return m.find()
                ? safe(
                        () -> number(m.group(2)) == number(m.group(3))
                                ? Period.month(number(m.group(1)), number(m.group(2)))
                                : Period.months(number(m.group(1)), number(m.group(2)), number(m.group(3))),
                        m)
                : Optional.empty();
    }

    private static Optional<Found> quarters(String text) {
        Matcher m = QUARTERS.matcher(text);
        return m.find() ? safe(() -> quarters(number(m.group(1)), m.group(2), m.group(3)), m) : Optional.empty();
    }

    private static Period quarters(int year, @Nullable String first, @Nullable String last) {
        return Period.months(year, 1, 3 * quarterOf(first != null ? first : Objects.requireNonNull(last)));
    }

    private static Optional<Found> digits(String text) {
        Matcher m = DIGITS.matcher(text);
        return m.find() ? safe(() -> Period.month(number(m.group(1)), number(m.group(2))), m) : Optional.empty();
    }

    private static Optional<Found> monthFirst(String text) {
        Matcher m = MONTH_FIRST.matcher(text);
        return m.find() ? safe(() -> Period.month(number(m.group(2)), number(m.group(1))), m) : Optional.empty();
    }

    private static Optional<Found> quarter(String text) {
        Matcher m = QUARTER.matcher(text);
        if (!m.find()) {
            return Optional.empty();
        }
        String quarter = m.group(2) != null ? m.group(2) : m.group(3) != null ? m.group(3) : m.group(4);
        return safe(() -> Period.quarter(number(m.group(1)), quarterOf(quarter)), m);
    }

    private static Optional<Found> half(String text) {
        Matcher m = HALF.matcher(text);
        return m.find()
                ? safe(() -> Period.half(number(m.group(1)), m.group(2).equals("上") ? 1 : 2), m)
                : Optional.empty();
    }

    private static Optional<Found> month(String text) {
        Matcher m = MONTH.matcher(text);
        return m.find() ? safe(() -> Period.month(number(m.group(1)), number(m.group(2))), m) : Optional.empty();
    }

    private static Optional<Found> years(String text) {
        Matcher m = YEARS.matcher(text);
        return m.find() ? safe(() -> Period.span(number(m.group(1)), number(m.group(2))), m) : Optional.empty();
    }

    private static Optional<Found> year(String text) {
        Matcher m = ONE_YEAR.matcher(text);
        return m.find() ? safe(() -> Period.year(number(m.group(1))), m) : Optional.empty();
    }

    /** Makes a period; numbers that make none, such as 13月, are no time. */
    private static Optional<Found> safe(java.util.function.Supplier<Period> period, Matcher m) {
        try {
            return Optional.of(new Found(period.get(), m.start(), m.end()));
        } catch (java.time.DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int quarterOf(String text) {
        int chinese = "一二三四".indexOf(text);
        return chinese >= 0 ? chinese + 1 : number(text);
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }
}
