package tongcang.workbook.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tongcang.InvalidFileException;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.label.LabelReader;

/** The text form of layouts. */
class LayoutTextTest {
    private final LayoutMemory memory = new LayoutMemory(new LabelReader(SampleGrids.UNITS));

    @Test
    void theTextOfEveryLayoutReadsBackToAnEqualOne() throws IOException {
        for (Map.Entry<String, List<Grid>> file : SampleGrids.all().entrySet()) {
            for (SheetReading sheet : SampleGrids.read(file.getValue(), file.getKey(), memory)) {
                String text = LayoutText.write(sheet.layout());
                assertThat(LayoutText.read("layout.yml", text))
                        .as(file.getKey())
                        .isEqualTo(sheet.layout());
            }
        }
    }

    @Test
    void theTextSaysWhatIsSaidAndLeavesOutWhatIsNot() {
        List<Grid> grids = SampleGrids.grids(
                "表.xlsx", List.of("#sheet 工业", "甲市2023年6月工业", "指标\t本月（亿元）\t增速（%）", "利润\t12.5\t3.1", "税金\t8.1\t-2"));

        String text = LayoutText.write(
                SampleGrids.read(grids, "表.xlsx", memory).get(0).layout());

        assertThat(text)
                .contains("sheet: \"工业\"", "unit: \"亿元\"", "code: \"2023-06\"", "- \"利润\"")
                .doesNotContain("12.5", "region: \"\"");
    }

    @Test
    void aTextThatIsNoLayoutIsRefusedWithItsLine() {
        assertThatThrownBy(() -> LayoutText.read("layout.yml", "sheet: a\ntables: 3\n"))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("layout.yml")
                .hasMessageContaining("2");
    }
}
