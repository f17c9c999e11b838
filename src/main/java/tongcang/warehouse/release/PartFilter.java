package tongcang.warehouse.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tongcang.warehouse.database.Duck;
import tongcang.warehouse.database.Settings;

/** Writes a part of the ledger again without the rows of a submission. */
public final class PartFilter {
    private PartFilter() {}

    /**
     * Writes the part again, in its order, if it has rows of the submission; of its metadata the format is kept.
     *
     * @param temporary folder for what lies there meanwhile
     * @return how many rows are left out
     */
    public static long without(String submission, Path part, Path target, Path temporary) throws IOException {
        Files.createDirectories(temporary);
        Path scratch = temporary.resolve("withdrawal.duckdb");
        String rows = "read_parquet(" + Duck.literal(Duck.pattern(part)) + ", hive_partitioning = false)";
        String own = "submission_id = " + Duck.literal(submission);
        try (Duck duck = Duck.writing(scratch, new Settings("512MB", 1, temporary))) {
            long found = duck.number("SELECT count(*) FROM " + rows + " WHERE " + own);
            if (found > 0) {
                String format = duck.query(
                                "SELECT coalesce(max(decode(value)), '1') FROM parquet_kv_metadata("
                                        + Duck.literal(Duck.pattern(part)) + ") WHERE decode(key) = 'tongcang.format'",
                                r -> r.getString(1))
                        .get(0);
                duck.run("COPY (SELECT * FROM " + rows + " WHERE NOT (" + own + ")) TO "
                        + Duck.literal(target.toAbsolutePath().toString())
                        + " (FORMAT parquet, COMPRESSION zstd, KV_METADATA {'tongcang.format': " + Duck.literal(format)
                        + "})");
            }
            return found;
        } finally {
            Files.deleteIfExists(scratch);
            Files.deleteIfExists(temporary.resolve("withdrawal.duckdb.wal"));
        }
    }
}
