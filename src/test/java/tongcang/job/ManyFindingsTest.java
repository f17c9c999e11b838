package tongcang.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.FormulaError;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongcang.job.definition.JobFile;
import tongcang.job.watch.Ending;
import tongcang.warehouse.release.ReleaseReader;
import tongcang.warehouse.release.ReleaseSummary;
import tongcang.warehouse.release.Releases;

/** A file with one fault in eighty thousand cells is one line for the operator, with their true count. */
class ManyFindingsTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();
    private static final int FAULTS = 80_000;

    @TempDir
    private Path folder = Path.of("");

    @Test
    void oneFaultInEightyThousandCells() throws IOException {
        Path tray = Files.createDirectories(folder.resolve("input/2023-07-01/统计局"));
        lay(tray.resolve("各企业产值.xlsx"));
        Path warehouse = folder.resolve("warehouse");

        NightlyRun.Outcome night = new NightlyRun(
                        ROOT, JobFile.load(ROOT.resolve("jobs/nightly.yml")), folder.resolve("input"), warehouse)
                .run(LocalDate.of(2023, 7, 20));

        assertThat(night.ending()).isEqualTo(Ending.RELEASED);
        Path database = new Releases(warehouse).database(night.release().orElseThrow());
        assertThat(ReleaseSummary.of(database).kinds())
                .filteredOn(kind -> kind.rule().equals("workbook.error-cell"))
                .singleElement()
                .satisfies(kind -> assertThat(kind.places()).isEqualTo(FAULTS))
                .satisfies(kind -> assertThat(kind.examples()).contains("B5", "B6", "B7"));
        try (ReleaseReader release = new ReleaseReader(database)) {
            assertThat(release.ask("SELECT count(*), sum(figures), count(*) FILTER (figures > 1) FROM fact_finding"
                                    + " WHERE rule = 'workbook.error-cell'")
                            .rows())
                    .isEqualTo(List.of(List.of("1001", String.valueOf(FAULTS), "1")));
        }
        try (var receipt =
                WorkbookFactory.create(warehouse.resolve("receipts/市统计局.xlsx").toFile())) {
            assertThat(receipt.getSheetAt(1).getLastRowNum()).isLessThan(1100);
        }
    }

    private static void lay(Path file) throws IOException {
        try (SXSSFWorkbook book = new SXSSFWorkbook(100);
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = book.createSheet("产值");
            row(sheet, 0, "2023年6月各企业产值", null);
            row(sheet, 1, "单位：万元", null);
            row(sheet, 2, "企业", "工业总产值");
            Row sound = sheet.createRow(3);
            sound.createCell(0).setCellValue("甲厂");
            sound.createCell(1).setCellValue(12);
            for (int i = 0; i < FAULTS; i++) {
                Row row = sheet.createRow(4 + i);
                row.createCell(0).setCellValue("厂" + i);
                row.createCell(1).setCellErrorValue(FormulaError.REF.getCode());
            }
            book.write(out);
        }
    }

    private static void row(Sheet sheet, int at, String first, String second) {
        Row row = sheet.createRow(at);
        row.createCell(0).setCellValue(first);
        if (second != null) {
            row.createCell(1).setCellValue(second);
        }
    }
}
