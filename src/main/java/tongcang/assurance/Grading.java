package tongcang.assurance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tongcang.Assurance;
import tongcang.Evidence;
import tongcang.Grade;
import tongcang.Origin;

/** Grades readings by the table of rules: a field by where it was said, and by each doubt of it; the weakest counts. */
public final class Grading {
    private static final String RULES = "rules.csv";

    private final Map<String, Rule> rules;

    /** What is found of a field is worth this. */
    private record Rule(String field, Grade grade, boolean released, String reason, boolean codelist) {}

    /** Reads the rules. */
    public Grading() {
        this.rules = load();
    }

    /**
     * How sure a reading with this evidence is. Evidence that was not written down when it was read counts as stated.
     *
     * @param known whether a codelist, or a form, has the label word for word: then how it is worded is no doubt
     */
    public Assurance of(Evidence evidence, boolean known) {
        Judged judged = new Judged(known);
        judged.origin("unit", evidence.unit());
        judged.origin("period", evidence.period());
        judged.origin("region", evidence.region());
        judged.origin("measure", evidence.measure());
        judged.origin("label", evidence.label());
        evidence.doubts().forEach(doubt -> judged.doubt(doubt.code()));
        return judged.assurance();
    }

    /** The fields as far as they are judged. */
    private final class Judged {
        private final Map<String, List<Rule>> fields = new LinkedHashMap<>();
        private final boolean known;

        Judged(boolean known) {
            this.known = known;
        }

        void origin(String field, Origin origin) {
            Rule rule = rules.get(field + "," + origin.code());
            fields.put(field, new ArrayList<>(rule == null ? List.of() : List.of(rule)));
        }

        void doubt(String code) {
            Rule rule = rules.get(code);
            if (rule == null) {
                throw new IllegalArgumentException("no rule for the doubt '" + code + "'; expected a line of " + RULES);
            }
            if (!known || !rule.codelist()) {
                fields.computeIfAbsent(rule.field(), f -> new ArrayList<>()).add(rule);
            }
        }

        /** What the file's own arithmetic proves of a field goes before where it was said and what competes with it. */
        Assurance assurance() {
            Map<String, Grade> grades = new LinkedHashMap<>();
            List<String> reasons = new ArrayList<>();
            List<String> holds = new ArrayList<>();
            fields.forEach((field, found) -> {
                boolean proven = found.stream().anyMatch(rule -> rule.grade() == Grade.PROVEN);
                boolean declared = found.stream().anyMatch(rule -> rule.grade() == Grade.DECLARED);
                List<Rule> weak = proven
                        ? List.of()
                        : found.stream()
                                .filter(rule -> !rule.reason().isEmpty())
                                .toList();
                Grade best = declared ? Grade.DECLARED : proven ? Grade.PROVEN : Grade.STATED;
                grades.put(field, weak.stream().map(Rule::grade).reduce(best, Grade::weaker));
                weak.forEach(rule -> reasons.add(rule.reason()));
                weak.stream().filter(rule -> !rule.released()).forEach(rule -> holds.add(rule.reason()));
            });
            return new Assurance(
                    grades, grades.values().stream().reduce(Grade.DECLARED, Grade::weaker), reasons, holds);
        }
    }

    private static Map<String, Rule> load() {
        try (InputStream in = Objects.requireNonNull(Grading.class.getResourceAsStream(RULES), RULES)) {
            Map<String, Rule> rules = new HashMap<>();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text.lines().skip(1).map(line -> line.split(",", -1)).forEach(cells -> {
                String found = cells[1].contains(".") ? cells[1] : cells[0] + "," + cells[1];
                Rule rule = new Rule(
                        cells[0], Grade.of(cells[2]), cells[3].equals("yes"), cells[4], cells[5].equals("codelist"));
                if (rules.put(found, rule) != null) {
                    throw new IllegalStateException(RULES + ": '" + found + "' stands twice");
                }
            });
            return Map.copyOf(rules);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
