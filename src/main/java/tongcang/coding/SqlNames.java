package tongcang.coding;

import java.util.Set;
import java.util.stream.Stream;
import tongcang.Measure;
import tongcang.coding.codelist.CodelistFile;

/** Codes that become names of tables and columns: any tool that reads SQL must take them without quotes. */
final class SqlNames {
    /** LabelWording that name no column in standard SQL or in DuckDB. */
    private static final Set<String> RESERVED =
            Set.of(("all analyse analyze and any array as asc asymmetric both case cast"
                            + " check collate column constraint create default deferrable desc describe distinct do else end except"
                            + " false fetch for foreign from group having in initially intersect into lambda lateral leading limit"
                            + " not null offset on only or order pivot pivot_longer pivot_wider placing primary qualify references"
                            + " returning select show some summarize symmetric table then to trailing true union unique unpivot"
                            + " user using variadic when where window with")
                    .split(" "));

    /** Columns that every wide table has. */
    private static final Set<String> KEYS =
            Set.of("region_code", "region_name", "period_code", "period_name", "period_kind", "start_date", "end_date");

    private SqlNames() {}

    /** Whether a code names a table or a column, alone and with a measure behind it. */
    static boolean isName(String code) {
        return code.matches("[a-z][a-z0-9_]{0,45}") && !RESERVED.contains(code) && !KEYS.contains(code);
    }

    /**
     * Requires a code to be a name.
     *
     * @throws IllegalArgumentException where it is none
     */
    static void require(String column, String code) {
        CodelistFile.require(
                isName(code),
                column + " '" + code
                        + "'; expected at most 46 lower-case letters, digits and _, the first a letter, and no"
                        + " word of SQL, since it names columns");
    }

    /** What the columns of an indicator's measures add to its code: {@code _growth_rate}. */
    static Stream<String> measures() {
        return Stream.of(Measure.values()).map(m -> "_" + m.code());
    }
}
