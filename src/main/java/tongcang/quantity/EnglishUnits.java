package tongcang.quantity;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Units as yearbooks and databases say them in English: 10,000 persons, RMB mn, USD 100 million, yuan per ton. */
final class EnglishUnits {
    private static final String WORDS =
            "trillion|trn|tn|billion|bn|bil|million|mln|mil|mn|thousand|th|hundredmillion|tenmillion|tenthousand";
    private static final String DIGITS = "100?(?:million|thousand)|10,000|100,000|1,?000,?000|10{2,5}";
    private static final Pattern BEFORE = Pattern.compile("(?i)(" + DIGITS + "|" + WORDS + ")([a-z$].*)");
    private static final Pattern BEHIND = Pattern.compile("(?i)(.*[a-z$])(" + DIGITS + "|" + WORDS + ")");
    private static final Pattern PER = Pattern.compile("(?i)(?<=[a-z$.])per(?!sons?|cent)");

    private static final Map<String, String> MAGNITUDES = Map.ofEntries(
            Map.entry("trillion", "万亿"),
            Map.entry("trn", "万亿"),
            Map.entry("tn", "万亿"),
            Map.entry("billion", "十亿"),
            Map.entry("bn", "十亿"),
            Map.entry("bil", "十亿"),
            Map.entry("hundredmillion", "亿"),
            Map.entry("100million", "亿"),
            Map.entry("tenmillion", "千万"),
            Map.entry("10million", "千万"),
            Map.entry("million", "百万"),
            Map.entry("mln", "百万"),
            Map.entry("mil", "百万"),
            Map.entry("mn", "百万"),
            Map.entry("1000000", "百万"),
            Map.entry("100thousand", "十万"),
            Map.entry("100000", "十万"),
            Map.entry("tenthousand", "万"),
            Map.entry("10thousand", "万"),
            Map.entry("10000", "万"),
            Map.entry("thousand", "千"),
            Map.entry("th", "千"),
            Map.entry("1000", "千"),
            Map.entry("100", "百"));

    private EnglishUnits() {}

    /** A magnitude in Chinese and what it is of, in English. */
    record Counted(String magnitude, String unit) {}

    /** The ways to part a text without blanks into a magnitude and a unit; empty where it holds no magnitude in English. */
    static List<Counted> partings(String text) {
        Matcher before = BEFORE.matcher(text);
        Matcher behind = BEHIND.matcher(text);
        return Stream.of(
                        before.matches() ? counted(before.group(1), before.group(2)) : Optional.<Counted>empty(),
                        behind.matches() ? counted(behind.group(2), behind.group(1)) : Optional.<Counted>empty())
                .flatMap(Optional::stream)
                .toList();
    }

    /** A quotient in English, yuan per ton, as one with a slash. */
    static String withSlash(String text) {
        return PER.matcher(text).replaceAll("/");
    }

    private static Optional<Counted> counted(String magnitude, String unit) {
        return Optional.ofNullable(MAGNITUDES.get(magnitude.replace(",", "").toLowerCase(Locale.ROOT)))
                .map(chinese -> new Counted(chinese, unit));
    }
}
