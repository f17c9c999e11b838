package tongcang.workbook.layout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tongcang.coding.Codelists;
import tongcang.quantity.Units;
import tongcang.support.Limits;
import tongcang.tray.TrayWriter;
import tongcang.workbook.file.WorkbookFile;
import tongcang.workbook.file.WorkbookSettings;
import tongcang.workbook.form.Forms;
import tongcang.workbook.grid.Grid;

/** The sheets of the test cases and of the tray, and how they are read. */
final class SampleGrids {
    static final Units UNITS = Codelists.load(Path.of("seeds/codelists")).units();

    private static final Path CASES = Path.of("src/test/resources/tongcang/workbook");

    private SampleGrids() {}

    /** The sheets of each workbook, by its name; those of the tray first. */
    static Map<String, List<Grid>> all() throws IOException {
        Map<String, List<Grid>> all = new LinkedHashMap<>(tray());
        try (Stream<Path> cases = Files.list(CASES)) {
            for (Path file :
                    cases.filter(f -> f.toString().endsWith(".tsv")).sorted().toList()) {
                String name = file.getFileName().toString().replaceFirst("\\.tsv$", "");
                all.put(name, grids(name, Files.readAllLines(file)));
            }
        }
        return all;
    }

    /** The sheets of the tray's workbooks that can be opened. */
    static Map<String, List<Grid>> tray() throws IOException {
        Map<String, List<Grid>> tray = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(Path.of("input"))) {
            for (Path file : files.filter(f -> f.toString().matches(".*\\.xlsx?"))
                    .sorted()
                    .toList()) {
                try {
                    tray.put(
                            file.toString(),
                            new WorkbookFile(Limits.DEFAULT, WorkbookSettings.DEFAULT).load(file, name(file)));
                } catch (WorkbookFile.Unreadable e) {
                    continue; // damaged, or under a password
                }
            }
        }
        return tray;
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** A workbook of lines as the tray's forms have them. */
    static List<Grid> grids(String name, List<String> lines) {
        try {
            Path file = Files.createTempFile("grids", name.replaceFirst(".*(?=\\.)", ""));
            Files.write(file, TrayWriter.bytes(name, lines));
            List<Grid> grids = new WorkbookFile(Limits.DEFAULT, WorkbookSettings.DEFAULT).load(file, name);
            Files.delete(file);
            return grids;
        } catch (IOException | WorkbookFile.Unreadable e) {
            throw new UncheckedIOException(new IOException(e));
        }
    }

    /** How the sheets of a workbook are read by what is remembered. */
    static List<SheetReading> read(List<Grid> grids, String name, LayoutMemory memory) {
        List<SheetReading> read = new ArrayList<>();
        SheetReading.each(grids, Path.of(name).getFileName().toString(), memory, Forms.NONE, read::add);
        return read;
    }
}
