package tongcang.workbook.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.label.LabelReader;

/** The same form has the same fingerprint; another one has another. */
class FingerprintTest {
    private static final List<String> MARCH = List.of(
            "#sheet 表",
            "甲市2023年1—3月规模以上工业",
            "指标\t计量单位\t本月止累计\t同比增长（%）",
            "工业总产值\t亿元\t101.5\t4.2",
            "利润总额\t亿元\t12.5\t3.1");

    private final LayoutMemory memory = new LayoutMemory(new LabelReader(SampleGrids.UNITS));

    @Test
    void anotherMonthAnotherPlaceAndOtherNumbersChangeNothing() {
        List<String> june = List.of(
                "#sheet 表", "乙县2024年1—6月规模以上工业", "指标\t计量单位\t本月止累计\t同比增长（%）", "工业总产值\t亿元\t9\t-4", "利润总额\t亿元\t1.25\t0");

        assertThat(print(june)).isEqualTo(print(MARCH));
    }

    @Test
    void aChangedHeadAnAddedColumnAndASwappedColumnChangeIt() {
        String before = print(MARCH);

        assertThat(print(with("指标\t计量单位\t本月止累计\t环比增长（%）", "\t101.5\t4.2", "\t12.5\t3.1")))
                .isNotEqualTo(before);
        assertThat(print(with("指标\t计量单位\t本月\t本月止累计\t同比增长（%）", "\t33\t101.5\t4.2", "\t4\t12.5\t3.1")))
                .isNotEqualTo(before);
        assertThat(print(with("指标\t计量单位\t同比增长（%）\t本月止累计", "\t4.2\t101.5", "\t3.1\t12.5")))
                .isNotEqualTo(before);
    }

    @Test
    void anotherLabelOrAnotherUnitChangesIt() {
        List<String> label = new ArrayList<>(MARCH);
        label.set(4, "营业收入\t亿元\t12.5\t3.1");
        List<String> unit = new ArrayList<>(MARCH);
        unit.set(4, "利润总额\t万元\t12.5\t3.1");

        assertThat(List.of(print(label), print(unit)))
                .doesNotContain(print(MARCH))
                .doesNotHaveDuplicates();
    }

    @Test
    void moreRowsOfTheSameListOfPlacesChangeNothing() {
        List<String> two = List.of("#sheet 表", "2023年各县区社会消费品零售总额", "县区\t总额（亿元）", "甲县\t5", "乙县\t6");
        List<String> four = List.of("#sheet 表", "2022年各县区社会消费品零售总额", "县区\t总额（亿元）", "甲县\t5", "丙县\t9", "乙县\t6", "丁区\t7");
        List<String> other = List.of("#sheet 表", "2023年各县区固定资产投资", "县区\t总额（亿元）", "甲县\t5", "乙县\t6");

        assertThat(print(four)).isEqualTo(print(two)).isNotEqualTo(print(other));
    }

    /** The tray has yearly 国民经济主要指标 of four years under one kind of head; all other kinds differ. */
    @Test
    void theKindsOfTheTrayAreToldApart() throws IOException {
        Map<String, List<String>> files = new HashMap<>();
        for (Map.Entry<String, List<Grid>> file : SampleGrids.tray().entrySet()) {
            for (SheetReading sheet : SampleGrids.read(file.getValue(), file.getKey(), memory)) {
                if (!sheet.figures().isEmpty()) {
                    String kind = file.getKey().replaceFirst(".*/", "").replaceAll("\\d{4}年|\\..*", "") + "/"
                            + sheet.grid().sheet().replaceAll("\\d{4}年?", "");
                    files.computeIfAbsent(Fingerprint.of(sheet.layout()), f -> new ArrayList<>())
                            .add(kind);
                }
            }
        }

        assertThat(files.values())
                .allSatisfy(kinds -> assertThat(kinds.stream().distinct()).hasSize(1));
        assertThat(files.values().stream().flatMap(kinds -> kinds.stream().distinct()))
                .doesNotHaveDuplicates();
    }

    private static List<String> with(String heads, String first, String second) {
        return List.of("#sheet 表", MARCH.get(1), heads, "工业总产值\t亿元" + first, "利润总额\t亿元" + second);
    }

    private String print(List<String> lines) {
        return Fingerprint.of(SampleGrids.read(SampleGrids.grids("表.xlsx", lines), "表.xlsx", memory)
                .get(0)
                .layout());
    }
}
