package tongcang.coding.region;

import java.util.List;
import java.util.Optional;
import tongcang.NamedPlaces.Meaning;

/**
 * What the words for the whole mean on one sheet. The bureau's own region is a claim too: a sheet about other places never
 * becomes the bureau's own.
 *
 * @param regions all places
 * @param home the bureau's own
 * @param scope the place that the words around name, or empty
 * @param known places that the names beside mean
 * @param named whether there are names beside at all
 */
record Whole(RegionList regions, String home, Optional<String> scope, List<String> known, boolean named) {

    Meaning meaning(String written) {
        String level = WholePlaces.of(written).orElse(WholePlaces.ANY);
        Meaning whole = whole(written);
        if (level.equals(WholePlaces.ANY) || whole.region().isEmpty()) {
            return whole;
        }
        // 全市 on a county's sheet is the city that it lies in; 全区 is a province's word as well (内蒙古 广西)
        return regions.above(whole.region(), level)
                .map(code -> new Meaning(code, whole.rule(), ""))
                .orElseGet(() -> regions.get(whole.region()).depth() == 0 ? notTheNation(written) : whole);
    }

    private static Meaning notTheNation(String written) {
        return new Meaning("", "none", "“" + written + "”不是全国，表中也没有写明是哪里；请在表题中写明地区");
    }

    private Meaning whole(String written) {
        boolean atHome = known.stream().anyMatch(code -> regions.isWithin(code, home));
        if (scope.isPresent() && !(atHome && regions.isWithin(home, scope.get()))) {
            return new Meaning(scope.get(), "title", "");
        }
        Optional<String> parent = shared();
        if (atHome) {
            // 合计 of a city's districts is the city's, for the bureau of the nation or of the province too
            return parent.filter(p -> !written.isEmpty() && !p.equals(home) && regions.isWithin(p, home))
                    .map(p -> new Meaning(p, "total", ""))
                    .orElseGet(() -> new Meaning(home, "home", ""));
        }
        if (parent.isPresent()) {
            return new Meaning(parent.get(), "total", "");
        }
        boolean elsewhere =
                named && (known.isEmpty() || known.stream().anyMatch(code -> !regions.isWithin(home, code)));
        return elsewhere
                ? new Meaning("", "none", "表中写明的都是其他地区，没有写明地区的数值不能当作本地区的数；请在表题中写明地区")
                : new Meaning(home, "home", "");
    }

    /** The place that all the named ones are the parts of. */
    private Optional<String> shared() {
        List<String> parents = known.stream()
                .map(code -> regions.get(code).parent())
                .distinct()
                .toList();
        boolean one =
                known.size() >= 2 && parents.size() == 1 && !parents.get(0).isEmpty();
        return one ? Optional.of(parents.get(0)) : Optional.empty();
    }
}
