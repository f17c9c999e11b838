package tongcang.coding;

import java.nio.file.Path;
import java.util.List;
import tongcang.InvalidFileException;
import tongcang.Ratio;
import tongcang.quantity.SimpleUnit;
import tongcang.quantity.Units;

/** The codelists of {@code seeds/codelists}: what is known before the first run. */
public final class Codelists {
    private final Units units;

    private Codelists(Units units) {
        this.units = units;
    }

    /**
     * Reads all codelists.
     *
     * @throws InvalidFileException with file, line and reason where one is wrong
     */
    public static Codelists load(Path folder) {
        return new Codelists(units(folder));
    }

    /** The unit catalogue. */
    public Units units() {
        return units;
    }

    private static Units units(Path folder) {
        List<SimpleUnit> simple = new CodelistFile(folder, "units.csv")
                .read(
                        List.of("unit", "aliases", "dimension", "to_base", "name"),
                        line -> new SimpleUnit(
                                CodelistFile.required(line, "unit"),
                                CodelistFile.several(line.getField("aliases")),
                                CodelistFile.required(line, "dimension"),
                                Ratio.of(CodelistFile.required(line, "to_base"))));
        try {
            return new Units(simple);
        } catch (IllegalArgumentException e) {
            throw new InvalidFileException("seeds/codelists/units.csv", 0, String.valueOf(e.getMessage()));
        }
    }
}
