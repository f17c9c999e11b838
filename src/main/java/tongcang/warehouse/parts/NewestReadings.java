package tongcang.warehouse.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import tongcang.warehouse.database.Duck;
import tongcang.warehouse.database.Settings;

/** A ledger's parts in a database of their own, with the table {@code reading} that says which reading of a submission counts. */
final class NewestReadings implements AutoCloseable {
    private final Path ledger;
    private final Path scratch;
    private final Duck duck;
    private final boolean empty;

    /**
     * Opens the ledger in this folder; one that is not there is empty.
     *
     * @param scratch folder for the database alone; gone when it is closed
     */
    NewestReadings(Path ledger, Path scratch) {
        this.ledger = ledger;
        this.scratch = scratch;
        this.duck = Duck.writing(scratch.resolve("readings.duckdb"), new Settings("512MB", 1, scratch));
        this.empty = duck.number("SELECT count(*) FROM glob(" + parts("submission") + ")") == 0;
        if (!empty) {
            duck.script("readings.sql", Map.of("ledger", Duck.pattern(ledger)));
        }
    }

    Duck duck() {
        return duck;
    }

    /** Whether nothing was ever read; then there is no table {@code reading}. */
    boolean isEmpty() {
        return empty;
    }

    /** The rows of all parts of a table, with their run; parts that were written before a column was kept have null there. */
    String rows(String table, String column) {
        return "(" + rows(table) + " UNION ALL BY NAME SELECT NULL::VARCHAR AS " + column + " WHERE false)";
    }

    /** The rows of all parts of a table, with their run. */
    String rows(String table) {
        return "FROM read_parquet(" + parts(table)
                + ", hive_partitioning = true, hive_types_autocast = false, union_by_name = true)";
    }

    private String parts(String table) {
        return Duck.literal(Duck.pattern(ledger) + "/run=*/" + table + "-*.parquet");
    }

    @Override
    public void close() throws IOException {
        duck.close();
        Files.deleteIfExists(scratch.resolve("readings.duckdb.wal"));
        Files.deleteIfExists(scratch.resolve("readings.duckdb"));
        Files.deleteIfExists(scratch);
    }
}
