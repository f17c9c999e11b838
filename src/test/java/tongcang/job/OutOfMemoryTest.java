package tongcang.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;
import tongcang.job.definition.JobFile;
import tongcang.job.watch.Ending;
import tongcang.job.watch.Progress;
import tongcang.ledger.Ledger;
import tongcang.ledger.ParquetFile;
import tongcang.warehouse.release.Manifest;
import tongcang.warehouse.release.Releases;

/** Want of memory at any step fails the night and nothing else: the next one makes what one with memory would have made. */
class OutOfMemoryTest extends TwoNights {
    private static final String THIRD = "2022-12-28/统计局";

    private static Map<String, String> undisturbed = Map.of();

    @BeforeAll
    static void aThirdNightWithMemory(@TempDir Path other) throws IOException {
        FileSystemUtils.copyRecursively(twoNights, other);
        lay(other, THIRD);
        assertThat(run(other).ending()).isEqualTo(Ending.RELEASED);
        undisturbed = content(other);
    }

    /** {@code read} is in the middle of {@code extract}. */
    @ParameterizedTest
    @ValueSource(strings = {"intake", "extract", "read", "append", "code", "build", "audit", "receipts", "release"})
    void noMemoryForAStep(String step) throws IOException {
        requireFailedAndMadeUpFor(JOB, starvedAt(step));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4MB", "12MB", "24MB"})
    void noMemoryForTheEngine(String memory) throws IOException {
        String text = Files.readString(ROOT.resolve("jobs/nightly.yml"));
        Path file = folder.resolve("nightly.yml");
        Files.writeString(file, text.replace("memory: 2GB", "memory: " + memory));

        requireFailedAndMadeUpFor(JobFile.load(file), Progress.SILENT);
    }

    private void requireFailedAndMadeUpFor(JobFile job, Progress progress) throws IOException {
        lay(folder, THIRD);
        Releases releases = new Releases(folder.resolve("warehouse"));
        String shown = releases.current().orElseThrow();

        NightlyRun.Outcome starved = run(folder, job, progress);

        assertThat(starved.ending()).isEqualTo(Ending.FAILED);
        assertThat(starved.reason()).containsAnyOf("内存不足", "Out of Memory");
        assertThat(releases.current()).contains(shown);
        assertThat(releases.verify(shown, ParquetFile::sums)).isEmpty();
        assertThat(run(folder).ending()).isEqualTo(Ending.RELEASED);
        assertThat(content(folder)).isEqualTo(undisturbed);
    }

    private static Progress starvedAt(String step) {
        return new Progress() {
            @Override
            public void step(String name) {
                starve(name);
            }

            @Override
            public void read(int done, int all, long figures) {
                starve("read");
            }

            private void starve(String where) {
                if (where.equals(step)) {
                    throw new OutOfMemoryError("in " + where);
                }
            }
        };
    }

    /** The chain's end, and the hashes of the release's Parquet files. */
    private static Map<String, String> content(Path folder) {
        Releases releases = new Releases(folder.resolve("warehouse"));
        Map<String, String> content = new TreeMap<>();
        content.put(
                "chain",
                new Ledger(folder.resolve("warehouse/ledger"))
                        .chain()
                        .head()
                        .orElseThrow()
                        .hash());
        for (Manifest.DataFile file :
                releases.manifest(releases.current().orElseThrow()).files()) {
            if (file.name().endsWith(".parquet")) {
                content.put(file.name(), file.sha256());
            }
        }
        return content;
    }
}
