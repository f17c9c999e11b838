package tongcang.workbook.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tongcang.support.Limits;

/** Our reader of .xlsx and POI's user model must see the same cells, formats and merged areas. */
class XlsxAgainstPoiTest {
    private static final int WORKBOOKS = 150;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void ofGeneratedWorkbooksBothSeeTheSame() throws IOException, WorkbookFile.Unreadable {
        long cells = 0;
        for (long seed : LongStream.range(0, WORKBOOKS).toArray()) {
            Path file = folder.resolve("random.xlsx");
            RandomWorkbook.write(file, seed);
            SortedMap<String, String> poi = PoiOracle.poi(file);
            assertThat(PoiOracle.differences(
                            poi,
                            PoiOracle.ours(new WorkbookFile(Limits.DEFAULT, WorkbookSettings.DEFAULT).load(file, ""))))
                    .as("seed " + seed)
                    .isEmpty();
            cells += poi.size();
        }
        assertThat(cells).isGreaterThan(WORKBOOKS * 50L);
    }

    @ParameterizedTest
    @MethodSource("tray")
    void ofTheTrayBothSeeTheSame(Path file) throws IOException, WorkbookFile.Unreadable {
        assertThat(PoiOracle.differences(
                        PoiOracle.poi(file),
                        PoiOracle.ours(new WorkbookFile(Limits.DEFAULT, WorkbookSettings.DEFAULT).load(file, ""))))
                .isEmpty();
    }

    static List<Path> tray() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("input"))) {
            return files.filter(f -> f.toString().endsWith(".xlsx"))
                    .filter(XlsxAgainstPoiTest::isZip)
                    .sorted()
                    .toList();
        }
    }

    private static boolean isZip(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == 'P' && in.read() == 'K' && Files.size(file) > 3000;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
