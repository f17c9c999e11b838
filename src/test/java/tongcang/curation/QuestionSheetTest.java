package tongcang.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tongcang.InvalidFileException;
import tongcang.LabelDecision;
import tongcang.LabelDecision.Reach;
import tongcang.LabelDecision.Refusal;
import tongcang.LabelMeaning;
import tongcang.NameDecision;
import tongcang.UnknownLabel;
import tongcang.UnknownName;
import tongcang.UnknownName.Kind;

class QuestionSheetTest {
    private static final UnknownLabel ASKED = label("助企活力指数", 9, List.of("gdp"));
    private static final UnknownName PLACE =
            new UnknownName(Kind.REGION, "禹洲市", "发改委", 7, List.of("a.xlsx 表一!B5"), List.of("411081 禹州市"));
    private static final List<String> HEADS = List.of("指标说法", "部门", "表号", "选定指标", "适用范围", "分组");

    @Test
    void eachLabelIsARowWithExamplesAndItsNearestIndicators(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("curation/questions.xlsx");
        new QuestionSheet(Map.of("gdp", "地区生产总值"), List.of("area=urban 城镇"), List.of("综合", "农业"), List.of("亿元"))
                .write(
                        file,
                        List.of(ASKED, label("=1+1", 2, List.of())),
                        List.of(PLACE),
                        Map.of(Kind.REGION, List.of("411081 禹州市")));

        try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
            Row row = book.getSheetAt(0).getRow(2);
            assertThat(row.getCell(1).getStringCellValue()).isEqualTo("助企活力指数");
            assertThat(row.getCell(6).getStringCellValue()).isEqualTo("9");
            assertThat(row.getCell(8).getStringCellValue()).isEqualTo("2022 1.2（a.xlsx 表一!B5）");
            assertThat(row.getCell(9).getStringCellValue()).isEqualTo("gdp 地区生产总值");
            assertThat(book.getSheetAt(0).getRow(3).getCell(1).getCellType()).isEqualTo(CellType.STRING);
            assertThat(book.getSheetAt(0).getRow(3).getCell(1).getCellStyle().getQuotePrefixed())
                    .isTrue();
            assertThat(book.getSheetAt(0).getDataValidations())
                    .extracting(v -> v.getValidationConstraint().getFormula1())
                    .contains("'代码表'!$A$1:$A$3", "'代码表'!$C$1:$C$1", "'代码表'!$D$1:$D$2", "'代码表'!$E$1:$E$1");
        }
    }

    @Test
    void aFilledRowIsADecision() {
        FilledSheet filled = read(row("助企活力指数", "gdp 地区生产总值", "本部门", "area=urban 城镇；sex=male 男"));

        assertThat(filled.refused()).isEmpty();
        assertThat(filled.decisions())
                .containsExactly(new LabelDecision(3, ASKED, "gdp", Reach.DEPARTMENT, "area=urban;sex=male", null));
    }

    @Test
    void aRowMaySayTheNameAloneOrThatTheLabelIsNotForUs() {
        assertThat(read(row("助企活力指数", "地区生产总值", "", "城镇")).decisions())
                .containsExactly(new LabelDecision(3, ASKED, "地区生产总值", Reach.EVERYWHERE, "城镇", null));
        assertThat(read(row("助企活力指数", "（不采用）", "", "")).decisions())
                .containsExactly(new LabelDecision(3, ASKED, LabelMeaning.NOT_FOR_US, Reach.EVERYWHERE, "", null));
    }

    @Test
    void anEmptyRowIsNone() {
        assertThat(read(row("助企活力指数", " ", "", "")).decisions()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"别的说法,gdp,全部,不是当前发布版中的未编码指标", "助企活力指数,gdp,到处,适用范围“到处”"})
    void aRowThatDoesNotFitIsRefused(String label, String choice, String reach, String reason) {
        FilledSheet filled = read(row(label, choice, reach, ""));

        assertThat(filled.decisions()).isEmpty();
        assertThat(filled.refused()).extracting(Refusal::row).containsExactly(3);
        assertThat(filled.refused().get(0).reason()).contains(reason);
    }

    @Test
    void anotherSheetIsNoQuestionSheet() {
        assertThatThrownBy(() -> FilledSheet.of(
                        "x.xlsx", Map.of("a", List.of(List.of("指标", "2022年"))), List.of(ASKED), List.of()))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("[x.xlsx]")
                .hasMessageContaining("选定指标");
    }

    @Test
    void otherNamesHaveASheetForEachKindWithWhatIsNearAndWhatIsSpeltAlike(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("questions.xlsx");
        UnknownName alike = new UnknownName(Kind.REGION, "禹洲 市", "财政局", 2, List.of(), List.of());
        new QuestionSheet(Map.of(), List.of(), List.of(), List.of())
                .write(file, List.of(), List.of(PLACE, alike), Map.of(Kind.REGION, List.of("411081 禹州市")));

        try (Workbook book = WorkbookFactory.create(file.toFile(), null, true)) {
            Row row = book.getSheet("未编码地区").getRow(2);
            assertThat(row.getCell(1).getStringCellValue()).isEqualTo("禹洲市");
            assertThat(row.getCell(3).getStringCellValue()).isEqualTo("7");
            assertThat(row.getCell(5).getStringCellValue()).isEqualTo("411081 禹州市");
            assertThat(row.getCell(8).getStringCellValue()).isEqualTo("禹洲 市");
            assertThat(book.getSheet("未编码单位").getLastRowNum()).isEqualTo(1);
        }
    }

    @Test
    void anotherNameIsDecidedByCodeOrNameOrIsNotForUsAndOnlyWhereItWasAsked() {
        List<String> heads = List.of("说法", "部门", "选定");
        Map<String, List<List<String>>> sheets = new LinkedHashMap<>();
        sheets.put("未编码指标", List.of(HEADS));
        sheets.put("未编码地区", List.of(heads, List.of("禹洲市", "发改委", "411081 禹州市"), List.of("禹洲市", "财政局", "禹州市")));
        FilledSheet filled = FilledSheet.of("x.xlsx", sheets, List.of(), List.of(PLACE));

        assertThat(filled.names()).containsExactly(new NameDecision(2, PLACE, "411081"));
        assertThat(filled.refused()).extracting(Refusal::row).containsExactly(3);
    }

    private static FilledSheet read(List<String> row) {
        return FilledSheet.of("x.xlsx", Map.of("a", List.of(List.of("说明"), HEADS, row)), List.of(ASKED), List.of());
    }

    private static List<String> row(String label, String choice, String reach, String members) {
        return new ArrayList<>(List.of(label, "发改委", "", choice, reach, members));
    }

    private static UnknownLabel label(String label, long figures, List<String> candidates) {
        return new UnknownLabel(
                label,
                "发改委",
                "",
                List.of("index"),
                List.of(),
                figures,
                LocalDate.of(2023, 7, 14),
                List.of("2022 1.2（a.xlsx 表一!B5）"),
                candidates);
    }
}
