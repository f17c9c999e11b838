package tongcang.coding;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tongcang.Period;
import tongcang.Unit;
import tongcang.coding.codelist.CodelistFile;
import tongcang.quantity.Units;

/**
 * {@code exchange_rates.csv}: yuan for one unit of a currency, on average over a period or at its end. Only the build,
 * which knows the periods, converts by them; here they are checked.
 */
final class ExchangeRates {
    private static final String FILE = "exchange_rates.csv";
    private static final List<String> COLUMNS = List.of("currency", "period", "kind", "rate", "source");
    private static final String CURRENCY = "money_";

    private ExchangeRates() {}

    static void check(Path folder, Units units) {
        Set<String> rates = new HashSet<>();
        new CodelistFile(folder, FILE).read(COLUMNS, line -> rates.add(checked(line, units, rates)));
    }

    /** Whether amounts in a unit of this dimension become yuan only by a rate. */
    static boolean isForeign(Unit unit) {
        return unit.dimension().contains(CURRENCY);
    }

    /** The dimension that a foreign amount has in yuan: {@code money_usd/person} becomes {@code money/person}. */
    static String inYuan(String dimension) {
        return dimension.replaceAll(CURRENCY + "[a-z]+", "money");
    }

    /** The base unit of the currency in a dimension: 美元 of {@code money_usd/person}. */
    static String currency(Unit unit, Units units) {
        String from = unit.dimension().substring(unit.dimension().indexOf(CURRENCY));
        return units.baseOf(from.split("[/·]", 2)[0]);
    }

    private static String checked(NamedCsvRecord line, Units units, Set<String> rates) {
        String currency = CodelistFile.required(line, "currency");
        CodelistFile.require(
                units.parse(currency).filter(ExchangeRates::isForeign).isPresent(),
                "'" + currency + "' is no foreign currency of units.csv");
        String period = CodelistFile.required(line, "period");
        CodelistFile.require(
                Period.of(period).isPresent(), "period '" + period + "'; expected such as 2022 or 2022-06");
        String kind = CodelistFile.required(line, "kind");
        CodelistFile.require(Set.of("average", "end").contains(kind), "kind '" + kind + "'; expected average or end");
        String rate = CodelistFile.required(line, "rate");
        CodelistFile.require(
                rate.matches("\\d{1,4}(\\.\\d{1,6})?") && !rate.matches("[0.]+"),
                "rate '" + rate + "'; expected yuan for one " + currency);
        CodelistFile.required(line, "source");
        String key = currency + " " + period + " " + kind;
        CodelistFile.require(!rates.contains(key), "a second rate of " + key);
        return key;
    }
}
