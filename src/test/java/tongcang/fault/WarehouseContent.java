package tongcang.fault;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tongcang.ledger.ParquetFile;
import tongcang.warehouse.release.ReleaseReader;
import tongcang.warehouse.release.Releases;

/**
 * All that a warehouse holds and that must not depend on how it came to be.
 *
 * @param files SHA-256 of every file of the ledger and of every Parquet file of every release, by path
 * @param current the release that is shown
 * @param duplicates observations, findings or submissions of the current release that occur twice
 */
record WarehouseContent(Map<String, String> files, String current, String duplicates) {

    static WarehouseContent of(Path warehouse) throws IOException {
        Releases releases = new Releases(warehouse);
        String current = releases.current().orElse("none");
        Map<String, String> files = new TreeMap<>();
        for (String part : List.of("ledger", "releases")) {
            try (Stream<Path> all = Files.walk(warehouse.resolve(part))) {
                all.filter(f -> f.toString().matches(".*\\.(parquet|txt)"))
                        .forEach(f -> files.put(warehouse.relativize(f).toString(), sha256(f)));
            }
        }
        for (String id : releases.ids()) {
            List<String> wrong = releases.verify(id, ParquetFile::sums);
            if (!wrong.isEmpty()) {
                files.put(id, String.join("; ", wrong));
            }
        }
        return new WarehouseContent(files, current, current.equals("none") ? "" : duplicates(warehouse));
    }

    /** Counts the observations of the release that is shown now; fails if it cannot be read. */
    static String observations(Path warehouse) {
        return ask(warehouse, "SELECT count(*) FROM fact_observation");
    }

    private static String duplicates(Path warehouse) {
        return ask(
                warehouse,
                "SELECT concat_ws(' ', (SELECT count(*) - count(DISTINCT observation_id) FROM fact_observation),"
                        + " (SELECT count(*) - count(DISTINCT finding_id) FROM fact_finding),"
                        + " (SELECT count(*) - count(DISTINCT path || sha256) FROM dim_submission))");
    }

    private static String ask(Path warehouse, String sql) {
        Releases releases = new Releases(warehouse);
        try (ReleaseReader reader =
                new ReleaseReader(releases.database(releases.current().orElseThrow()))) {
            return String.valueOf(reader.ask(sql).rows().get(0).get(0));
        }
    }

    private static String sha256(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
