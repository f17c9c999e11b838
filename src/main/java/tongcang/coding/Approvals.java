package tongcang.coding;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tongcang.Approval;
import tongcang.InvalidFileException;
import tongcang.coding.codelist.CodelistFile;

/** {@code seeds/decisions/approvals.csv}: what a person approved of what would be held. */
public final class Approvals {
    /** Its name below the seeds. */
    public static final String FILE = "decisions/approvals.csv";

    /** Its columns. */
    public static final List<String> COLUMNS = List.of("scope", "key", "guard", "day", "person", "reason");

    private Approvals() {}

    /**
     * The approvals below a folder of seeds; none where there is no such file.
     *
     * @throws InvalidFileException with file and line where one is wrong
     */
    public static List<Approval> load(Path seeds) {
        if (!Files.exists(seeds.resolve(FILE))) {
            return List.of();
        }
        Set<String> seen = new HashSet<>();
        return CodelistFile.beside(seeds, FILE).read(COLUMNS, line -> {
            String scope = CodelistFile.required(line, "scope");
            String key = CodelistFile.required(line, "key");
            CodelistFile.require(seen.add(scope + " " + key), scope + " '" + key + "' stands twice");
            return new Approval(
                    scope(scope),
                    key,
                    line.getField("guard"),
                    day(CodelistFile.required(line, "day")),
                    CodelistFile.required(line, "person"),
                    CodelistFile.required(line, "reason"));
        });
    }

    /**
     * Adds approvals behind those that are there; one that is there already is left out.
     *
     * @return how many were added
     */
    public static int add(Path seeds, List<Approval> approvals) throws IOException {
        Set<String> there = load(seeds).stream().map(Approvals::identity).collect(Collectors.toSet());
        List<Approval> fresh =
                approvals.stream().filter(a -> there.add(identity(a))).toList();
        if (fresh.isEmpty()) {
            return 0;
        }
        if (!Files.exists(seeds.resolve(FILE))) {
            Files.createDirectories(seeds.resolve(FILE).getParent());
            Files.writeString(seeds.resolve(FILE), String.join(",", COLUMNS) + "\n");
        }
        CodelistEdit edit = new CodelistEdit(seeds, FILE);
        fresh.forEach(a -> edit.append(
                List.of(a.scope().code(), a.key(), a.guard(), a.day().toString(), a.person(), a.reason())));
        edit.write(seeds);
        return fresh.size();
    }

    private static String identity(Approval approval) {
        return approval.scope() + " " + approval.key();
    }

    private static Approval.Scope scope(String text) {
        return Arrays.stream(Approval.Scope.values())
                .filter(s -> s.code().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("scope '" + text + "'; expected layout or figure"));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("day '" + text + "'; expected such as 2023-07-20", e);
        }
    }
}
