package tongcang.coding;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The order of the industries of GB/T 4754: groups (062) in divisions (06) in sections (B). */
final class Industries {
    private static final String DIMENSION = "industry=";

    /** First division of each section. */
    private static final NavigableMap<Integer, String> SECTIONS = new TreeMap<>(Map.ofEntries(
            Map.entry(1, "A"),
            Map.entry(6, "B"),
            Map.entry(13, "C"),
            Map.entry(44, "D"),
            Map.entry(47, "E"),
            Map.entry(51, "F"),
            Map.entry(53, "G"),
            Map.entry(61, "H"),
            Map.entry(63, "I"),
            Map.entry(66, "J"),
            Map.entry(70, "K"),
            Map.entry(71, "L"),
            Map.entry(73, "M"),
            Map.entry(76, "N"),
            Map.entry(80, "O"),
            Map.entry(83, "P"),
            Map.entry(84, "Q"),
            Map.entry(86, "R"),
            Map.entry(91, "S"),
            Map.entry(97, "T")));

    private Industries() {}

    /** Whether a member, {@code industry=06}, is an industry that lies in another one, and is not that one. */
    static boolean isWithin(String member, String whole) {
        if (!member.startsWith(DIMENSION) || !whole.startsWith(DIMENSION) || member.equals(whole)) {
            return false;
        }
        String code = member.substring(DIMENSION.length());
        String outer = whole.substring(DIMENSION.length());
        boolean numbered = code.length() >= 2 && code.chars().allMatch(c -> c >= '0' && c <= '9');
        return numbered && (code.startsWith(outer) || outer.equals(section(code)));
    }

    private static String section(String code) {
        Map.Entry<Integer, String> first = SECTIONS.floorEntry(Integer.parseInt(code.substring(0, 2)));
        return first == null ? "" : first.getValue();
    }
}
