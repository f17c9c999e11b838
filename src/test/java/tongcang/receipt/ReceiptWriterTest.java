package tongcang.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tongcang.Receipt;
import tongcang.Severity;

class ReceiptWriterTest {
    private static final LocalDate DAY = LocalDate.of(2023, 7, 20);

    @TempDir
    private Path folder;

    @Test
    void aDepartmentSeesWhatWasTakenWhatWasRefusedAndWhy() throws IOException {
        write(new Receipt(
                "财政局",
                List.of(
                        new Receipt.File("2023-07-12/财政局/收支.xlsx", DAY, "taken", 12, 11, 1),
                        new Receipt.File("2023-07-12/财政局/坏.xls", DAY, "refused", 0, 0, 1)),
                List.of(new Receipt.Found(
                        "2023-07-12/财政局/收支.xlsx", Severity.WARNING, "表1!C5", "7.8S", "7.8", "请核对原表"))));

        assertThat(rows("财政局.xlsx", 0))
                .containsExactly(
                        List.of("文件", "收到日期", "结果", "读取数值", "进入数据仓库", "审核发现"),
                        List.of("2023-07-12/财政局/收支.xlsx", "2023-07-20", "已采用", "12", "11", "1"),
                        List.of("2023-07-12/财政局/坏.xls", "2023-07-20", "退回", "0", "0", "1"));
        assertThat(rows("财政局.xlsx", 1))
                .containsExactly(
                        List.of("文件", "位置", "级别", "发现", "应为", "说明"),
                        List.of("2023-07-12/财政局/收支.xlsx", "表1!C5", "核实性", "7.8S", "7.8", "请核对原表"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(A1)", "=HYPERLINK(\"http://example.com\")"})
    void whatASheetSaysIsTextAndNeverAFormula(String hostile) throws IOException {
        write(receipt("财政局", hostile));

        try (Workbook book = open("财政局.xlsx")) {
            Cell cell = book.getSheetAt(1).getRow(1).getCell(3);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
            assertThat(cell.getStringCellValue()).isEqualTo(hostile);
        }
    }

    @Test
    void charactersThatHideOrTurnTextAreShownAsSuch() throws IOException {
        write(receipt("财政局", "a\u202Eb\u0007c\u200Bd"));

        assertThat(rows("财政局.xlsx", 1).get(1).get(3)).isEqualTo("a�b�c�d");
    }

    @Test
    void aTextLongerThanACellIsCut() throws IOException {
        write(receipt("财政局", "长".repeat(40_000)));

        assertThat(rows("财政局.xlsx", 1).get(1).get(3)).hasSize(32_767);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc", "..", "a/b", "C:\\x", "CON\u0000", "财政局/.."})
    void noDepartmentNameLeavesTheFolder(String name) throws IOException {
        write(receipt(name, "x"), receipt("财政局", "x"));

        assertThat(names()).hasSize(2).contains("财政局.xlsx").allMatch(n -> n.matches("[\\p{L}\\p{N}-]*\\.xlsx"));
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all.filter(Files::isRegularFile)).hasSize(2);
        }
    }

    @Test
    void theReceiptsOfAnEarlierRunGo() throws IOException {
        write(receipt("财政局", "x"), receipt("教育局", "x"));
        write(receipt("财政局", "x"));

        assertThat(names()).containsExactly("财政局.xlsx");
    }

    @Test
    void whatElseLiesInTheFolderStays() throws IOException {
        write(receipt("财政局", ""), receipt("商务局", ""));
        Path receipts = folder.resolve("receipts");
        Files.copy(receipts.resolve("商务局.xlsx"), receipts.resolve("商务局（已核）.xlsx"));
        Files.writeString(receipts.resolve("说明.xlsx"), "no workbook");
        Files.writeString(receipts.resolve("说明.txt"), "how to send them");
        Files.createDirectories(receipts.resolve("已发送.xlsx"));

        write(receipt("财政局", ""));

        assertThat(names()).containsExactlyInAnyOrder("财政局.xlsx", "商务局（已核）.xlsx", "说明.xlsx", "说明.txt", "已发送.xlsx");
    }

    private static Receipt receipt(String department, String found) {
        return new Receipt(
                department, List.of(), List.of(new Receipt.Found("f.xlsx", Severity.ERROR, "表!A1", found, "", "请核对")));
    }

    private void write(Receipt... receipts) throws IOException {
        new ReceiptWriter(folder.resolve("receipts")).write(List.of(receipts));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("receipts"))) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }

    private Workbook open(String name) throws IOException {
        return WorkbookFactory.create(folder.resolve("receipts").resolve(name).toFile(), null, true);
    }

    private List<List<String>> rows(String name, int sheet) throws IOException {
        try (Workbook book = open(name)) {
            List<List<String>> rows = new ArrayList<>();
            for (Row row : book.getSheetAt(sheet)) {
                List<String> cells = new ArrayList<>();
                row.forEach(c -> cells.add(new DataFormatter().formatCellValue(c)));
                rows.add(cells);
            }
            return rows;
        }
    }
}
