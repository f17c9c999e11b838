package tongcang.coding;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tongcang.Exclusion;
import tongcang.InvalidFileException;
import tongcang.coding.codelist.CodelistFile;

/** {@code seeds/decisions/excluded.csv}: which submissions a person took out, and why. */
public final class Exclusions {
    private static final String FILE = "decisions/excluded.csv";

    private Exclusions() {}

    /**
     * The decisions below a folder of seeds; none where there is no such file.
     *
     * @throws InvalidFileException with file and line where one is wrong
     */
    public static List<Exclusion> load(Path seeds) {
        if (!Files.exists(seeds.resolve(FILE))) {
            return List.of();
        }
        Set<String> seen = new HashSet<>();
        return CodelistFile.beside(seeds, FILE).read(List.of("submission", "day", "person", "reason"), line -> {
            String submission = CodelistFile.required(line, "submission");
            CodelistFile.require(seen.add(submission), "submission '" + submission + "' stands twice");
            return new Exclusion(
                    submission,
                    day(CodelistFile.required(line, "day")),
                    CodelistFile.required(line, "person"),
                    CodelistFile.required(line, "reason"));
        });
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("day '" + text + "'; expected such as 2023-07-20", e);
        }
    }
}
