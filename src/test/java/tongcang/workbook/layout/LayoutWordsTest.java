package tongcang.workbook.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tongcang.SheetLayout;
import tongcang.workbook.label.LabelReader;

/** What the ledger keeps of a layout: its names and its heads, the same in every month. */
class LayoutWordsTest {
    private final LayoutMemory memory = new LayoutMemory(new LabelReader(SampleGrids.UNITS));

    @Test
    void aMonthlyFormHasTheSameNamesAndTheSameWordsEveryMonth() {
        SheetLayout march = words("甲市2023年3月工业月报.xlsx", form("3月", "甲市2023年3月规模以上工业主要指标", "101.5"));
        SheetLayout april = words("甲市2024年4月工业月报.xlsx", form("4月", "甲市2024年4月规模以上工业主要指标", "7"));

        assertThat(april.title()).isEqualTo(march.title()).isEqualTo("规模以上工业主要指标");
        assertThat(april.file()).isEqualTo(march.file()).isEqualTo("工业月报/");
        assertThat(april.heads()).isEqualTo(march.heads());
        assertThat(april.fingerprint()).isEqualTo(march.fingerprint());
    }

    @Test
    void headsAndLabelsAreToldWithTheirUnits() {
        assertThat(words("表.xlsx", form("表", "2023年3月规模以上工业主要指标", "5")).heads())
                .contains("表题 规模以上工业", "行头 指标", "列头 本月止累计", "列头 同比增长(%)", "行名 工业总产值（亿元）", "行名 利润总额（亿元）")
                .noneMatch(line -> line.contains("2023") || line.contains("101"));
    }

    @Test
    void aListOfThousandsOfLabelsIsToldByItsFirst() {
        List<String> lines = new ArrayList<>(List.of("#sheet 表", "2023年企业产值", "企业\t产值（亿元）"));
        for (int i = 0; i < 1000; i++) {
            lines.add("第" + Character.toString(0x4E00 + i) + "厂\t" + (i + 0.5));
        }

        assertThat(words("表.xlsx", lines).heads()).hasSize(400);
    }

    private static List<String> form(String sheet, String title, String value) {
        return List.of(
                "#sheet " + sheet,
                title,
                "指标\t计量单位\t本月止累计\t同比增长（%）",
                "工业总产值\t亿元\t" + value + "\t4.2",
                "利润总额\t亿元\t" + value + "\t3.1");
    }

    private SheetLayout words(String file, List<String> lines) {
        return SampleGrids.read(SampleGrids.grids(file, lines), file, memory)
                .get(0)
                .words();
    }
}
