package tongcang.report.label;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which place a figure is about: the one that its label begins with, else the report's own. */
public final class NamedPlaces {
    /** A county, district or city in front of a headline indicator: 河阳县生产总值. A bare 城区 or 园区 is no place. */
    private static final Pattern NAMED =
            Pattern.compile("(?![全各本我城郊山园社校景灾库牧林湖两人]|[高低快慢]于)([\\u4e00-\\u9fa5&&[^全各地]]{2,3}[县市区旗])"
                    + "(?=(?:地区)?生产总值|规上|规模以上|固定资产|一般公共|社会消费|居民|城镇居民|农村居民|常住人口|财政|进出口)");

    private static final Pattern KIND_OF_ZONE = Pattern.compile(
            ".*(?:试验区|开发区|园区|示范区|先导区|功能区|保税区|高新区|新区|集聚区|核心区|地级市|县级市|省辖市|城市|上市|贫困县|脱贫县|百强县|中心城区|主城区|重点县)");

    /** A shorter label says too little without its place: 浦东新区法规. */
    private static final int SAYS_ITSELF = 5;

    private NamedPlaces() {}

    /** A label without its place, and the place. */
    public record Placed(String label, String region) {}

    public static Placed of(String label, String own) {
        if (!own.isEmpty() && label.startsWith(own) && label.length() > own.length() + 1) {
            return new Placed(label.substring(own.length()), own);
        }
        Matcher named = NAMED.matcher(label);
        if (named.lookingAt() && !KIND_OF_ZONE.matcher(named.group(1)).matches()) {
            return new Placed(label.substring(named.end()), named.group(1));
        }
        String part = PartPlaces.atStart(label);
        if (part.isEmpty() || !own.isEmpty() && part.contains(own)) {
            return new Placed(label, own);
        }
        String rest = label.substring(label.indexOf(part) + part.length());
        return new Placed(rest.length() >= SAYS_ITSELF ? rest : label, part);
    }
}
