package tongcang.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.Period;
import tongcang.Provenance;
import tongcang.Reading;
import tongcang.coding.Codelists;
import tongcang.quantity.Units;
import tongcang.support.Limits;
import tongcang.workbook.WorkbookReader;

/** Tables that lie flattened in the lines of a text. */
class ReportTablesTest {
    private static final Units UNITS =
            Codelists.load(Path.of("seeds/codelists")).units();
    private static final String HEAD = "安平市2023年国民经济和社会发展统计公报\n一、综合\n";

    private final ReportReader reader =
            new ReportReader(UNITS, Limits.DEFAULT, new WorkbookReader(UNITS, Limits.DEFAULT)::table);

    @TempDir
    private Path folder;

    @Test
    void cellsPartedByBarsAreReadAsATable() throws IOException {
        assertThat(
                        figures(
                                HEAD
                                        + "全市农业生产稳定。\n表2 主要农产品产量\n单位：吨\n指 标 | 产量 | 比上年增长（%） |\n粮食 | 124800 | 2.1 |\n其中：夏粮 | 63500 | -1.4 |\n油料 | 8600 | 0.7 |\n二、工业\n全年用电量36.5亿千瓦时。"))
                .containsExactly(
                        "6: 124800 吨 level actual 2023 安平市 产量 / 粮食",
                        "6: 2.1 % growth_rate actual 2023 安平市 产量 / 粮食",
                        "7: 63500 吨 level actual 2023 安平市 产量 / 粮食 / 夏粮",
                        "7: -1.4 % growth_rate actual 2023 安平市 产量 / 粮食 / 夏粮",
                        "8: 8600 吨 level actual 2023 安平市 产量 / 油料",
                        "8: 0.7 % growth_rate actual 2023 安平市 产量 / 油料",
                        "10: 36.5 亿千瓦时 level actual 2023 安平市 用电量");
    }

    @Test
    void tabsAndWideBlanksPartCellsToo() throws IOException {
        String table = "2022年进出口情况\n单位：万美元\n指标\t金额\t增长（%）\n出口总额\t3215\t5.4\n进口总额\t870\t-2.6\n";
        assertThat(figures(HEAD + table))
                .containsExactly(
                        "5: 3215 万美元 level actual 2022 安平市 金额 / 出口总额",
                        "5: 5.4 % growth_rate actual 2022 安平市 金额 / 出口总额",
                        "6: 870 万美元 level actual 2022 安平市 金额 / 进口总额",
                        "6: -2.6 % growth_rate actual 2022 安平市 金额 / 进口总额")
                .isEqualTo(figures(HEAD + table.replace("\t", "    ")));
    }

    @Test
    void aCellALineIsATableWhoseWidthTheNumbersTell() throws IOException {
        assertThat(
                        figures(
                                HEAD
                                        + "2023年固定资产投资\n单位：亿元\n指标\n投资额\n增长（%）\n第一产业投资\n12.5\n3.1\n第二产业投资\n88.4\n—\n第三产业投资\n140.2\n6.6\n二、贸易\n"))
                .containsExactly(
                        "8: 12.5 亿元 level actual 2023 安平市 固定资产投资 / 投资额 / 第一产业投资",
                        "9: 3.1 % growth_rate actual 2023 安平市 固定资产投资 / 投资额 / 第一产业投资",
                        "11: 88.4 亿元 level actual 2023 安平市 固定资产投资 / 投资额 / 第二产业投资",
                        "14: 140.2 亿元 level actual 2023 安平市 固定资产投资 / 投资额 / 第三产业投资",
                        "15: 6.6 % growth_rate actual 2023 安平市 固定资产投资 / 投资额 / 第三产业投资");
    }

    @Test
    void whatStoodSideBySideIsReadOneBelowTheOther() throws IOException {
        assertThat(
                        figures(
                                "安平市2023年预算执行情况和2024年预算草案的报告\n2024年全市一般公共预算收支表\n单位：亿元\n预算数\n预算数\n一、本级收入\n41.5\n一、本级支出\n76.2\n1.税收收入\n30.5\n1.教育支出\n20.4\n"))
                .containsExactly(
                        "6: 41.5 亿元 level target 2024 安平市 本级收入",
                        "8: 76.2 亿元 level target 2024 安平市 本级支出",
                        "10: 30.5 亿元 level target 2024 安平市 税收收入",
                        "12: 20.4 亿元 level target 2024 安平市 教育支出");
    }

    @Test
    void aRowWithAnotherCountOfNumbersIsLeftOutAndTold() throws IOException {
        Reading reading = read(HEAD + "2023年畜牧业\n单位：万头\n指标\n出栏\n存栏\n生猪\n31.2\n18.4\n肉牛\n2.6\n山羊\n9.1\n5.5\n");
        assertThat(reading.figures()).hasSize(4);
        assertThat(reading.findings()).extracting(Finding::found).contains("2.6");
    }

    @Test
    void everyNumeralOfATableIsExplained() throws IOException {
        Path file = write(HEAD + "主要产品产量\n产品 | 产量（吨）\n水泥 | 3500\n钢材 | 120\n");
        assertThat(reader.explain(file, ReportReader.Known.NOTHING))
                .filteredOn(n -> n.line() >= 4)
                .hasSize(2)
                .allSatisfy(n -> assertThat(n.figure()).isNotNull());
    }

    @Test
    void proseBetweenBarsIsNoTable() throws IOException {
        assertThat(figures(HEAD + "首页 | 政务公开 | 统计公报\n来源：统计局 | 2024-03-05 | 字号\n全年粮食总产量124.8万吨。"))
                .containsExactly("4: 124.8 万吨 level actual 2023 安平市 粮食总产量");
    }

    private List<String> figures(String text) throws IOException {
        return read(text).figures().stream().map(ReportTablesTest::said).toList();
    }

    private static String said(Figure f) {
        Period period = f.period();
        return ((Provenance.TextSpan) f.provenance()).line() + ": "
                + f.quantity().value() + " "
                + f.quantity().unit() + " " + f.measure().code() + " "
                + f.status().code() + " "
                + (period == null ? "-" : period.code()) + " " + f.region() + " " + f.label();
    }

    private Reading read(String text) throws IOException {
        return reader.read(write(text), "公报.txt");
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("公报.txt"), text);
    }
}
