package tongcang.coding.region;

import java.util.Map;
import java.util.Optional;

/** Words for the whole of a list or of the place that a sheet is about: 合计, 全市, 本县. */
final class WholePlaces {
    /** A whole of no certain level. */
    static final String ANY = "";

    private static final Map<String, String> LEVELS = Map.ofEntries(
            Map.entry("", ANY),
            Map.entry("合计", ANY),
            Map.entry("总计", ANY),
            Map.entry("各市合计", ANY),
            Map.entry("各地合计", ANY),
            Map.entry("各县合计", ANY),
            Map.entry("各县区合计", ANY),
            Map.entry("各县市区合计", ANY),
            Map.entry("全省", "province"),
            Map.entry("本省", "province"),
            Map.entry("全市", "city"),
            Map.entry("本市", "city"),
            Map.entry("全市合计", "city"),
            Map.entry("全州", "city"),
            Map.entry("全盟", "city"),
            Map.entry("全县", "county"),
            Map.entry("本县", "county"),
            Map.entry("全区", "county"),
            Map.entry("全旗", "county"));

    private WholePlaces() {}

    /** The level of the place that the word means, {@link #ANY} where it does not say; empty of a name. */
    static Optional<String> of(String written) {
        return Optional.ofNullable(LEVELS.get(RegionList.normal(written)));
    }
}
