package tongcang.coding.codelist;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import tongcang.InvalidFileException;

/** One CSV of {@code seeds/codelists}; whatever is wrong in it stops the run with file and line. */
public final class CodelistFile {
    private final String name;
    private final Path file;

    public CodelistFile(Path folder, String fileName) {
        this.name = shown(fileName);
        this.file = folder.resolve(fileName);
    }

    /** A file beside the codelists that is written like them. */
    public static CodelistFile beside(Path seeds, String path) {
        return new CodelistFile(seeds.resolve(path), path, "seeds/");
    }

    private CodelistFile(Path file, String path, String root) {
        this.name = root + path;
        this.file = file;
    }

    /** A codelist's file as the operator knows it. */
    public static String shown(String fileName) {
        return "seeds/codelists/" + fileName;
    }

    /** Reads every line with {@code line}, which throws IllegalArgumentException where the line is wrong. */
    public <T> List<T> read(List<String> columns, Function<NamedCsvRecord, T> line) {
        if (!Files.isRegularFile(file)) {
            throw new InvalidFileException(name, 0, "no such file; expected the columns " + String.join(",", columns));
        }
        checkHeader(columns);
        List<T> read = new ArrayList<>();
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
            for (NamedCsvRecord each : csv) {
                read.add(parsed(each, line));
            }
        } catch (CsvParseException e) {
            throw new InvalidFileException(name, 0, String.valueOf(e.getMessage()));
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(e);
        }
        return read;
    }

    private void checkHeader(List<String> columns) {
        try (Stream<String> lines = Files.lines(file)) {
            String header = lines.findFirst().orElse("").replace("\uFEFF", "");
            if (!header.equals(String.join(",", columns))) {
                throw new InvalidFileException(
                        name, 1, "columns '" + header + "'; expected '" + String.join(",", columns) + "'");
            }
        } catch (IOException | UncheckedIOException e) {
            throw unreadable(e);
        }
    }

    private InvalidFileException unreadable(Exception e) {
        boolean coding = e instanceof CharacterCodingException || e.getCause() instanceof CharacterCodingException;
        return new InvalidFileException(
                name, 0, coding ? "is not UTF-8; save it as CSV UTF-8" : "cannot be read (" + e.getMessage() + ")");
    }

    /** What stands between semicolons. */
    public static List<String> several(String field) {
        return Arrays.stream(field.split(";", -1))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
    }

    /** The name and the aliases of a line. */
    public static List<String> names(NamedCsvRecord line) {
        return Stream.concat(Stream.of(required(line, "name")), several(line.getField("aliases")).stream())
                .toList();
    }

    /**
     * Requires what must be right of a line.
     *
     * @throws IllegalArgumentException with the problem where it is not
     */
    public static void require(boolean right, String problem) {
        if (!right) {
            throw new IllegalArgumentException(problem);
        }
    }

    /** A field that must not be empty. */
    public static String required(NamedCsvRecord line, String column) {
        String value = line.getField(column).strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException("column '" + column + "' is empty");
        }
        return value;
    }

    /** A field that must be one of the constants, in lower case. */
    public static <E extends Enum<E>> E oneOf(NamedCsvRecord line, String column, E[] constants) {
        String value = required(line, column);
        return Stream.of(constants)
                .filter(c -> c.name().equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown " + column + " '" + value + "'; known: " + Arrays.toString(constants)));
    }

    private <T> T parsed(NamedCsvRecord each, Function<NamedCsvRecord, T> line) {
        try {
            for (int i = 0; i < each.getFieldCount(); i++) {
                String value = each.getField(i);
                if (!value.equals(value.strip())) {
                    throw new IllegalArgumentException(
                            "column '" + each.getHeader().get(i) + "' has blanks around '" + value.strip() + "'");
                }
            }
            return line.apply(each);
        } catch (IllegalArgumentException e) {
            throw new InvalidFileException(name, each.getStartingLineNumber(), String.valueOf(e.getMessage()));
        }
    }
}
