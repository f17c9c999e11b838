package tongcang.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongcang.coding.Codelists;
import tongcang.support.Limits;
import tongcang.tray.TrayWriter;
import tongcang.workbook.page.Role;

class SheetPageTest {
    private static final List<String> FORM = List.of(
            "#sheet 表一",
            "2022年某市主要指标",
            "填报单位：某局\t\t单位：亿元",
            "指标\t计量单位\t2022年\t增长(%)",
            "甲\t乙\t1\t2",
            "产值<script>alert(1)</script>\t万元\t12.5\t'7.8S",
            "面积\t亩\t无法统计2个\t5.5",
            "\"粮食\" & 'A'\t吨\t…\t3.1",
            "注：本表数据为初步统计");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void everyCellIsColouredByItsRole() throws IOException {
        Document page = page("a.xlsx", TrayWriter.bytes("a.xlsx", FORM));

        assertThat(role(page, 1, 0)).isEqualTo("title");
        assertThat(role(page, 2, 0)).isEqualTo("title");
        assertThat(role(page, 2, 2)).isEqualTo("unit");
        assertThat(role(page, 3, 2)).isEqualTo("head");
        assertThat(role(page, 4, 0)).isEqualTo("index");
        assertThat(role(page, 5, 0)).isEqualTo("stub");
        assertThat(role(page, 5, 1)).isEqualTo("unit");
        assertThat(role(page, 5, 2)).isEqualTo("data");
        assertThat(role(page, 5, 3)).isEqualTo("doubt");
        assertThat(role(page, 7, 2)).isEqualTo("empty");
        assertThat(role(page, 6, 2)).isEqualTo("refused");
        assertThat(role(page, 8, 0)).isEqualTo("note");
        assertThat(page.select(".legend li")).hasSize(Role.values().length);
    }

    @Test
    void aFigureTellsItsUnitIndicatorPeriodMeasureAndRule() throws IOException {
        Document page = page("a.xlsx", TrayWriter.bytes("a.xlsx", FORM));

        assertThat(cell(page, 5, 2).attr("data-t"))
                .contains("表一!C5：12.5 万元", "编码：某编码", "口径：总量或水平", "时期：2022年（2022）", "单位依据：计量单位栏");
        assertThat(cell(page, 5, 3).attr("data-t")).contains("审核发现：");
    }

    @Test
    void wordsOfAWorkbookNeverBecomeMarksOfThePage() throws IOException {
        Document page = page("\"><img src=x onerror=alert(1)>.xlsx", TrayWriter.bytes("a.xlsx", FORM));

        assertThat(page.select("script, img")).isEmpty();
        assertThat(cell(page, 5, 0).text()).isEqualTo("产值<script>alert(1)</script>");
        assertThat(page.select("[src], [href], [onerror]")).isEmpty();
    }

    @Test
    void aMergedAreaIsDrawnOnceAndAFileThatCannotBeReadSaysWhy() throws IOException {
        Document page =
                page("a.xlsx", TrayWriter.bytes("a.xlsx", List.of("#sheet 表", "指标\t2022年\t<", "^\t男\t女", "人口\t1\t2")));
        Document broken = page("b.xls", "%PDF-1".getBytes(StandardCharsets.UTF_8));

        assertThat(cell(page, 1, 0).attr("rowspan")).isEqualTo("2");
        assertThat(cell(page, 1, 1).attr("colspan")).isEqualTo("2");
        assertThat(page.select(".sheet tr").get(2).select("td")).hasSize(2);
        assertThat(broken.select("li.ERROR").text()).contains("另存为 .xlsx");
    }

    @Test
    void aHeldFigureLooksDifferentAndSaysWhy() throws IOException {
        Document page = page(
                "a.xlsx",
                TrayWriter.bytes("a.xlsx", List.of("#sheet 表", "2022年产量", "品名\t数量（公斤）", "粮食（吨）\t12", "油料\t9")));

        assertThat(role(page, 3, 1)).isEqualTo("held");
        assertThat(cell(page, 3, 1).attr("data-t")).contains("待定，暂不采用：", "行头单位为吨，列头单位为公斤");
        assertThat(role(page, 4, 1)).isEqualTo("data");
    }

    /** The cell of a sheet's row, 1-based as shown, and its place among the cells drawn, from 0. */
    private static Element cell(Document page, int row, int place) {
        return page.select(".sheet tr").get(row).select("td").get(place);
    }

    private static String role(Document page, int row, int place) {
        return cell(page, row, place).classNames().iterator().next();
    }

    private Document page(String name, byte[] bytes) throws IOException {
        Path file = folder.resolve("file");
        Files.write(file, bytes);
        WorkbookReader reader =
                new WorkbookReader(Codelists.load(Path.of("seeds/codelists")).units(), Limits.DEFAULT);
        return Jsoup.parse(reader.render(
                file, name, figure -> "某编码", figure -> figure.evidence().rivals()));
    }
}
