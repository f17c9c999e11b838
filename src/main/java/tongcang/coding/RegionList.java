package tongcang.coding;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tongcang.InvalidFileException;
import tongcang.coding.codelist.CodelistFile;

/** {@code regions.csv}: places with their codes by GB/T 2260, their parents, and the years they exist in. */
final class RegionList {
    private static final String FILE = "regions.csv";
    private static final List<String> COLUMNS =
            List.of("region", "name", "aliases", "level", "parent", "valid_from", "valid_to", "replaced_by");

    private final Names<String> names = new Names<>("regions");
    private final Map<String, String> parents = new LinkedHashMap<>();
    private final Map<String, String> successors = new HashMap<>();
    private final Map<String, String> starts = new HashMap<>();
    private final Map<String, String> ends = new HashMap<>();

    private RegionList() {}

    static RegionList read(Path folder) {
        RegionList list = new RegionList();
        new CodelistFile(folder, FILE).read(COLUMNS, list::add);
        list.parents.forEach((code, parent) -> list.check(code, "parent", parent));
        list.successors.forEach((code, successor) -> list.check(code, "replaced_by", successor));
        list.successors.keySet().forEach(list::checkChain);
        list.successors.forEach(list::checkOrder);
        return list;
    }

    /** The code of a place, whatever stands in brackets behind it or marks it as a part. */
    Optional<String> find(String written) {
        String name = normal(written);
        return names.find(name).or(() -> names.find(name.replaceAll("\\(.*", "")));
    }

    boolean has(String code) {
        return parents.containsKey(code);
    }

    static String normal(String written) {
        return Normalizer.normalize(written, Normalizer.Form.NFKC).replaceAll("[\\s#*]", "");
    }

    private NamedCsvRecord add(NamedCsvRecord line) {
        String code = CodelistFile.required(line, "region");
        CodelistFile.require(code.matches("\\d{6}"), "region '" + code + "'; expected six digits");
        CodelistFile.require(
                parents.putIfAbsent(code, line.getField("parent").strip()) == null,
                "region '" + code + "' stands twice");
        CodelistFile.required(line, "level");
        successors.put(code, line.getField("replaced_by").strip());
        String from = year(line, "valid_from");
        String to = year(line, "valid_to");
        CodelistFile.require(
                from.isEmpty() || to.isEmpty() || from.compareTo(to) <= 0,
                "valid_from " + from + " is behind valid_to " + to);
        starts.put(code, from);
        ends.put(code, to);
        CodelistFile.names(line).forEach(name -> names.add(normal(name), name, code));
        return line;
    }

    /** A year belongs to one of two regions that follow one another. */
    private void checkOrder(String code, String successor) {
        String end = ends.getOrDefault(code, "");
        String start = starts.getOrDefault(successor, "");
        if (!successor.isEmpty() && (end.isEmpty() || start.isEmpty() || end.compareTo(start) >= 0)) {
            throw new InvalidFileException(
                    CodelistFile.shown(FILE),
                    0,
                    "region " + code + " ends in '" + end + "' and is replaced by " + successor + " from '" + start
                            + "'; expected an earlier valid_to than valid_from");
        }
    }

    private static String year(NamedCsvRecord line, String column) {
        String year = line.getField(column).strip();
        CodelistFile.require(year.isEmpty() || year.matches("\\d{4}"), column + " '" + year + "'; expected a year");
        return year;
    }

    private void check(String code, String column, String other) {
        if (!other.isEmpty() && !parents.containsKey(other)) {
            throw new InvalidFileException(
                    CodelistFile.shown(FILE), 0, "region " + code + " has the unknown " + column + " '" + other + "'");
        }
    }

    private void checkChain(String code) {
        String at = code;
        for (int step = 0; !at.isEmpty(); step++) {
            if (step > successors.size()) {
                throw new InvalidFileException(
                        CodelistFile.shown(FILE), 0, "region " + code + " is replaced by itself in the end");
            }
            at = successors.getOrDefault(at, "");
        }
    }
}
