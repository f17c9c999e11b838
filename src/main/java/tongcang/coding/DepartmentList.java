package tongcang.coding;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tongcang.coding.codelist.CodelistFile;

/** {@code departments.csv} and {@code source_priority.csv}: who reports, under which names, and whose word goes first. */
final class DepartmentList {
    private final Names<String> names = new Names<>("departments");
    private final Set<String> codes = new HashSet<>();

    private DepartmentList() {}

    static DepartmentList read(Path folder) {
        DepartmentList list = new DepartmentList();
        new CodelistFile(folder, "departments.csv").read(List.of("department", "name", "aliases"), line -> {
            String code = CodelistFile.required(line, "department");
            CodelistFile.require(list.codes.add(code), "department '" + code + "' stands twice");
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
}
