package tongcang.coding;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tongcang.coding.codelist.CodelistFile;
import tongcang.quantity.Units;

/** {@code indicators.csv}: what is measured, and by which names. */
final class IndicatorList {
    static final String FILE = "indicators.csv";
    static final List<String> COLUMNS = List.of(
            "indicator",
            "name",
            "aliases",
            "subject",
            "definition",
            "unit",
            "additivity",
            "price_basis",
            "additions",
            "low",
            "high");
    static final Set<String> PRICE_BASES = Set.of("current", "constant", "none");

    private final Units units;
    private final Map<String, Indicator> byCode = new LinkedHashMap<>();
    private final Spellings<String> exact = new Spellings<>("indicators");
    private final Spellings<String> normal = new Spellings<>("indicators");

    private IndicatorList(Units units) {
        this.units = units;
    }

    static IndicatorList read(Path folder, Units units) {
        IndicatorList list = new IndicatorList(units);
        new CodelistFile(folder, FILE).read(COLUMNS, list::add);
        return list;
    }

    Collection<Indicator> all() {
        return byCode.values();
    }

    Indicator get(String code) {
        Indicator indicator = byCode.get(code);
        if (indicator == null) {
            throw new IllegalArgumentException("no indicator " + code);
        }
        return indicator;
    }

    boolean has(String code) {
        return byCode.containsKey(code);
    }

    Optional<String> exactly(String name) {
        return exact.find(name);
    }

    Optional<String> normally(String normalName) {
        return normal.find(normalName);
    }

    /** Codes by the normal form of every name. */
    Map<String, String> normalNames() {
        return normal.all();
    }

    /** Whether one column of a wide table would have to show two things: {@code gdp_share} beside {@code gdp}. */
    boolean isMeasureOfAnother(String code) {
        return SqlNames.measures()
                .anyMatch(measure -> byCode.containsKey(code + measure)
                        || code.endsWith(measure)
                                && byCode.containsKey(code.substring(0, code.length() - measure.length())));
    }

    private Indicator add(NamedCsvRecord line) {
        Indicator indicator = indicator(line);
        CodelistFile.require(
                byCode.putIfAbsent(indicator.code(), indicator) == null,
                "indicator '" + indicator.code() + "' stands twice");
        indicator.names().forEach(name -> {
            exact.add(name, name, indicator.code());
            normal.add(LabelWording.normal(name), name, indicator.code());
        });
        return indicator;
    }

    private Indicator indicator(NamedCsvRecord line) {
        String code = CodelistFile.required(line, "indicator");
        SqlNames.require("indicator", code);
        CodelistFile.require(
                !isMeasureOfAnother(code),
                "indicator '" + code + "' is named as a measure of another, or another as one of it");
        String unit = CodelistFile.required(line, "unit");
        String basis = CodelistFile.required(line, "price_basis");
        CodelistFile.require(
                PRICE_BASES.contains(basis), "price_basis '" + basis + "'; expected current, constant or none");
        return new Indicator(
                code,
                CodelistFile.required(line, "name"),
                CodelistFile.several(line.getField("aliases")),
                CodelistFile.required(line, "subject"),
                units.parse(unit)
                        .orElseThrow(() -> new IllegalArgumentException(
                                "unknown unit '" + unit + "'; add it to seeds/codelists/units.csv")),
                CodelistFile.oneOf(line, "additivity", Indicator.Additivity.values()),
                additions(line),
                bound(line, "low"),
                bound(line, "high"));
    }

    private static boolean additions(NamedCsvRecord line) {
        String additions = line.getField("additions").strip();
        CodelistFile.require(
                additions.isEmpty() || additions.equals("yes"),
                "additions '" + additions + "'; expected yes or nothing");
        return additions.equals("yes");
    }

    private static @Nullable BigDecimal bound(NamedCsvRecord line, String column) {
        String text = line.getField(column).strip();
        if (text.isEmpty()) {
            return null;
        }
        CodelistFile.require(text.matches("-?\\d{1,12}(\\.\\d{1,6})?"), column + " '" + text + "'; expected a number");
        return new BigDecimal(text);
    }
}
