package tongcang.coding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tongcang.InvalidFileException;

/** Tries edits of codelists on a copy before they are made. */
final class CodelistTrial {
    private CodelistTrial() {}

    /** What would be wrong with the codelists of a folder after the edits, read as the next run reads them. */
    static Optional<String> problem(Path folder, List<CodelistEdit> edits) throws IOException {
        Path copy = Files.createTempDirectory("tongcang-codelists");
        try {
            copy(folder, copy);
            for (CodelistEdit edit : edits) {
                edit.write(copy);
            }
            Codelists.load(copy);
            return Optional.empty();
        } catch (InvalidFileException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        } finally {
            delete(copy);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void delete(Path copy) {
        try (Stream<Path> files = Files.walk(copy)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
