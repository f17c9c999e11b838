package tongcang.coding;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tongcang.InvalidFileException;
import tongcang.coding.codelist.CodelistFile;

/** {@code subjects.csv}: the areas that indicators belong to; they name the wide tables of the warehouse. */
final class SubjectList {
    private static final String FILE = "subjects.csv";

    private final Set<String> names = new LinkedHashSet<>();

    private SubjectList() {}

    static SubjectList read(Path folder, IndicatorList indicators) {
        SubjectList list = new SubjectList();
        Set<String> codes = new HashSet<>();
        new CodelistFile(folder, FILE).read(List.of("subject", "name", "note"), line -> {
            String code = CodelistFile.required(line, "subject");
            SqlNames.require("subject", code);
            CodelistFile.require(codes.add(code), "subject '" + code + "' stands twice");
            String name = CodelistFile.required(line, "name");
            CodelistFile.require(list.names.add(name), "subject '" + name + "' stands twice");
            return line;
        });
        indicators.all().stream()
                .filter(i -> !list.has(i.subject()))
                .findFirst()
                .ifPresent(i -> {
                    throw new InvalidFileException(
                            CodelistFile.shown(FILE),
                            0,
                            "no subject '" + i.subject() + "', which indicator " + i.code() + " has; add a line");
                });
        return list;
    }

    /** The names in the file's order. */
    List<String> all() {
        return List.copyOf(names);
    }

    boolean has(String name) {
        return names.contains(name);
    }
}
