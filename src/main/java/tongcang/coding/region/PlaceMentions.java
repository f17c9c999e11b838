package tongcang.coding.region;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds names of places in words: in titles and file names, and in names that are put together.
 *
 * @param regions all places
 * @param firstYear first of the years that are spoken of; of places with one name those that were there at their end are meant:
 *     a series is told of the places of its last year
 * @param lastYear last of them
 */
record PlaceMentions(RegionList regions, int firstYear, int lastYear) {
    /** How a name ends that words may hold; a short form without it is a word of its own too often (和平 新华 大同). */
    private static final Pattern RANKED = Pattern.compile(".{2,}(?:省|市|县|区|旗|盟|自治州|兵团)");

    private static final Pattern BRACKETS = Pattern.compile("\\(.*");
    private static final Pattern TOTAL = Pattern.compile("(?:全市|全省|全县|全区)?(?:合计|总计|小计)$");
    private static final int SHORTEST = 2;
    private static final int LONGEST = 15;

    /** The places of a name, whatever stands in brackets behind it, put before it as its whole, or marks it as a total. */
    List<String> find(String name) {
        for (String each : List.of(
                name,
                BRACKETS.matcher(name).replaceFirst(""),
                TOTAL.matcher(name).replaceFirst(""))) {
            List<String> codes = there(each);
            if (!codes.isEmpty()) {
                return codes;
            }
        }
        return behindItsWhole(name);
    }

    /** Codes of that name; of several those that were there in the last of the years, or in any, where some were. */
    private List<String> there(String name) {
        List<String> codes = regions.names().find(name);
        if (codes.size() < 2) {
            return codes;
        }
        List<String> last = existing(codes, lastYear, lastYear);
        List<String> there = last.isEmpty() ? existing(codes, firstYear, lastYear) : last;
        return there.isEmpty() ? codes : there;
    }

    private List<String> existing(List<String> codes, int from, int to) {
        return codes.stream().filter(code -> regions.existed(code, from, to)).toList();
    }

    /** 河南省许昌市, 江苏苏州: the places of the last name that lie in one of the first. */
    private List<String> behindItsWhole(String name) {
        Set<String> found = new LinkedHashSet<>();
        for (int i = SHORTEST; i + SHORTEST <= name.length() && name.length() <= 2 * LONGEST; i++) {
            List<String> wholes = there(name.substring(0, i));
            for (String part : wholes.isEmpty() ? List.<String>of() : find(name.substring(i))) {
                if (wholes.stream().anyMatch(whole -> !part.equals(whole) && regions.isWithin(part, whole))) {
                    found.add(part);
                }
            }
        }
        return List.copyOf(found);
    }

    /** The place that titles and names of sheet and file are about: the innermost of those that they name; empty where they differ. */
    Optional<String> scope(List<String> around) {
        List<String> places = new ArrayList<>();
        around.forEach(words -> places.addAll(in(RegionList.normal(words))));
        Optional<String> inner = places.stream()
                .filter(place -> places.stream().allMatch(other -> regions.isWithin(place, other)))
                .findFirst();
        return inner.filter(place -> regions.get(place).depth() > 0);
    }

    /** The places that words name for sure: by a full name that only one place has, or has within another that is named. */
    private List<String> in(String words) {
        List<List<String>> named = new ArrayList<>();
        for (int i = 0; i + SHORTEST <= words.length(); i++) {
            for (int end = Math.min(words.length(), i + LONGEST); end >= i + SHORTEST; end--) {
                List<String> codes = named(words.substring(i, end));
                if (!codes.isEmpty()) {
                    named.add(codes);
                    i = end - 1;
                    break;
                }
            }
        }
        List<String> sure = new ArrayList<>();
        named.stream().filter(codes -> codes.size() == 1).forEach(sure::addAll);
        List<String> wholes = List.copyOf(sure);
        for (List<String> codes : named) {
            List<String> inside = codes.stream()
                    .filter(code -> codes.size() > 1 && wholes.stream().anyMatch(w -> regions.isWithin(code, w)))
                    .toList();
            sure.addAll(inside.size() == 1 ? inside : List.of());
        }
        return sure;
    }

    private List<String> named(String name) {
        List<String> codes = there(name).stream()
                .filter(code -> !regions.names().isOwn(name, code))
                .toList();
        boolean province = codes.stream().anyMatch(code -> regions.get(code).depth() == 1);
        return RANKED.matcher(name).matches() || province ? codes : List.of();
    }
}
