package tongcang.workbook.label;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tongcang.Period;

/** The years of the national censuses, which a table may name by their number alone: 第七次全国人口普查 is of 2020. */
public final class CensusYears {
    private static final String NUMBERS = "一二三四五六七八";
    private static final Pattern NAMED = Pattern.compile("第([一二三四五六七八])次(?:全国|全省|全市|全县)?(人口|经济|农业)普查");
    private static final Map<String, List<Integer>> YEARS = Map.of(
            "人口", List.of(1953, 1964, 1982, 1990, 2000, 2010, 2020),
            "经济", List.of(2004, 2008, 2013, 2018, 2023),
            "农业", List.of(1996, 2006, 2016));

    private CensusYears() {}

    /** The year of the only census that a text names; empty where it names none, or several. */
    public static Optional<Period> of(String text) {
        Matcher m = NAMED.matcher(text);
        Period found = null;
        while (text.contains("普查") && m.find()) {
            List<Integer> years = YEARS.getOrDefault(m.group(2), List.of());
            int number = NUMBERS.indexOf(m.group(1));
            Period year = number < years.size() ? Period.year(years.get(number)) : null;
            if (year == null || found != null && !found.equals(year)) {
                return Optional.empty();
            }
            found = year;
        }
        return Optional.ofNullable(found);
    }
}
