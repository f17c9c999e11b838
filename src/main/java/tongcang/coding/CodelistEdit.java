package tongcang.coding;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tongcang.InvalidFileException;
import tongcang.coding.codelist.CodelistFile;

/** A codelist's file being edited: lines that are not touched stay as they are, byte for byte. */
final class CodelistEdit {
    private final String name;
    private final String lineEnd;
    private final List<String> lines;
    private boolean changed;

    CodelistEdit(Path folder, String name) {
        this(folder, name, List.of());
    }

    /** With {@code columns} a file that need not be there is begun with them. */
    CodelistEdit(Path folder, String name, List<String> columns) {
        this.name = name;
        String text;
        try {
            boolean isNew = !columns.isEmpty() && !Files.exists(folder.resolve(name));
            text = isNew ? String.join(",", columns) : Files.readString(folder.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.lineEnd = text.contains("\r\n") ? "\r\n" : "\n";
        this.lines = new ArrayList<>(Arrays.asList(text.split("\\R", -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
    }

    /** Adds a line at the end. */
    void append(List<String> fields) {
        lines.add(csv(fields));
        changed = true;
    }

    /** Adds to the values, separated by semicolons, in a column (0-based) of the line whose first fields are {@code key}. */
    void addTo(List<String> key, int column, String value) {
        int line = line(key);
        if (line < 0) {
            throw new InvalidFileException(CodelistFile.shown(name), 0, "no line of '" + String.join(",", key) + "'");
        }
        List<String> fields = fields(line);
        String before = fields.get(column).strip();
        if (!CodelistFile.several(before).contains(value)) {
            fields.set(column, before.isEmpty() ? value : before + ";" + value);
            lines.set(line, csv(fields));
            changed = true;
        }
    }

    /** Whether there is a line whose first fields are {@code key}. */
    boolean has(List<String> key) {
        return line(key) >= 0;
    }

    /** Where a column stands, 0-based. */
    int column(String head) {
        return fields(0).indexOf(head);
    }

    private int line(List<String> key) {
        for (int i = 1; i < lines.size(); i++) {
            List<String> fields = fields(i);
            if (fields.size() >= key.size()
                    && fields.subList(0, key.size()).stream()
                            .map(String::strip)
                            .toList()
                            .equals(key)) {
                return i;
            }
        }
        return -1;
    }

    boolean isChanged() {
        return changed;
    }

    /** Writes the file into a folder, under a temporary name first, so that it is there whole or not at all. */
    void write(Path folder) {
        Path unfinished = folder.resolve(name + ".tmp");
        try {
            Files.writeString(unfinished, String.join(lineEnd, lines) + lineEnd);
            Files.move(
                    unfinished,
                    folder.resolve(name),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> fields(int line) {
        try (CsvReader<CsvRecord> csv = CsvReader.builder().ofCsvRecord(lines.get(line))) {
            return csv.stream()
                    .findFirst()
                    .map(r -> new ArrayList<>(r.getFields()))
                    .orElseGet(ArrayList::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String csv(List<String> fields) {
        StringWriter line = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(line)) {
            csv.writeRecord(fields);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString().stripTrailing();
    }
}
