package tongcang.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongcang.Evidence;
import tongcang.Figure;
import tongcang.Origin;
import tongcang.coding.Codelists;
import tongcang.quantity.Units;
import tongcang.support.Limits;

/** Where each field of a figure was said goes with it. */
class EvidenceTest {
    private static final Units UNITS =
            Codelists.load(Path.of("seeds/codelists")).units();

    @TempDir
    Path folder;

    @Test
    void theNearestWordsOfEachFieldAreItsEvidence() throws IOException {
        Evidence evidence = first("2022年收支.csv", "许昌市2022年财政收支", "单位：万元", "项目,本年", "一般公共预算收入,123", "税收收入,99");
        assertThat(evidence)
                .extracting(Evidence::unit, Evidence::period, Evidence::region, Evidence::label)
                .containsExactly(Origin.CAPTION, Origin.TITLE, Origin.TITLE, Origin.ROW);
    }

    @Test
    void whatOnlyTheNameOfTheSheetSaysIsSaidThere() throws IOException {
        Evidence evidence = first("2022年各业产值.csv", "项目,产值（万元）", "农业,123", "林业,99");
        assertThat(evidence)
                .extracting(Evidence::unit, Evidence::period, Evidence::region)
                .containsExactly(Origin.COLUMN, Origin.SHEET_NAME, Origin.NONE);
    }

    @Test
    void twoUnitsThatCompeteAreADoubt() throws IOException {
        Evidence evidence = first("a.csv", "2022年产量", "品名（吨）,数量（公斤）", "粮食（吨）,123", "油料（吨）,99");
        assertThat(evidence.doubtCodes()).isEqualTo("unit.rival");
        assertThat(evidence.rivals()).contains("吨", "公斤");
    }

    private Evidence first(String name, String... lines) throws IOException {
        Path file = Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
        return new WorkbookReader(UNITS, Limits.DEFAULT)
                .read(file, name).figures().stream()
                        .findFirst()
                        .map(Figure::evidence)
                        .orElseThrow();
    }
}
