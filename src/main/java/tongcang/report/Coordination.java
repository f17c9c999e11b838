package tongcang.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Several subjects over several numbers: PM10、PM2.5平均浓度 over 18%、20%, mostly with 分别. */
final class Coordination {
    private static final Words HEAD_NOUN = Words.of("head-noun");

    private Coordination() {}

    /** A label for each of {@code size} numbers: each part with the tail that the last one has; else all the same. */
    static List<String> spread(String label, int size) {
        List<String> parts = new ArrayList<>(List.of(label.split("[、和及与]")));
        if (parts.size() != size) {
            return size == 2 ? townAndCountry(label) : Collections.nCopies(size, label);
        }
        String last = parts.get(size - 1);
        List<String> labels = new ArrayList<>();
        for (String part : parts.subList(0, size - 1)) {
            labels.add(part + tail(part, last));
        }
        labels.add(last);
        return labels;
    }

    /** 城乡居民收入 over two numbers is that of towns and that of the country. */
    private static List<String> townAndCountry(String label) {
        int at = label.indexOf("城乡");
        if (at < 0) {
            return Collections.nCopies(2, label);
        }
        String before = label.substring(0, at);
        String behind = label.substring(at + 2);
        String town = behind.startsWith("低保") ? "城市" : "城镇";
        return List.of(before + town + behind, before + "农村" + behind);
    }

    private static String tail(String part, String last) {
        if (part.isEmpty()) {
            return "";
        }
        if (part.matches(".*[A-Za-z0-9]$")) {
            return last.replaceFirst("^[A-Za-z0-9.]+", "");
        }
        String head = HEAD_NOUN.atEnd(last);
        if (!head.isEmpty() && HEAD_NOUN.atEnd(part).isEmpty() && head.length() < last.length()) {
            return head;
        }
        int same = last.indexOf(part.charAt(part.length() - 1));
        return same < 0 || same == last.length() - 1 ? "" : last.substring(same + 1);
    }
}
