package tongcang.warehouse.release;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import tongcang.warehouse.database.Duck;
import tongcang.warehouse.database.Settings;

/** What the tables of a built file come to, whatever the order of their rows. */
public final class TableDigests {
    private TableDigests() {}

    /** The names of the tables that are not the same in two built files, in order; empty where all are. */
    public static List<String> differing(Path one, Path other, Settings settings) {
        Map<String, String> a = of(one, settings);
        Map<String, String> b = of(other, settings);
        TreeSet<String> names = new TreeSet<>(a.keySet());
        names.addAll(b.keySet());
        return names.stream()
                .filter(name -> !Objects.equals(a.get(name), b.get(name)))
                .toList();
    }

    private static Map<String, String> of(Path file, Settings settings) {
        Map<String, String> digests = new TreeMap<>();
        try (Duck duck = Duck.reading(file, settings)) {
            for (String table : duck.query("SELECT table_name FROM duckdb_tables()", r -> r.getString(1))) {
                digests.put(
                        table,
                        duck.query(
                                        "SELECT count(*) || ':' || coalesce(sum(hash(row_of_it)), 0) FROM " + table
                                                + " row_of_it",
                                        r -> r.getString(1))
                                .get(0));
            }
        }
        return digests;
    }
}
