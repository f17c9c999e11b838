package tongcang.warehouse.release;

import java.nio.file.Path;
import tongcang.warehouse.database.Duck;

/**
 * How much a built file holds.
 *
 * @param submissions with and without figures
 * @param figures numbers read in them
 */
public record Contents(long submissions, long figures) {

    /** Counts in a DuckDB file. */
    public static Contents of(Path database) {
        try (Duck duck = Duck.reading(database)) {
            return new Contents(
                    duck.number("SELECT count(*) FROM dim_submission"),
                    duck.number("SELECT coalesce(sum(figures), 0)::BIGINT FROM dim_submission"));
        }
    }
}
