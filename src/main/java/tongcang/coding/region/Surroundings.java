package tongcang.coding.region;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tongcang.NamedPlaces.Meaning;

/**
 * What stands beside a name and tells which of the places of that name it means.
 *
 * @param regions all places
 * @param home the bureau's own
 * @param scope the place that the words around name, or empty
 * @param candidates the places of each name
 * @param parent the place that most of the names can belong to, or empty
 */
record Surroundings(
        RegionList regions,
        String home,
        Optional<String> scope,
        Map<String, List<String>> candidates,
        Optional<String> parent) {

    private static final String NOT_FOR_US = "not_for_us";

    Meaning meaning(String written) {
        String name = RegionList.normal(written);
        List<String> codes = candidates.getOrDefault(written, List.of()).stream()
                .filter(code -> isAtHome()
                        || !regions.isWithin(code, home)
                        || !regions.names().isOwn(name, code))
                .toList();
        if (codes.isEmpty() && regions.isIgnored(written)) {
            return new Meaning("", NOT_FOR_US, "");
        }
        if (codes.isEmpty()) {
            return unknown(written, name);
        }
        if (codes.size() == 1) {
            return new Meaning(codes.get(0), "named", "");
        }
        return scope.flatMap(place -> only(codes, code -> regions.isWithin(code, place)))
                .map(code -> new Meaning(code, "title", ""))
                .or(() -> isAtHome()
                        ? only(codes, code -> regions.isWithin(code, home)).map(code -> new Meaning(code, "home", ""))
                        : Optional.empty())
                .or(() -> parent.flatMap(p ->
                                only(codes, code -> regions.get(code).parent().equals(p)))
                        .map(code -> new Meaning(code, "list", "")))
                .or(() -> highest(codes).map(code -> new Meaning(code, "named", "")))
                .orElseGet(() -> ambiguous(written, codes));
    }

    /** Whether the sheet is about the bureau's own region: its title says so, or its list, or nothing says otherwise. */
    private boolean isAtHome() {
        if (scope.isPresent()) {
            return regions.isWithin(scope.get(), home) || regions.isWithin(home, scope.get());
        }
        return parent.isEmpty() || regions.isWithin(parent.get(), home) || regions.isWithin(home, parent.get());
    }

    private static Optional<String> only(List<String> codes, Predicate<String> fits) {
        List<String> fitting = codes.stream().filter(fits).toList();
        return fitting.size() == 1 ? Optional.of(fitting.get(0)) : Optional.empty();
    }

    /** The only one of the highest level among them: 吉林 alone is the province, not the city. */
    private Optional<String> highest(List<String> codes) {
        int depth =
                codes.stream().mapToInt(code -> regions.get(code).depth()).min().orElse(0);
        return only(codes, code -> regions.get(code).depth() == depth && depth < 3);
    }

    private Meaning unknown(String written, String name) {
        List<String> near = regions.names().nearest(name);
        String hint = near.isEmpty() ? "" : "，名称相近的有 " + String.join("、", near.subList(0, Math.min(3, near.size())));
        return new Meaning(
                "",
                "none",
                "地区“" + written + "”不在地区代码表中" + hint + "；请核对名称，如确有此地区，请补入 seeds/codelists/" + RegionList.OWN);
    }

    private Meaning ambiguous(String written, List<String> codes) {
        String places = codes.stream()
                .limit(4)
                .map(code -> path(code) + "（" + code + "）")
                .collect(Collectors.joining("、"));
        return new Meaning("", "none", "地区“" + written + "”同名的有 " + codes.size() + " 个：" + places + "；请在表题或地区栏写明上级地区");
    }

    private String path(String code) {
        String parent = regions.get(code).parent();
        return parent.isEmpty() || regions.get(parent).depth() == 0
                ? regions.get(code).name()
                : path(parent) + regions.get(code).name();
    }
}
