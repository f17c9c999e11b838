package tongcang.report.label;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts of a place that a clause names beside its numbers: a town, a zone, a district. */
public final class PartPlaces {
    private static final Pattern PART = Pattern.compile(
            "[\\u4e00-\\u9fa5]{2,6}(?:新区|新片区|组团|[一-龥]{1,2}镇|示范区|片区|开发区|试验区)|[\\u4e00-\\u9fa5]{2}(?:镇|乡|区)(?=[建完投新实形]|生产)");

    private PartPlaces() {}

    /** The first part that is named and is not {@code own}; empty where none is. */
    public static String in(String words, String own) {
        Matcher m = PART.matcher(words);
        while (m.find()) {
            if (!m.group().contains(own) || own.isEmpty()) {
                return m.group();
            }
        }
        return "";
    }
}
