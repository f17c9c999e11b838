package tongcang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tongcang.Figure;
import tongcang.Status;
import tongcang.ledger.ParquetFile;
import tongcang.support.Sha256;
import tongcang.warehouse.build.WarehouseBuild;
import tongcang.warehouse.database.Duck;
import tongcang.warehouse.release.Manifest;
import tongcang.warehouse.release.ReleaseReader;
import tongcang.warehouse.release.Releases;
import tongcang.warehouse.release.Signature;

/** A build that goes on from a release holds what a build from nothing holds. */
class EarlierReleaseTest extends SmallWarehouse {
    private static final List<String> RELATIONS = List.of(
            "coding",
            "dim_period",
            "dim_submission",
            "dim_unit",
            "fact_observation",
            "fact_uncoded",
            "fact_finding",
            "observation",
            "revision",
            "conflict",
            "series",
            "target_progress",
            "mart_economy",
            "dim_layout");

    @Test
    void nightAfterNightComesToWhatOneBuildComesTo() throws IOException {
        Random random = new Random(7);
        Releases nights = new Releases(folder.resolve("nights"), 10);
        for (int night = 0; night < 6; night++) {
            sendSomething(random, night);
            publish(nights, "night" + night);
            earlier = nights.soundDatabase("test", "seeds");
            assertThat(earlier).contains(nights.database("night" + night));
        }
        earlier = Optional.empty();
        Releases once = new Releases(folder.resolve("once"), 10);
        publish(once, "once");

        assertThat(hashes(nights, "night5")).isEqualTo(hashes(once, "once"));
        assertThat(contents(nights.database("night5"))).isEqualTo(contents(once.database("once")));
        assertThat(contents(once.database("once")).get(4)).hasSizeGreaterThan(100);
    }

    @Test
    void aYearThatNobodyTouchedKeepsItsFile() throws IOException {
        send("市统计局", "2022-01-20", figure("地区生产总值", "3655", "亿元", "2021", Status.ACTUAL));
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL));
        Releases releases = new Releases(folder.resolve("warehouse"), 1);
        publish(releases, "a");
        send("发展改革委", "2023-01-21", figure("地区生产总值", "3860", "亿元", "2022", Status.ACTUAL));
        earlier = Optional.of(releases.database("a"));
        publish(releases, "b");

        assertThat(isOneFile(releases, "parquet/fact_observation/2021.parquet")).isTrue();
        assertThat(isOneFile(releases, "sdmx/observation/2021.csv")).isTrue();
        assertThat(isOneFile(releases, "parquet/fact_observation/2022.parquet")).isFalse();
        releases.prune(1, Instant.now());
        assertThat(releases.verify("b", ParquetFile::sums)).isEmpty();
    }

    @Test
    void aDamagedFileIsNotTakenOver() throws IOException {
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL));
        Releases releases = new Releases(folder.resolve("warehouse"));
        publish(releases, "a");
        spoil(releases.folder("a").resolve("parquet/observation.parquet"));
        publish(releases, "b");
        assertThat(releases.verify("b", ParquetFile::sums)).isEmpty();

        spoil(releases.database("b"));
        assertThat(releases.soundDatabase("test", "seeds")).isEmpty();
    }

    @Test
    void aReleaseThatWasAlteredWithItsManifestIsNotGoneOnFromAndNothingOfItIsTakenOver() throws IOException {
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL));
        Releases releases = new Releases(folder.resolve("warehouse"));
        publish(releases, "a");
        Path database = releases.database("a");
        Path parquet = releases.folder("a").resolve("parquet/observation.parquet");
        assertThat(database.toFile().setWritable(true)).isTrue();
        try (Duck duck = Duck.writing(database, settings)) {
            duck.run("UPDATE fact_observation SET value = 4850");
        }
        spoil(parquet);
        Path manifest = releases.folder("a").resolve("manifest.json");
        String forged = Files.readString(manifest);
        for (Manifest.DataFile file : releases.manifest("a").files()) {
            forged =
                    forged.replace(file.sha256(), Sha256.of(releases.folder("a").resolve(file.name())));
        }
        assertThat(manifest.toFile().setWritable(true)).isTrue();
        Files.writeString(manifest, forged);

        assertThat(releases.soundDatabase("test", "seeds")).isEmpty();
        assertThat(releases.verify("a", ParquetFile::sums)).first().asString().contains("manifest.json", "改动");
        earlier = releases.soundDatabase("test", "seeds");
        publish(releases, "b");
        assertThat(releases.verify("b", ParquetFile::sums)).isEmpty();
        try (ReleaseReader reader = new ReleaseReader(releases.database("b"))) {
            assertThat(reader.ask("SELECT value FROM observation").rows()).containsExactly(List.of("3850.000000"));
        }
    }

    @Test
    void aReleaseThatIsNotWhatTheLedgerGivesIsNotGoneOnFrom() throws IOException {
        List<String> attacks = List.of(
                "UPDATE fact_observation SET value = 4850 WHERE value = 3850",
                "UPDATE fact_observation SET value_canonical = value_canonical * 2 WHERE value = 3850",
                "UPDATE fact_observation SET value_text = '4850', value = 4850, value_canonical = 485000000000"
                        + " WHERE value = 3850",
                "UPDATE fact_observation SET region_code = '411003' WHERE value = 3850",
                "UPDATE fact_observation SET sentence = '我说的' WHERE value = 3850",
                "UPDATE fact_observation SET is_current = NOT is_current WHERE period_code = '2022'",
                "DELETE FROM fact_observation WHERE value = 3850",
                "INSERT INTO fact_observation SELECT * REPLACE (9 AS value) FROM fact_observation LIMIT 1",
                // the value that is not to be shown stands first, or by itself
                "CREATE TABLE t AS FROM fact_observation; DELETE FROM fact_observation; INSERT INTO fact_observation"
                        + " SELECT * REPLACE (value < 3850 AS is_current) FROM t ORDER BY period_code, value; DROP TABLE t",
                "CREATE TABLE t AS FROM fact_observation; DELETE FROM fact_observation; INSERT INTO fact_observation"
                        + " SELECT * REPLACE (true AS is_current) FROM t ORDER BY value > 3846.8, value DESC; DROP TABLE t",
                "ALTER TABLE fact_observation DROP COLUMN sentence",
                "DROP TABLE fact_observation");
        Releases releases = aReleaseOfThree();
        Path released = releases.database("a");
        List<List<List<String>>> untouched = contents(built());
        assertThat(beginning).isEqualTo(WarehouseBuild.Beginning.RELEASE);

        for (String attack : attacks) {
            earlier = Optional.of(altered(released, attack)); // as if the manifest and the book had been forged as well
            assertThat(contents(built())).as(attack).isEqualTo(untouched);
            assertThat(beginning).as(attack).isEqualTo(WarehouseBuild.Beginning.ALTERED_RELEASE);
        }
    }

    @Test
    void whatElseWasAlteredInAReleaseIsMadeAnew() throws IOException {
        List<String> attacks = List.of(
                "DELETE FROM fact_finding",
                "UPDATE fact_finding SET severity = 'INFO'",
                "UPDATE fact_uncoded SET value_text = '1'",
                "DELETE FROM fact_held",
                "UPDATE coding_region SET region_code = '411003'",
                "UPDATE coding SET indicator_code = 'grain_area'");
        Path released = aReleaseOfThree().database("a");
        List<List<List<String>>> untouched = contents(built());

        for (String attack : attacks) {
            earlier = Optional.of(altered(released, attack));
            assertThat(contents(built())).as(attack).isEqualTo(untouched);
            assertThat(beginning).as(attack).isEqualTo(WarehouseBuild.Beginning.RELEASE);
        }
    }

    /** And a submission that came after it. */
    private Releases aReleaseOfThree() throws IOException {
        send("市统计局", "2022-01-20", figure("地区生产总值", "3655", "亿元", "2021", Status.ACTUAL));
        send("发展改革委", "2023-01-20", figure("地区生产总值", "3846.8", "亿元", "2022", Status.ACTUAL));
        send(
                "市统计局",
                "2023-01-20",
                figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL),
                figure("某某", "7", "亿元", "2022", Status.ACTUAL));
        Releases releases = new Releases(folder.resolve("warehouse"));
        publish(releases, "a");
        earlier = Optional.of(releases.database("a"));
        send("市统计局", "2023-02-20", figure("地区生产总值", "3900", "亿元", "2023", Status.ACTUAL));
        return releases;
    }

    private Path altered(Path released, String attack) throws IOException {
        Path altered = folder.resolve("altered.duckdb");
        Files.copy(released, altered, StandardCopyOption.REPLACE_EXISTING);
        assertThat(altered.toFile().setWritable(true)).isTrue();
        try (Duck duck = Duck.writing(altered, settings)) {
            dependents(duck, attack);
            List.of(attack.split("; ")).forEach(duck::run);
        }
        return altered;
    }

    @Test
    void anAlteredReleaseIsRememberedAndNothingOfItIsTakenOver() throws IOException {
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL));
        Releases releases = new Releases(folder.resolve("warehouse"));
        publish(releases, "a");
        assertThat(releases.altered()).isEmpty();

        releases.disown("a");

        assertThat(releases.altered()).containsExactly("a");
        assertThat(releases.soundDatabase("test", "seeds", Optional.empty())).isEmpty();
        assertThat(releases.verify("a", ParquetFile::sums)).first().asString().contains("与台账不符");
        publish(releases, "b");
        assertThat(isOneFile(releases, "parquet/fact_observation.parquet")).isFalse();
        assertThat(releases.altered()).containsExactly("a");
    }

    @Test
    void aBuildOfTheLedgerAloneSharesNoFileWithTheReleaseBefore() throws IOException {
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL));
        Releases releases = new Releases(folder.resolve("warehouse"));
        publish(releases, "a");
        Manifest whole = new Manifest(
                "b",
                "",
                "fingerprint",
                "test",
                "seeds",
                1,
                0,
                Manifest.Ledger.NONE,
                "2023-08-01T00:00:00Z",
                List.of(),
                List.of());
        releases.publish(built(), whole, settings, ParquetFile::sums);

        assertThat(isOneFile(releases, "parquet/fact_observation.parquet")).isFalse();
    }

    @Test
    void whereReleasesAreSignedOnlyASignedOneIsGoneOnFrom() throws IOException {
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL));
        Releases releases = new Releases(folder.resolve("warehouse"));
        publish(releases, "a");
        Path key = folder.resolve("key");
        Signature.generate(key);

        assertThat(releases.soundDatabase("test", "seeds")).isPresent();
        assertThat(releases.soundDatabase("test", "seeds", Optional.of(Signature.publicKey(key))))
                .isEmpty();
        assertThat(releases.soundDatabase("test", "seeds", Optional.of(folder.resolve("lost.pub"))))
                .isEmpty();
    }

    @Test
    void anotherProgramOrOtherSeedsBeginFromNothing() throws IOException {
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL));
        Releases releases = new Releases(folder.resolve("warehouse"));
        publish(releases, "a");

        assertThat(releases.soundDatabase("test", "others")).isEmpty();
        assertThat(releases.soundDatabase("other", "seeds")).isEmpty();
    }

    @Test
    void aReleaseOfWhatTheLedgerLacksIsNotGoneOnFrom() throws IOException {
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL));
        Releases releases = new Releases(folder.resolve("warehouse"));
        publish(releases, "a");
        assertThat(releases.database("a").toFile().setWritable(true)).isTrue();
        try (Duck duck = Duck.writing(releases.database("a"), settings)) {
            duck.run("UPDATE dim_submission SET submission_id = 'other'");
        }
        earlier = Optional.of(releases.database("a"));

        assertThat(rows("SELECT submission_id FROM fact_observation")).containsExactly(List.of("s0"));
    }

    private void sendSomething(Random random, int night) {
        List<String> labels = List.of("地区生产总值", "粮食面积", "城镇新增就业人数", "某某");
        List<String> units = List.of("亿元", "万亩", "万人", "万元");
        for (int sent = 0; sent < 6; sent++) {
            List<Figure> figures = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                int which = random.nextInt(4);
                int year = 2018 + random.nextInt(3 + night / 2);
                figures.add(figure(
                        labels.get(which),
                        random.nextInt(100) + "." + random.nextInt(10),
                        which == 0 && random.nextBoolean() ? "万元" : units.get(which),
                        random.nextInt(20) == 0
                                ? null
                                : year + (random.nextBoolean() ? "" : "-0" + (1 + random.nextInt(9))),
                        random.nextInt(5) == 0
                                ? Status.PRELIMINARY
                                : random.nextInt(8) == 0 ? Status.TARGET : Status.ACTUAL));
            }
            send(
                    random.nextBoolean() ? "市统计局" : "发展改革委",
                    "2023-0" + (1 + night) + "-1" + random.nextInt(10),
                    figures.toArray(Figure[]::new));
        }
    }

    /** The views stand in the way of some changes. */
    private static void dependents(Duck duck, String attack) {
        if (attack.contains("DROP")) {
            duck.query("SELECT 'DROP VIEW ' || view_name FROM duckdb_views() WHERE NOT internal", r -> r.getString(1))
                    .forEach(duck::run);
        }
    }

    /** As one would who may: released files can be read only. */
    private static void spoil(Path file) throws IOException {
        assertThat(file.toFile().setWritable(true)).isTrue();
        Files.writeString(file, "rubbish", StandardOpenOption.APPEND);
    }

    private static boolean isOneFile(Releases releases, String name) throws IOException {
        return Files.isSameFile(
                releases.folder("a").resolve(name), releases.folder("b").resolve(name));
    }

    private static List<List<List<String>>> contents(Path database) {
        try (ReleaseReader reader = new ReleaseReader(database)) {
            return RELATIONS.stream()
                    .map(relation -> reader.ask("FROM " + relation + " ORDER BY ALL").rows().stream()
                            .map(row -> row.stream().map(String::valueOf).toList())
                            .toList())
                    .toList();
        }
    }
}
