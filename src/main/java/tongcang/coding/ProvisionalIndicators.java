package tongcang.coding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tongcang.CodedKey;
import tongcang.Figure;
import tongcang.Measure;
import tongcang.Unit;
import tongcang.coding.MemberList.Member;
import tongcang.quantity.Units;
import tongcang.support.Sha256;

/**
 * Indicators that a clear label makes by itself (暂定指标): what no line of the catalogue claims is queryable the same
 * night. An indicator's identity is the normal form of its words without headings, members and words of growth, with the
 * dimension of its amounts; rates of growth, shares and indices of it are one of their own, since they do not say of what
 * dimension it is. The code is a function of the identity alone, so that it is the same in every warehouse and whatever
 * came first, and a label that is catalogued later still has the code that it had.
 */
final class ProvisionalIndicators {
    static final String RULE = "provisional";

    /** Marks codes that no catalogue has. */
    private static final String PREFIX = "x_";

    private static final int DIGITS = 12;

    /** Measures that an indicator's unit is that of. */
    private static final Set<Measure> AMOUNTS = Set.of(Measure.LEVEL, Measure.INCREMENT, Measure.CHANGE);

    private static final int LONGEST = 80;

    /** Words of a whole that is not the figure's place: whether it is, only a person knows. */
    private static final Pattern WHOLE = Pattern.compile("全[国省市县区州旗镇乡]");

    private static final Pattern PER_HEAD = Pattern.compile("人均|户均|平均|每|单价|价格|均价");

    /** Things are counted in them: the thing's name is the statistic's. */
    private static final Set<String> COUNTED = Set.of("person", "household", "person_time");

    /** Units in which amounts are shown with six decimals, neither rounded away nor too large; else the base unit. */
    private static final Map<String, String> SHOWN = Map.ofEntries(
            Map.entry("money", "万元"),
            Map.entry("area", "万平方米"),
            Map.entry("mass", "吨"),
            Map.entry("length", "公里"),
            Map.entry("volume", "万立方米"),
            Map.entry("energy", "万千瓦时"),
            Map.entry("power", "万千瓦"),
            Map.entry("coal_equivalent", "吨标准煤"),
            Map.entry("length·mass", "万吨公里"),
            Map.entry("length·person", "万人公里"));

    private static final Set<String> NOT_ADDED =
            Set.of("percent", "percentage_point", "multiple", "proportion", "index", "temperature", "sound_level");

    private final Units units;
    private final MemberList members;

    ProvisionalIndicators(Units units, MemberList members) {
        this.units = units;
        this.members = members;
    }

    /** An indicator with the members that its label names and the measure that its words say. */
    record Found(CodedKey.Provisional indicator, List<String> members, Measure measure) {}

    /** The indicator of a label with its unit; empty where the label does not say clearly what is measured. */
    Optional<Found> of(String label, StatedMeasure said, Unit unit) {
        Map<String, String> split = new LinkedHashMap<>();
        List<String> words = words(label, split);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String last = LabelWording.normal(words.get(words.size() - 1));
        String bare = LabelWording.withoutGrowth(last);
        boolean grew = !bare.equals(last);
        Measure measure = grew ? said.growth().measure() : said.measure();
        String identity = words.size() == 1
                ? bare
                : LabelWording.normal(String.join("", words.subList(0, words.size() - 1))) + bare;
        if (measure == Measure.RANK || identity.length() > LONGEST || !isClear(words, unit)) {
            return Optional.empty();
        }
        String dimension = AMOUNTS.contains(measure) ? unit.dimension() : "";
        CodedKey.Provisional indicator = new CodedKey.Provisional(
                PREFIX + Sha256.of(identity + "\n" + dimension).substring(0, DIGITS),
                String.join(Figure.PATH, words),
                dimension.isEmpty() ? "%" : shown(identity, unit),
                isRate(identity, dimension));
        return Optional.of(new Found(indicator, List.copyOf(split.values()), measure));
    }

    /** The label's parts that are no headings; members are put aside, of each dimension the innermost. */
    private List<String> words(String label, Map<String, String> split) {
        List<String> words = new ArrayList<>();
        List<String> parts = LabelWording.parts(label);
        int length = 0;
        for (int i = parts.size() - 1; i >= 0; i--) {
            Optional<Member> member = members.find(parts.get(i));
            if (member.isEmpty() || !isPutAside(member.get(), split)) {
                words.add(0, parts.get(i));
                length += LabelWording.length(parts.get(i));
            }
            if (length > LONGEST) { // no identity has so many, whatever stands before
                return List.of();
            }
        }
        return words;
    }

    /** A member goes with its dimension's innermost, or is what that one lies in. */
    private static boolean isPutAside(Member member, Map<String, String> split) {
        if (member.saysNothing()) {
            return !member.isContext();
        }
        String inner = split.putIfAbsent(member.dimension(), member.toString());
        return inner == null || Industries.isWithin(inner, member.toString());
    }

    private static boolean isClear(List<String> words, Unit unit) {
        boolean counted = COUNTED.contains(unit.dimension()) || unit.dimension().startsWith("count.");
        return (counted || words.stream().anyMatch(ClearWords::sayMeasure))
                && words.stream().noneMatch(word -> WHOLE.matcher(word).lookingAt())
                && words.stream().map(LabelWording::normal).anyMatch(ClearWords::sayWhat);
    }

    private static boolean isRate(String identity, String dimension) {
        return dimension.isEmpty()
                || NOT_ADDED.contains(dimension)
                || dimension.contains("/")
                || PER_HEAD.matcher(identity).find();
    }

    private String shown(String identity, Unit unit) {
        String base = units.baseOf(unit.dimension());
        return PER_HEAD.matcher(identity).find() ? base : SHOWN.getOrDefault(unit.dimension(), base);
    }
}
