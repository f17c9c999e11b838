package tongcang.coding.region;

import java.util.List;

/**
 * A line of the list of places: what a code stood for in a span of years.
 *
 * @param code by GB/T 2260 (six digits), of townships and villages by 统计用区划代码 (nine and twelve), of countries by
 *     ISO 3166 (three letters), of groups {@code G_} and a word
 * @param name official
 * @param level {@code country province city county township village zone district_group group}
 * @param parent code of the place it belongs to; empty of countries and groups
 * @param firstYear first year it is the place of its statistics, 0 where that is not known
 * @param lastYear last such year, 9999 while it lasts
 * @param successors codes of the places that took its area over, none while it lasts or goes on under its code
 */
record Region(
        String code, String name, String level, String parent, int firstYear, int lastYear, List<String> successors) {
    /** While it lasts. */
    static final int NO_END = 9999;

    Region {
        successors = List.copyOf(successors);
    }

    /** Whether it was there in one of the years, both ends included. */
    boolean overlaps(int from, int to) {
        return firstYear <= to && from <= lastYear;
    }

    /** How far it is from the whole: 0 a country, 3 a county; what belongs to no such level comes last. */
    int depth() {
        return switch (level) {
            case "country" -> 0;
            case "province" -> 1;
            case "city" -> 2;
            case "county" -> 3;
            default -> 4;
        };
    }
}
