package tongcang.coding;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tongcang.InvalidFileException;
import tongcang.Ratio;
import tongcang.quantity.SimpleUnit;
import tongcang.quantity.Units;

/** The codelists of {@code seeds/codelists}: what is known before the first run. */
public final class Codelists {
    private final Units units;
    private final Map<String, Indicator> indicators = new LinkedHashMap<>();
    private final Map<String, String> indicatorByExactName = new HashMap<>();
    private final Map<String, String> indicatorByNormalName = new HashMap<>();
    private final Map<String, String> regionByName = new HashMap<>();
    private final Map<String, Member> memberByName = new HashMap<>();

    /** A member of a classification. */
    record Member(String dimension, String code) {}

    private Codelists(Units units) {
        this.units = units;
    }

    /**
     * Reads all codelists.
     *
     * @throws InvalidFileException with file, line and reason where one is wrong
     */
    public static Codelists load(Path folder) {
        Codelists lists = new Codelists(units(folder));
        lists.readIndicators(folder);
        lists.checkSubjects(folder);
        lists.readRegions(folder);
        lists.readDepartments(folder);
        lists.readMembers(folder);
        return lists;
    }

    /** The unit catalogue. */
    public Units units() {
        return units;
    }

    /** All indicators, in the file's order. */
    public Collection<Indicator> indicators() {
        return indicators.values();
    }

    Indicator indicator(String code) {
        Indicator indicator = indicators.get(code);
        if (indicator == null) {
            throw new IllegalArgumentException("no indicator " + code);
        }
        return indicator;
    }

    Optional<String> indicatorNamed(String name) {
        return Optional.ofNullable(indicatorByExactName.get(name));
    }

    Optional<String> indicatorOfNormalName(String normal) {
        return Optional.ofNullable(indicatorByNormalName.get(normal));
    }

    Map<String, String> normalNames() {
        return indicatorByNormalName;
    }

    Optional<String> region(String name) {
        return Optional.ofNullable(regionByName.get(name));
    }

    Optional<Member> member(String name) {
        return Optional.ofNullable(memberByName.get(Words.normal(name)));
    }

    private static Units units(Path folder) {
        List<SimpleUnit> simple = new CodelistFile(folder, "units.csv")
                .read(
                        List.of("unit", "aliases", "dimension", "to_base", "name"),
                        line -> new SimpleUnit(
                                CodelistFile.required(line, "unit"),
                                CodelistFile.several(line.getField("aliases")),
                                CodelistFile.required(line, "dimension"),
                                ratio(line)));
        try {
            return new Units(simple);
        } catch (IllegalArgumentException e) {
            throw new InvalidFileException("seeds/codelists/units.csv", 0, String.valueOf(e.getMessage()));
        }
    }

    private static Ratio ratio(NamedCsvRecord line) {
        String text = CodelistFile.required(line, "to_base");
        try {
            return Ratio.of(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "to_base '" + text + "' is no ratio; expected such as 10000 or 2000/3", e);
        }
    }

    private void readIndicators(Path folder) {
        new CodelistFile(folder, "indicators.csv")
                .read(
                        List.of(
                                "indicator",
                                "name",
                                "aliases",
                                "subject",
                                "definition",
                                "unit",
                                "additivity",
                                "price_basis"),
                        line -> {
                            addIndicator(line);
                            return line;
                        });
    }

    /** Subjects name the wide tables of the warehouse. */
    private void checkSubjects(Path folder) {
        Set<String> names = new HashSet<>();
        new CodelistFile(folder, "subjects.csv").read(List.of("subject", "name", "note"), line -> {
            String code = CodelistFile.required(line, "subject");
            require(
                    code.matches("[a-z][a-z0-9_]*"),
                    "subject '" + code + "'; expected lower-case letters, digits and _");
            return names.add(CodelistFile.required(line, "name"));
        });
        indicators.values().stream()
                .filter(i -> !names.contains(i.subject()))
                .findFirst()
                .ifPresent(i -> {
                    throw new InvalidFileException(
                            "seeds/codelists/subjects.csv",
                            0,
                            "no subject '" + i.subject() + "', which indicator " + i.code() + " has; add a line");
                });
    }

    private void addIndicator(NamedCsvRecord line) {
        String code = CodelistFile.required(line, "indicator");
        require(code.matches("[a-z][a-z0-9_]*"), "indicator '" + code + "'; expected lower-case letters, digits and _");
        require(!indicators.containsKey(code), "indicator '" + code + "' stands twice");
        String unit = CodelistFile.required(line, "unit");
        String basis = CodelistFile.required(line, "price_basis");
        require(
                Set.of("current", "constant", "none").contains(basis),
                "price_basis '" + basis + "'; expected current, constant or none");
        Indicator indicator = new Indicator(
                code,
                CodelistFile.required(line, "name"),
                CodelistFile.several(line.getField("aliases")),
                CodelistFile.required(line, "subject"),
                units.parse(unit)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "unknown unit '" + unit + "'; add it to seeds/codelists/units.csv")),
                CodelistFile.oneOf(line, "additivity", Indicator.Additivity.values()));
        indicators.put(code, indicator);
        Stream.concat(Stream.of(indicator.name()), indicator.aliases().stream()).forEach(name -> addName(code, name));
    }

    private void addName(String code, String name) {
        indicatorByExactName.put(name, code);
        String other = indicatorByNormalName.put(Words.normal(name), code);
        require(
                other == null || other.equals(code),
                "'" + name + "' is a name of two indicators: " + other + " and " + code);
    }

    private void readRegions(Path folder) {
        Set<String> codes = new HashSet<>();
        Map<String, String> parents = new LinkedHashMap<>();
        new CodelistFile(folder, "regions.csv")
                .read(
                        List.of(
                                "region",
                                "name",
                                "aliases",
                                "level",
                                "parent",
                                "valid_from",
                                "valid_to",
                                "replaced_by"),
                        line -> {
                            String code = CodelistFile.required(line, "region");
                            require(code.matches("\\d{6}"), "region '" + code + "'; expected six digits");
                            require(codes.add(code), "region '" + code + "' stands twice");
                            CodelistFile.required(line, "level");
                            parents.put(code, line.getField("parent").strip());
                            names(line).forEach(name -> {
                                String other = regionByName.put(name, code);
                                require(
                                        other == null || other.equals(code),
                                        "'" + name + "' is a name of two regions: " + other + " and " + code);
                            });
                            return line;
                        });
        parents.forEach((code, parent) -> {
            if (!parent.isEmpty() && !codes.contains(parent)) {
                throw new InvalidFileException(
                        "seeds/codelists/regions.csv",
                        0,
                        "region " + code + " has the unknown parent '" + parent + "'");
            }
        });
    }

    private void readDepartments(Path folder) {
        Set<String> codes = new HashSet<>();
        Set<String> names = new HashSet<>();
        new CodelistFile(folder, "departments.csv").read(List.of("department", "name", "aliases"), line -> {
            String code = CodelistFile.required(line, "department");
            require(codes.add(code), "department '" + code + "' stands twice");
            names(line).forEach(name -> require(names.add(name), "'" + name + "' is a name of two departments"));
            return line;
        });
        new CodelistFile(folder, "source_priority.csv").read(List.of("department", "priority", "note"), line -> {
            String code = CodelistFile.required(line, "department");
            require(codes.contains(code), "unknown department '" + code + "'");
            String priority = CodelistFile.required(line, "priority");
            require(priority.matches("\\d{1,4}"), "priority '" + priority + "'; expected a whole number");
            return line;
        });
    }

    private void readMembers(Path folder) {
        new CodelistFile(folder, "members.csv").read(List.of("dimension", "member", "name", "aliases"), line -> {
            Member member = new Member(CodelistFile.required(line, "dimension"), CodelistFile.required(line, "member"));
            names(line).forEach(name -> {
                Member other = memberByName.put(Words.normal(name), member);
                require(
                        other == null || other.equals(member),
                        "'" + name + "' is a name of two members: " + other + " and " + member);
            });
            return line;
        });
    }

    private static List<String> names(NamedCsvRecord line) {
        return Stream.concat(
                        Stream.of(CodelistFile.required(line, "name")),
                        CodelistFile.several(line.getField("aliases")).stream())
                .toList();
    }

    private static void require(boolean right, String problem) {
        if (!right) {
            throw new IllegalArgumentException(problem);
        }
    }
}
