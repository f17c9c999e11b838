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
        this.name = name;
        String text;
        try {
            text = Files.readString(folder.resolve(name));
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

    /** Adds to the values, separated by semicolons, in a column (0-based) of the line whose first field is {@code key}. */
    void addTo(String key, int column, String value) {
        for (int i = 1; i < lines.size(); i++) {
            List<String> fields = fields(i);
            if (!fields.isEmpty() && fields.get(0).strip().equals(key)) {
                String before = fields.get(column).strip();
                fields.set(column, before.isEmpty() ? value : before + ";" + value);
                lines.set(i, csv(fields));
                changed = true;
                return;
            }
        }
        throw new InvalidFileException(CodelistFile.shown(name), 0, "no line of '" + key + "'");
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
