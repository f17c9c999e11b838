package tongcang.workbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tongcang.Figure;
import tongcang.Finding;
import tongcang.InvalidFileException;
import tongcang.LabelMeaning;
import tongcang.Provenance;
import tongcang.Reading;
import tongcang.coding.Codelists;
import tongcang.quantity.Units;
import tongcang.support.Limits;
import tongcang.tray.TrayWriter;
import tongcang.workbook.file.WorkbookSettings;
import tongcang.workbook.form.Forms;

/** Declared forms: known by number or title, read by their words, and told of where they drift. */
class FormsTest {
    private static final String FORM = """
            form: X101
            title: "{year}年{month}月某市工业生产"
            stub: 指标名称
            columns:
              - head: 计量单位
                is: unit
              - head: 代码
                is: ignored
              - head: "{month}月 / 绝对额"
                period: month
              - head: "{month}月 / 增长"
                measure: growth_rate
                unit: "%"
                period: month
              - head: 备用
                is: ignored
            rows:
              - row: 发电量
                indicator: power_output
              - row: 发电量 / 火电
                label: 火力发电量
                indicator: thermal_output
              - row: 校验数
                is: ignored
            """;

    private static final List<String> TABLE = List.of(
            "#sheet 表一",
            "2023年6月某市工业生产",
            "指标名称\t计量单位\t代码\t6月\t<\t备用",
            "^\t^\t^\t绝对额\t增长\t^",
            "一、发电量\t亿千瓦时\t01\t12.5\t3.1\t9",
            "其中：火电\t亿千瓦时\t02\t8.5\t2.1\t9",
            "校验数\t\t03\t99\t99\t9");

    @TempDir
    private Path folder = Path.of("");

    private static final Units UNITS =
            Codelists.load(Path.of("seeds/codelists")).units();

    @Test
    void aTableOfADeclaredFormIsReadAsTheFormSays() throws IOException {
        Reading reading = read(form(), TABLE);

        assertThat(lines(reading))
                .containsExactly(
                        "D4 发电量 12.5 亿千瓦时 level 2023-06 X101",
                        "E4 发电量 3.1 % growth_rate 2023-06 X101",
                        "D5 火力发电量 8.5 亿千瓦时 level 2023-06 X101",
                        "E5 火力发电量 2.1 % growth_rate 2023-06 X101");
        assertThat(reading.findings()).extracting(Finding::rule).containsExactly("workbook.form-ignored");
        assertThat(reading.findings().get(0).message()).contains("X101", "seeds/forms/x.yml", "5 个");
    }

    @Test
    void aFormIsKnownByItsNumberWhateverItsTitleAndWhereverItsRowsAndColumnsStand() throws IOException {
        List<String> moved = List.of(
                "#sheet 表一",
                "某某情况",
                "\t\t\t表　号：X101表",
                "2023年6月",
                "指标名称\t备用\t6月\t<\t计量单位\t代码",
                "^\t^\t绝对额\t增长\t^\t^",
                "校验数\t9\t99\t99\t\t03",
                "一、发电量\t9\t12.5\t3.1\t亿千瓦时\t01",
                "其中：火电\t9\t8.5\t2.1\t亿千瓦时\t02");

        assertThat(lines(read(form(), moved)))
                .extracting(l -> l.substring(3))
                .isEqualTo(lines(read(form(), TABLE)).stream()
                        .map(l -> l.substring(3))
                        .toList());
    }

    @Test
    void whatDriftsIsToldWithTheNearestNamesAndReadAsAnyTable() throws IOException {
        List<String> drifted = new ArrayList<>(TABLE);
        drifted.set(2, "指标名称\t计量单位\t代码\t6月\t<\t备用栏");
        drifted.set(4, "一、发电总量\t亿千瓦时\t01\t12.5\t3.1\t");

        Reading reading = read(form(), drifted);

        assertThat(reading.findings())
                .filteredOn(f -> f.rule().equals("workbook.form-drift"))
                .singleElement()
                .satisfies(f -> {
                    assertThat(f.found()).isEqualTo("备用栏；一、发电总量");
                    assertThat(f.expected()).isEqualTo("备用；发电量");
                    assertThat(f.message()).contains("“备用栏”可能是“备用”", "“一、发电总量”可能是“发电量”");
                });
        assertThat(lines(reading)).anyMatch(l -> l.startsWith("D4 发电总量 12.5"));
    }

    @Test
    void aUnitThatTheTableStatesGoesBeforeTheDeclaredOneAndIsToldApart() throws IOException {
        List<String> table = new ArrayList<>(TABLE);
        table.set(3, "^\t^\t^\t绝对额\t增长(‰)\t^");
        Forms forms = form(FORM.replace("增长\"", "增长(‰)\""));

        Reading reading = read(forms, table);

        assertThat(lines(reading)).contains("E4 发电量 3.1 ‰ growth_rate 2023-06 X101");
        assertThat(reading.findings()).anyMatch(f -> f.message().contains("单位是‰（表式为 %）"));
    }

    @Test
    void whatTheRowsMeanIsDeclaredForCoding() throws IOException {
        assertThat(form().declarations())
                .containsExactly(
                        new Forms.Declaration(
                                "seeds/forms/x.yml", 18, new LabelMeaning("发电量", "", "X101", "power_output", "")),
                        new Forms.Declaration(
                                "seeds/forms/x.yml", 20, new LabelMeaning("火力发电量", "", "X101", "thermal_output", "")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            form: X101          | forms: X101           | 1  | unknown key 'forms'
            stub: 指标名称      | ''                    | 1  | 'stub' is missing
            is: unit            | is: units             | 6  | expected one of: unit, ignored
            period: month       | period: monthly       | 10 | month_year_earlier
            measure: growth_rate| measure: growth       | 12 | growth_rate
            unit: "%"           | unit: 亿钱            | 13 | seeds/codelists/units.csv
            is: ignored         | ''                    | 7  | must be mapped or ignored
            indicator: power_output | members: a=b      | 18 | give the 'indicator' too
            head: 备用          | head: 代码            | 15 | stands twice
            rows:               | more:                 | 17 | unknown key 'more'
            title: "{year}年{month}月某市工业生产" | title: "{year}    | 9  | expected
            """)
    void aWrongFormStopsWithFileLineAndWhatWouldBeRight(String right, String wrong, int line, String told) {
        String text = FORM.replaceFirst(
                java.util.regex.Pattern.quote(right), java.util.regex.Matcher.quoteReplacement(wrong));
        assertThat(text).isNotEqualTo(FORM);

        assertThatThrownBy(() -> form(text))
                .isInstanceOf(InvalidFileException.class)
                .hasMessageContaining("[seeds/forms/x.yml]" + (line > 0 ? " line " + line + ":" : " line "))
                .hasMessageContaining(told)
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }

    @Test
    void aDraftCanBeReadAsItIsAndReadsTheTableWithoutDrift() throws IOException {
        Path file = file(TABLE);
        List<String> drafts =
                new WorkbookReader(UNITS, Limits.DEFAULT).drafts(file, "a.xlsx", figure -> Optional.empty());

        assertThat(drafts).hasSize(1);
        assertThat(drafts.get(0)).contains("indicator: unknown", "title: \"{year}年{month}月某市工业生产\"");
        assertThat(read(form(drafts.get(0)), TABLE).findings())
                .extracting(Finding::rule)
                .doesNotContain("workbook.form-drift");
    }

    static List<Path> tray() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("input"))) {
            return files.filter(f -> f.toString().matches(".*\\.xlsx?"))
                    .sorted()
                    .toList();
        }
    }

    /** No workbook of the tray is without a draft but those without a table. */
    @ParameterizedTest
    @MethodSource("tray")
    void aDraftReadsItsWorkbookAsItWasReadWithout(Path file) throws IOException {
        String name = file.getFileName().toString();
        List<String> drafts =
                new WorkbookReader(UNITS, Limits.DEFAULT).drafts(file, name, figure -> Optional.of("gdp"));
        assertThat(drafts)
                .noneMatch(draft -> draft.startsWith("#") && draft.lines().count() == 1);

        Reading plain = new WorkbookReader(UNITS, Limits.DEFAULT).read(file, name);
        Forms drawn = drafts.isEmpty() ? Forms.NONE : form(String.join("", drafts));
        Reading formed = new WorkbookReader(UNITS, Limits.DEFAULT, WorkbookSettings.DEFAULT, drawn).read(file, name);

        assertThat(said(formed)).isEqualTo(said(plain));
        assertThat(formed.findings()).isEqualTo(plain.findings());
    }

    @Test
    void tablesThatNoFormTellsApartAreSaidToBeSo() throws IOException {
        List<String> twice = new ArrayList<>(TABLE);
        twice.addAll(
                TABLE.stream().map(l -> l.equals("#sheet 表一") ? "#sheet 表二" : l).toList());

        List<String> drafts =
                new WorkbookReader(UNITS, Limits.DEFAULT).drafts(file(twice), "a.xlsx", figure -> Optional.empty());

        assertThat(drafts).hasSize(2);
        assertThat(drafts.get(1)).isEqualTo("# 表二：“某市工业生产”写不出表式：另有一张表已用此表号或标题\n");
    }

    @Test
    void theShippedFormsFitTheTray() throws IOException {
        Forms shipped = Forms.load(Path.of("seeds/forms"), UNITS);
        for (String name : List.of("2021-02-10/统计局/2020年国民经济主要指标.xls", "2023-01-20/统计局/2022年分县市区地区生产总值.xlsx")) {
            Path file = Path.of("input").resolve(name);
            String fileName = file.getFileName().toString();
            Reading plain = new WorkbookReader(UNITS, Limits.DEFAULT).read(file, fileName);
            Reading formed =
                    new WorkbookReader(UNITS, Limits.DEFAULT, WorkbookSettings.DEFAULT, shipped).read(file, fileName);

            assertThat(formed.findings()).isEmpty();
            assertThat(formed.figures())
                    .hasSameSizeAs(plain.figures())
                    .allMatch(f -> !f.context().form().isEmpty());
            for (int i = 0; i < plain.figures().size(); i++) {
                assertThat(formed.figures().get(i))
                        .usingRecursiveComparison()
                        .ignoringFields("context.form", "evidence")
                        .isEqualTo(plain.figures().get(i));
            }
        }
    }

    private Forms form() throws IOException {
        return form(FORM);
    }

    private Forms form(String text) throws IOException {
        Files.createDirectories(folder.resolve("forms"));
        Files.writeString(folder.resolve("forms/x.yml"), text);
        return Forms.load(folder.resolve("forms"), UNITS);
    }

    private Path file(List<String> table) throws IOException {
        Path file = folder.resolve("a.xlsx");
        Files.write(file, TrayWriter.bytes("a.xlsx", table));
        return file;
    }

    private Reading read(Forms forms, List<String> table) throws IOException {
        return new WorkbookReader(UNITS, Limits.DEFAULT, WorkbookSettings.DEFAULT, forms).read(file(table), "a.xlsx");
    }

    /** All that a figure says but of its form. */
    private static List<String> said(Reading reading) {
        return reading.figures().stream()
                .map(f -> String.join(
                        " | ",
                        f.provenance().place(),
                        f.label(),
                        f.quantity().valueText(),
                        f.quantity().unit(),
                        f.measure().code(),
                        String.valueOf(f.period()),
                        f.region()))
                .toList();
    }

    private static List<String> lines(Reading reading) {
        List<String> lines = new ArrayList<>();
        for (Figure f : reading.figures()) {
            lines.add(String.join(
                    " ",
                    ((Provenance.Cell) f.provenance()).cell(),
                    f.label(),
                    f.quantity().valueText(),
                    f.quantity().unit(),
                    f.measure().code(),
                    f.period() == null ? "" : f.period().code(),
                    f.context().form()));
        }
        return lines;
    }
}
