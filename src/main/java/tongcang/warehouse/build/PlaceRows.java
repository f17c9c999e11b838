package tongcang.warehouse.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tongcang.NamedPlaces;
import tongcang.warehouse.database.Duck;

/** The places that each sheet names, and what they mean, as rows of {@code coding_region}. */
final class PlaceRows {
    private static final int YEARS = 9999;

    /** Of the titles over figures of one place the first and the last by their text; a text has no title of its places. */
    private static final String QUERY = """
            SELECT submission_id, coalesce(sheet, '') AS sheet, region,
                any_value(CASE WHEN sheet IS NULL THEN '' ELSE split_part(path, '/', -1) END),
                min(CASE WHEN sheet IS NULL THEN '' ELSE section END), max(CASE WHEN sheet IS NULL THEN '' ELSE section END),
                coalesce(min(p.year), 0), coalesce(max(p.year), 9999)
            FROM $figures f
            JOIN dim_submission USING (submission_id)
            LEFT JOIN dim_period p ON p.period_code = f.period
            WHERE outcome <> 'excluded'
            GROUP BY ALL
            ORDER BY ALL
            """;

    private final Duck duck;
    private final String figures;

    /** {@code figures} is the ledger's relation of figures, in SQL. */
    PlaceRows(Duck duck, String figures) {
        this.duck = duck;
        this.figures = figures;
    }

    /** A sheet of a submission; the sheet of a text is empty. */
    private record Sheet(String submission, String name) {}

    /** What stands on a sheet. */
    private static final class Named {
        private final Set<String> names = new LinkedHashSet<>();
        private final Set<String> around = new LinkedHashSet<>();
        private int first = YEARS;
        private int last;

        NamedPlaces places() {
            return new NamedPlaces(List.copyOf(names), List.copyOf(around), first, last);
        }
    }

    List<List<@Nullable Object>> coded(Function<NamedPlaces, Map<String, NamedPlaces.Meaning>> coder) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        sheets().forEach((sheet, named) -> coder.apply(named.places()).forEach((name, meaning) -> {
            List<@Nullable Object> row = new ArrayList<>(List.of(sheet.submission(), sheet.name(), name));
            row.add(meaning.region().isEmpty() ? null : meaning.region());
            row.addAll(List.of(meaning.rule(), meaning.problem()));
            rows.add(row);
        }));
        return rows;
    }

    private Map<Sheet, Named> sheets() {
        Map<Sheet, Named> sheets = new LinkedHashMap<>();
        duck.query(QUERY.replace("$figures", figures), r -> {
            Sheet sheet = new Sheet(r.getString(1), r.getString(2));
            Named named = sheets.computeIfAbsent(sheet, s -> new Named());
            named.names.add(r.getString(3));
            named.around.addAll(List.of(r.getString(4), sheet.name(), r.getString(5), r.getString(6)));
            named.first = Math.min(named.first, r.getInt(7));
            named.last = Math.max(named.last, r.getInt(8));
            return sheet;
        });
        return sheets;
    }
}
