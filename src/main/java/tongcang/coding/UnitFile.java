package tongcang.coding;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.List;
import tongcang.InvalidFileException;
import tongcang.Ratio;
import tongcang.coding.codelist.CodelistFile;
import tongcang.quantity.SimpleUnit;
import tongcang.quantity.Units;

/** {@code units.csv}: the units that are not composed of others. */
final class UnitFile {
    static final String FILE = "units.csv";
    private static final List<String> COLUMNS = List.of("unit", "aliases", "dimension", "to_base", "name");

    private UnitFile() {}

    static Units read(Path folder) {
        List<SimpleUnit> simple = new CodelistFile(folder, FILE)
                .read(
                        COLUMNS,
                        line -> new SimpleUnit(
                                CodelistFile.required(line, "unit"),
                                CodelistFile.several(line.getField("aliases")),
                                CodelistFile.required(line, "dimension"),
                                ratio(line)));
        try {
            return new Units(simple);
        } catch (IllegalArgumentException e) {
            throw new InvalidFileException(CodelistFile.shown(FILE), 0, String.valueOf(e.getMessage()));
        }
    }

    /** What may be chosen, as {@code CODE 名称}. */
    static List<String> names(Path folder) {
        return new CodelistFile(folder, FILE)
                .read(COLUMNS, line -> CodelistFile.required(line, "unit") + " " + CodelistFile.required(line, "name"));
    }

    private static Ratio ratio(NamedCsvRecord line) {
        String text = CodelistFile.required(line, "to_base");
        try {
            return Ratio.of(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "to_base '" + text + "' is no ratio; expected such as 10000 or 2000/3", e);
        }
    }
}
