package tongcang.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tongcang.InvalidFileException;
import tongcang.Status;
import tongcang.ledger.ParquetFile;
import tongcang.support.ColumnSum;
import tongcang.warehouse.database.WarehouseException;
import tongcang.warehouse.release.ReleaseReader;
import tongcang.warehouse.release.Releases;
import tongcang.warehouse.release.Signature;

/** Releases: whole, comparable, revocable, and never disturbing a reader. */
class ReleasesTest extends SmallWarehouse {
    @Test
    void equalInputsGiveEqualBytesInFilesAndEqualContentInTheDatabase() throws IOException {
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850", "亿元", "2022", Status.PRELIMINARY));
        send("市政府", "2023-01-21", figure("地区生产总值", "3800", "亿元", "2022", Status.ACTUAL));
        Releases releases = new Releases(folder.resolve("warehouse"));
        publish(releases, "a");
        publish(releases, "b");

        assertThat(releases.current()).contains("b");
        assertThat(folder.resolve("warehouse/current").toRealPath())
                .isEqualTo(releases.folder("b").toRealPath());
        assertThat(releases.ids()).containsExactly("a", "b");
        assertThat(hashes(releases, "a")).hasSizeGreaterThan(10).isEqualTo(hashes(releases, "b"));
        assertThat(content(releases, "a")).hasSizeGreaterThan(20).isEqualTo(content(releases, "b"));
        assertThat(releases.verify("a", ParquetFile::sums)).isEmpty();
    }

    @Test
    void observationsOfALargeWarehouseAreSplitByYearAndStayInOrder() throws IOException {
        send(
                "市统计局",
                "2023-01-20",
                figure("粮食面积", "674", "万亩", "2022", Status.ACTUAL),
                figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL),
                figure("地区生产总值", "3655", "亿元", "2021", Status.ACTUAL));
        Releases releases = new Releases(folder.resolve("warehouse"), 2);
        publish(releases, "a");

        assertThat(hashes(releases, "a"))
                .containsKeys(
                        "parquet/observation/2021.parquet",
                        "parquet/observation/2022.parquet",
                        "parquet/fact_observation/2022.parquet",
                        "sdmx/observation/2022.csv");
        assertThat(Files.readAllLines(releases.folder("a").resolve("sdmx/observation/2022.csv")))
                .hasSize(3)
                .anySatisfy(line -> assertThat(line)
                        .startsWith(
                                "dataflow,TONGCANG:OBSERVATION(1.0),I,A,gdp,411000,LEVEL,_T,_Z,亿元,2022,3850.000000,"));
        assertThat(Files.readString(releases.folder("a").resolve("datapackage.json")))
                .contains("\"parquet/observation/2021.parquet\", \"parquet/observation/2022.parquet\"", "指标代码");
    }

    @Test
    void anAnalystsProcessHoldsItsReleaseWhileNightsComeAndGo() throws Exception {
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL));
        Releases releases = new Releases(folder.resolve("warehouse"));
        publish(releases, "a");
        try (AnalystProcess analyst = new AnalystProcess(releases.database("a"))) {
            assertThat(analyst.ask("SELECT value FROM observation")).isEqualTo("3850.000000");

            send("市统计局", "2023-12-20", figure("地区生产总值", "3746.8", "亿元", "2022", Status.ACTUAL));
            publish(releases, "b");
            assertThat(analyst.ask("SELECT value FROM observation")).isEqualTo("3850.000000");
            try (AnalystProcess other = new AnalystProcess(releases.database("b"))) {
                assertThat(other.ask("SELECT value FROM observation")).isEqualTo("3746.800000");
            }
            publish(releases, "c");
            releases.prune(1, Instant.now().plusSeconds(60));
            assertThat(releases.ids()).doesNotContain("b");
            assertThat(analyst.ask("SELECT count(*) FROM revision")).isEqualTo("0");
        }
    }

    @Test
    void whatAKilledRunLeftIsClearedAndNoReleaseIsEverHalfGone() throws IOException {
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL));
        Releases releases = new Releases(folder.resolve("warehouse"));
        Path unfinished = Files.createDirectories(releases.folder(".x"));
        Files.writeString(unfinished.resolve("manifest.json"), "{}");

        assertThat(releases.ids()).isEmpty();
        publish(releases, "a");
        publish(releases, "a");

        assertThat(releases.folder(".x")).doesNotExist();
        assertThat(releases.ids()).containsExactly("a");
        assertThat(releases.verify("a", ParquetFile::sums)).isEmpty();
    }

    @Test
    void aReleaseThatTheSecondReaderDoubtsIsNotPublished() throws IOException {
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL));
        Releases releases = new Releases(folder.resolve("warehouse"));
        publish(releases, "a");
        send("市统计局", "2023-01-21", figure("地区生产总值", "3851", "亿元", "2022", Status.ACTUAL));
        Releases.SecondReader doubting = file -> {
            Map<String, ColumnSum> sums = new HashMap<>(ParquetFile.sums(file));
            sums.computeIfPresent(
                    "value",
                    (column, sum) -> new ColumnSum(sum.filled(), sum.sum().add(BigDecimal.ONE)));
            return sums;
        };

        assertThatThrownBy(() -> releases.publish(built(), draft("b"), settings, doubting))
                .hasMessageContaining("value")
                .hasMessageContaining("stays current");
        assertThat(releases.current()).contains("a");
        assertThat(releases.ids()).containsExactly("a");
    }

    @Test
    void aDamagedReleaseIsToldFromAWholeOne() throws IOException {
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL));
        Releases releases = new Releases(folder.resolve("warehouse"));
        publish(releases, "a");
        Path observation = releases.folder("a").resolve("parquet/observation.parquet");
        assertThat(observation.toFile().setWritable(true)).isTrue();
        Files.writeString(observation, "rubbish");
        Files.delete(releases.folder("a").resolve("parquet/series.parquet"));

        assertThat(releases.verify("a", ParquetFile::sums))
                .containsExactly(
                        "parquet/observation.parquet: its bytes are not those of the manifest",
                        "parquet/series.parquet: missing");
    }

    @Test
    void releasedFilesCanBeReadOnly() throws IOException {
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL));
        Releases releases = new Releases(folder.resolve("warehouse"));
        publish(releases, "a");
        try (Stream<Path> files = Files.walk(releases.folder("a"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSizeGreaterThan(20)
                    .allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file))
                            .doesNotContain(
                                    PosixFilePermission.OWNER_WRITE,
                                    PosixFilePermission.GROUP_WRITE,
                                    PosixFilePermission.OTHERS_WRITE));
        }
        publish(releases, "b");
        assertThat(releases.prune(1, Instant.now().plusSeconds(60))).containsExactly("a");
    }

    @Test
    void aSignedReleaseIsToldFromOneThatAnotherMade() throws IOException {
        Path key = folder.resolve("release.pem");
        Path other = folder.resolve("other.pem");
        Signature.generate(key);
        Signature.generate(other);
        Optional<Path> trusted = Optional.of(Signature.publicKey(key));
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL));
        Releases releases = new Releases(folder.resolve("warehouse"));
        releases.publish(built(), draft("signed"), settings, ParquetFile::sums, Optional.of(key));
        releases.publish(built(), draft("forged"), settings, ParquetFile::sums, Optional.of(other));
        publish(releases, "bare");

        assertThat(releases.verify("signed", ParquetFile::sums, trusted)).isEmpty();
        assertThat(releases.verify("forged", ParquetFile::sums, trusted)).containsExactly("manifest.json: 签名缺失或不符");
        assertThat(releases.verify("bare", ParquetFile::sums, trusted)).containsExactly("manifest.json: 签名缺失或不符");
        assertThat(Files.getPosixFilePermissions(key))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        assertThatThrownBy(() -> Signature.generate(key)).isInstanceOf(FileAlreadyExistsException.class);
        assertThatThrownBy(() -> Signature.require(Signature.publicKey(key)))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("Ed25519");
    }

    @Test
    void rollingBackIsOnePointerAndPruningSparesTheCurrentOne() throws IOException {
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL));
        Releases releases = new Releases(folder.resolve("warehouse"));
        publish(releases, "a");
        publish(releases, "b");
        publish(releases, "c");
        releases.use("a");

        assertThat(releases.prune(1, Instant.EPOCH)).isEmpty();
        assertThat(releases.prune(1, Instant.now().plusSeconds(60))).containsExactly("b");
        assertThat(releases.ids()).containsExactly("a", "c");
        assertThatThrownBy(() -> releases.use("b")).hasMessageContaining("no release 'b'");
    }

    @Test
    void aReleasedFileIsReadWithNothingElseInReach() throws IOException {
        send("市统计局", "2023-01-20", figure("地区生产总值", "3850", "亿元", "2022", Status.ACTUAL));
        Releases releases = new Releases(folder.resolve("warehouse"));
        publish(releases, "a");
        try (ReleaseReader reader = new ReleaseReader(releases.database("a"))) {
            assertThat(reader.ask("SELECT count(*) FROM observation").rows()).containsExactly(List.of("1"));
            assertThat(reader.ask("SELECT 1 AS one WHERE false").columns()).containsExactly("one");
            assertThatThrownBy(() -> reader.ask("SELECT * FROM read_text('pom.xml')"))
                    .isInstanceOf(WarehouseException.class);
            assertThatThrownBy(() -> reader.ask("CREATE TABLE t (i INTEGER)")).isInstanceOf(WarehouseException.class);
            assertThatThrownBy(() -> reader.ask("SET enable_external_access = true"))
                    .isInstanceOf(WarehouseException.class);
        }
    }

    /** Every row of every table and view, in an order of its own. */
    private static List<String> content(Releases releases, String id) {
        try (ReleaseReader reader = new ReleaseReader(releases.database(id))) {
            List<String> content = new ArrayList<>();
            for (List<@Nullable String> relation : reader.ask(
                            "SELECT table_name FROM information_schema.tables ORDER BY 1")
                    .rows()) {
                content.add(relation + ": "
                        + reader.ask("SELECT * FROM " + relation.get(0) + " ORDER BY ALL")
                                .rows());
            }
            return content;
        }
    }
}
