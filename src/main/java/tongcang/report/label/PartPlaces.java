package tongcang.report.label;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts of a place that a clause names beside its numbers: a town, a zone, a district. */
public final class PartPlaces {
    private static final String NAME = "[\\u4e00-\\u9fa5&&[^的级个家类各等和与及为在入建设年市省国全地]]";

    /** 城镇, 乡镇 and 小城镇 are no names; 国家级开发区 is a kind of zone. */
    private static final Pattern PART = Pattern.compile(NAME + "{2,4}(?:新区|新片区|组团|片区|示范区|开发区|试验区)|" + NAME
            + "{1,2}[^\\P{IsHan}城乡小强重古名特集各个]镇(?![级化村居职就登污基老私单住常])|" + NAME + "{2}区(?=实现|完成|生产总值|建成)");

    /** 自贸试验区 is a kind of zone, of which a name may tell which. */
    private static final Pattern KIND = Pattern.compile(
            "^(?:[^，,。；;、]{0,6}?(?:自贸|自由贸易|经济技术|经济|高新技术产业|高新|产业|合作|先行|综合|核心|国家|自主创新|一体化(?:发展)?|现代农业)(?:试验区|示范区|开发区|新区|片区))+");

    private PartPlaces() {}

    /** The part that a label begins with; empty where it begins with none. */
    static String atStart(String label) {
        String named = KIND.matcher(label).replaceFirst("");
        Matcher m = PART.matcher(named);
        return m.lookingAt() ? m.group() : "";
    }

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
