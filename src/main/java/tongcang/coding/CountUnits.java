package tongcang.coding;

import java.util.List;
import java.util.Set;
import tongcang.Unit;

/** Counters that count the same things by other words: 家 and 户 enterprises, 人 and 名 persons, 个 of anything built. */
final class CountUnits {
    private static final List<Set<String>> KIN = List.of(
            Set.of("count.个", "count.家", "household", "count.所"),
            Set.of("count.个", "count.项", "count.条", "count.件", "count.处", "count.座"),
            Set.of("person", "count.名", "count.位"));

    private CountUnits() {}

    /** Alike for scale, though not the same. Journeys and visits are told in persons; in 人次 no persons are told. */
    static boolean areAlike(Unit said, Unit shown) {
        return KIN.stream().anyMatch(kin -> kin.contains(said.dimension()) && kin.contains(shown.dimension()))
                || said.dimension().equals("person") && shown.dimension().equals("person_time");
    }

    /** The same, or alike for scale. */
    static boolean convert(Unit said, Unit shown) {
        return said.dimension().equals(shown.dimension()) || areAlike(said, shown);
    }
}
