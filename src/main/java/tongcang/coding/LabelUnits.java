package tongcang.coding;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tongcang.RawKey;
import tongcang.coding.LabelList.Scope;
import tongcang.coding.codelist.CodelistFile;
import tongcang.quantity.Units;

/**
 * {@code label_units.csv}, where there is such a file: in which unit numbers are whose source writes none, as a person
 * found out (来源单位). What a source writes goes before it.
 */
final class LabelUnits {
    static final String FILE = "label_units.csv";
    static final List<String> COLUMNS = List.of("label", "department", "form", "unit");

    private final Map<Scope, Spellings<String>> scopes = new HashMap<>();
    private final DepartmentList departments;

    private LabelUnits(DepartmentList departments) {
        this.departments = departments;
    }

    static LabelUnits read(Path folder, Units units, DepartmentList departments) {
        LabelUnits list = new LabelUnits(departments);
        if (Files.exists(folder.resolve(FILE))) {
            new CodelistFile(folder, FILE).read(COLUMNS, line -> {
                String label = CodelistFile.required(line, "label");
                String unit = CodelistFile.required(line, "unit");
                CodelistFile.require(units.parse(unit).isPresent(), "unknown unit '" + unit + "'");
                Scope scope = new Scope(departments.codeOf(line.getField("department")), line.getField("form"));
                list.scopes
                        .computeIfAbsent(scope, s -> new Spellings<>("units"))
                        .add(LabelWording.normalPath(label), label, unit);
                return line;
            });
        }
        return list;
    }

    /** The unit of numbers without one, the most particular that anybody told. */
    Optional<String> of(RawKey raw) {
        if (scopes.isEmpty()) {
            return Optional.empty();
        }
        String department = departments.codeOf(raw.department());
        String normal = LabelWording.normalPath(raw.label());
        return Stream.of(
                        new Scope(department, raw.form()),
                        new Scope("", raw.form()),
                        new Scope(department, ""),
                        Scope.EVERYWHERE)
                .flatMap(scope -> Optional.ofNullable(scopes.get(scope)).flatMap(names -> names.find(normal)).stream())
                .findFirst();
    }
}
