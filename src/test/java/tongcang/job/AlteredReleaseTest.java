package tongcang.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tongcang.job.watch.Ending;
import tongcang.ledger.ParquetFile;
import tongcang.support.Sha256;
import tongcang.warehouse.database.Duck;
import tongcang.warehouse.database.Settings;
import tongcang.warehouse.release.Manifest;
import tongcang.warehouse.release.Releases;

/** One who may write everywhere but in the ledger changes a figure, and all that would tell of it. */
class AlteredReleaseTest extends TwoNights {

    @Test
    void aFigureChangedInAReleaseIsFoundTheSameNightThoughManifestAndBookAreForged() throws IOException {
        Releases releases = new Releases(folder.resolve("warehouse"));
        String altered = releases.current().orElseThrow();
        String truth = ask("SELECT sum(value) FROM fact_observation");
        try (Duck duck = Duck.writing(writable(releases.database(altered)), settings())) {
            duck.run("UPDATE fact_observation SET value = value + 1000 WHERE is_current");
        }
        forge(releases, altered);
        assertThat(releases.verify(altered, ParquetFile::sums)).isEmpty();
        assertThat(ask("SELECT sum(value) FROM fact_observation")).isNotEqualTo(truth);

        lay(folder, "2022-12-28/统计局");
        NightlyRun.Outcome night = run(folder);

        assertThat(night.ending()).isEqualTo(Ending.RELEASED);
        assertThat(night.left()).anyMatch(line -> line.contains(altered) && line.contains("改动过"));
        assertThat(ask("SELECT sum(value) FROM fact_observation JOIN dim_submission USING (submission_id)"
                        + " WHERE path NOT LIKE '2022-12-28%'"))
                .isEqualTo(truth);
        assertThat(releases.verify(altered, ParquetFile::sums))
                .first()
                .asString()
                .contains("与台账不符");
        assertThat(releases.verify(releases.current().orElseThrow(), ParquetFile::sums))
                .isEmpty();
    }

    private Settings settings() {
        return new Settings("256MB", 1, folder.resolve("spill"));
    }

    /** The manifest has the new hash, and the book that of the new manifest. */
    private void forge(Releases releases, String id) throws IOException {
        Path manifest = writable(releases.folder(id).resolve("manifest.json"));
        Path book = folder.resolve("warehouse/state/released.txt");
        String before = Sha256.of(manifest);
        String text = Files.readString(manifest);
        for (Manifest.DataFile file : releases.manifest(id).files()) {
            text = text.replace(file.sha256(), Sha256.of(releases.folder(id).resolve(file.name())));
        }
        Files.writeString(manifest, text);
        Files.writeString(book, Files.readString(book).replace(before, Sha256.of(manifest)));
    }

    private static Path writable(Path file) {
        assertThat(file.toFile().setWritable(true)).isTrue();
        return file;
    }
}
