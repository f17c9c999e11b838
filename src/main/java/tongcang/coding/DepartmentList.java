package tongcang.coding;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tongcang.coding.codelist.CodelistFile;

/** {@code departments.csv} and {@code source_priority.csv}: who reports, under which names, and whose word goes first. */
final class DepartmentList {
    static final String FILE = "departments.csv";

    private final Spellings<String> names = new Spellings<>("departments");
    private final Set<String> codes = new HashSet<>();
    private final Map<String, String> official = new HashMap<>();

    private DepartmentList() {}

    static DepartmentList read(Path folder) {
        DepartmentList list = new DepartmentList();
        new CodelistFile(folder, FILE).read(List.of("department", "name", "aliases"), line -> {
            String code = CodelistFile.required(line, "department");
            CodelistFile.require(list.codes.add(code), "department '" + code + "' stands twice");
            list.official.put(code, CodelistFile.required(line, "name"));
            CodelistFile.names(line).forEach(name -> list.names.add(name, name, code));
            return line;
        });
        Set<String> ranked = new HashSet<>();
        new CodelistFile(folder, "source_priority.csv").read(List.of("department", "priority", "note"), line -> {
            String code = CodelistFile.required(line, "department");
            CodelistFile.require(ranked.add(code), "department '" + code + "' stands twice");
            CodelistFile.require(list.codes.contains(code), "unknown department '" + code + "'");
            String priority = CodelistFile.required(line, "priority");
            CodelistFile.require(priority.matches("\\d{1,4}"), "priority '" + priority + "'; expected a whole number");
            return line;
        });
        return list;
    }

    /** The code of a department by code or name; one that is not listed stands for itself. */
    String codeOf(String department) {
        return codes.contains(department) ? department : names.find(department).orElse(department);
    }

    /** All departments as {@code CODE 名称}. */
    List<String> choices() {
        return official.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .sorted()
                .toList();
    }

    /** The official name of a department by code or name; empty where it is not listed. */
    Optional<String> nameOf(String department) {
        return Optional.ofNullable(official.get(codeOf(department)));
    }

    /** The listed name or alias that a slip of one character in three at most turns into what was said; empty where none is. */
    Optional<String> nearest(String said) {
        return names.all().keySet().stream()
                .filter(name -> slips(said, name) * 3 <= Math.max(said.length(), name.length()))
                .min(Comparator.comparingInt((String name) -> slips(said, name)).thenComparing(name -> name));
    }

    /** Characters to put in, take out or exchange (Levenshtein's distance). */
    private static int slips(String from, String to) {
        int[] before = IntStream.rangeClosed(0, to.length()).toArray();
        for (int i = 1; i <= from.length(); i++) {
            int[] now = new int[before.length];
            now[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int exchanged = before[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(exchanged, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[to.length()];
    }
}
