package tongcang.workbook.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.workbook.grid.Cell;
import tongcang.workbook.grid.Grid;
import tongcang.workbook.label.LabelReader;

/** A remembered layout gives what finding it afresh gives: nothing depends on what was read before. */
class LayoutMemoryTest {
    private static final List<String> SHIFTY =
            List.of("1", "2", "3", "12", "999", "1998", "2023", "202306", "2021.1", "0");

    @Test
    void whatIsReadDoesNotDependOnWhatWasReadBeforeInAnyOrder() throws IOException {
        Map<String, List<Grid>> all = SampleGrids.all();
        LayoutMemory memory = memory();
        for (int round = 0; round < 3; round++) {
            List<String> names = new ArrayList<>(all.keySet());
            Collections.shuffle(names, new Random(round));
            names.forEach(name -> sameAsAfresh(all.get(name), name, memory));
        }
    }

    @Test
    void otherNumbersInTheSamePlacesAreReadAsIfTheSheetWereNew() throws IOException {
        Random random = new Random(14);
        for (Map.Entry<String, List<Grid>> file : SampleGrids.all().entrySet()) {
            LayoutMemory memory = memory();
            SampleGrids.read(file.getValue(), file.getKey(), memory);
            for (int change = 0; change < 6; change++) {
                int share = change < 3 ? 1 : 3;
                List<Grid> changed = file.getValue().stream()
                        .map(grid -> withOtherNumbers(grid, random, share))
                        .toList();
                sameAsAfresh(changed, file.getKey(), memory);
            }
        }
    }

    @Test
    void theSameFormOfAnotherMonthUnderAnotherNameIsReadByTheLayoutFoundBefore() {
        LayoutMemory memory = memory();
        List<SheetReading> march = SampleGrids.read(form("甲市2023年1—3月工业", "101.5", "4.2"), "三月.xlsx", memory);
        List<SheetReading> april = SampleGrids.read(form("甲市2023年1—4月工业", "2111.5", "13.7"), "四月.xlsx", memory);

        assertThat(april.get(0).figures())
                .extracting(Figure::label)
                .isEqualTo(march.get(0).figures().stream().map(Figure::label).toList());
        assertThat(april.get(0).figures())
                .extracting(f -> String.valueOf(f.period()))
                .allMatch(p -> p.contains("2023-04"));
        assertThat(april.get(0).tables().get(0).columns())
                .isSameAs(march.get(0).tables().get(0).columns());
    }

    private static List<Grid> form(String title, String value, String growth) {
        return SampleGrids.grids(
                "表.xlsx",
                List.of(
                        "#sheet 表",
                        title,
                        "指标\t计量单位\t本月止累计\t同比增长（%）",
                        "工业总产值\t亿元\t" + value + "\t" + growth,
                        "利润总额\t亿元\t" + value + "\t" + growth));
    }

    private static LayoutMemory memory() {
        return new LayoutMemory(new LabelReader(SampleGrids.UNITS));
    }

    private static void sameAsAfresh(List<Grid> grids, String name, LayoutMemory memory) {
        List<SheetReading> remembered = SampleGrids.read(grids, name, memory);
        List<SheetReading> afresh = SampleGrids.read(grids, name, memory());
        for (int i = 0; i < afresh.size(); i++) {
            assertThat(remembered.get(i).layout())
                    .as(name)
                    .isEqualTo(afresh.get(i).layout());
            assertThat(lines(remembered.get(i))).as(name).isEqualTo(lines(afresh.get(i)));
        }
    }

    private static String lines(SheetReading sheet) {
        StringBuilder lines = new StringBuilder();
        for (Figure figure : sheet.figures()) {
            lines.append(figure).append('\n');
        }
        for (Finding finding : sheet.findings()) {
            lines.append(finding).append('\n');
        }
        return lines.toString();
    }

    /** Of the numbers one in {@code share} becomes another, at times one that may be a year, a month, a code or a position. */
    private static Grid withOtherNumbers(Grid grid, Random random, int share) {
        List<Cell> cells = grid.cells()
                .map(cell ->
                        cell.isNumber() && !cell.showsDate() && random.nextInt(share) == 0 ? other(cell, random) : cell)
                .toList();
        return new Grid(grid.sheet(), cells, grid.areas(), grid.hidden()).countedFrom1904(grid.isCountedFrom1904());
    }

    private static Cell other(Cell cell, Random random) {
        BigDecimal number = random.nextInt(4) == 0
                ? new BigDecimal(SHIFTY.get(random.nextInt(SHIFTY.size())))
                : BigDecimal.valueOf(random.nextInt(1_000_000), random.nextInt(3));
        return new Cell(cell.row(), cell.column(), number.toPlainString(), number, cell.format(), cell.kind());
    }
}
