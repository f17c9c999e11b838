package tongcang.coding;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tongcang.LabelMeaning;
import tongcang.coding.codelist.CodelistFile;

/**
 * {@code labels.csv}, and what official forms declare: labels that mean an indicator only where a form or a department
 * says them, or that mean one part of an indicator; and labels that a person decided are not for us.
 */
final class LabelList {
    static final String FILE = "labels.csv";
    static final List<String> COLUMNS = List.of("label", "department", "form", "indicator", "members");

    /** An indicator, and the members of classifications that the label implies. */
    record Meaning(String indicator, List<String> members) {
        Meaning {
            members = List.copyOf(members);
        }
    }

    /** Who says it; both may be empty. */
    record Scope(String department, String form) {
        static final Scope EVERYWHERE = new Scope("", "");
    }

    private final Map<Scope, Spellings<Meaning>> scopes = new HashMap<>();
    private final Set<String> forms = new HashSet<>();
    private final Set<String> speakers = new HashSet<>();
    private final IndicatorList indicators;
    private final MemberList members;
    private final DepartmentList departments;

    LabelList(IndicatorList indicators, MemberList members, DepartmentList departments) {
        this.indicators = indicators;
        this.members = members;
        this.departments = departments;
    }

    LabelList read(Path folder) {
        new CodelistFile(folder, FILE).read(COLUMNS, line -> {
            LabelMeaning meaning = new LabelMeaning(
                    CodelistFile.required(line, "label"),
                    line.getField("department").strip(),
                    line.getField("form").strip(),
                    CodelistFile.required(line, "indicator"),
                    line.getField("members").strip());
            add(meaning);
            return meaning;
        });
        return this;
    }

    /** @throws IllegalArgumentException if its codes are unknown, or the label means something else there already */
    void add(LabelMeaning said) {
        boolean refused = said.indicator().equals(LabelMeaning.NOT_FOR_US);
        CodelistFile.require(
                refused || indicators.has(said.indicator()),
                "unknown indicator '" + said.indicator() + "'; expected a code of indicators.csv, or "
                        + LabelMeaning.NOT_FOR_US + " for what is not for us");
        CodelistFile.require(
                !refused || said.members().isEmpty(), "what is not for us has no members; found " + said.members());
        Scope scope = new Scope(departments.codeOf(said.department()), said.form());
        String normal = LabelWording.normalPath(said.label());
        if (scope.equals(Scope.EVERYWHERE)) {
            Optional<String> named = indicators.normally(normal);
            CodelistFile.require(
                    named.isEmpty(),
                    "'" + said.label() + "' is a name of the indicator " + named.orElse("") + " already");
        }
        scopes.computeIfAbsent(scope, s -> new Spellings<>("meanings"))
                .add(normal, said.label(), new Meaning(said.indicator(), members.parse(said.members())));
        forms.add(said.form());
        speakers.add(scope.department());
    }

    /** The part of a scope that any line speaks of: what a label is looked up for. */
    Scope scope(String department, String form) {
        String code = departments.codeOf(department);
        return new Scope(speakers.contains(code) ? code : "", forms.contains(form) ? form : "");
    }

    Optional<Meaning> find(Scope scope, String normal) {
        return Optional.ofNullable(scopes.get(scope)).flatMap(names -> names.find(normal));
    }
}
