package tongcang.workbook.page;

import java.util.stream.Collectors;
import tongcang.Figure;
import tongcang.Measure;
import tongcang.Period;
import tongcang.UnitSource;

/** What a figure says, in the words of a statistician, a line each. */
final class FigureWords {

    private FigureWords() {}

    static String of(Figure figure, String coding) {
        Period period = figure.period();
        String unit = figure.quantity().unit();
        StringBuilder words = new StringBuilder();
        line(words, figure.provenance().place(), figure.quantity().valueText() + " " + unit);
        line(words, "指标", figure.label());
        line(words, "编码", coding);
        line(words, "口径", measure(figure.measure()));
        line(words, "时期", period == null ? "没有写明" : period.chinese() + "（" + period.code() + "）");
        line(words, "地区", figure.region());
        line(
                words,
                "分组",
                figure.breakdown().entrySet().stream()
                        .map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining("；")));
        line(words, "单位依据", source(figure.unitSource()));
        line(words, "表式", figure.context().form());
        return words.toString().strip();
    }

    private static void line(StringBuilder words, String name, String value) {
        if (!value.isBlank()) {
            words.append(name).append("：").append(value.strip()).append('\n');
        }
    }

    private static String measure(Measure measure) {
        return switch (measure) {
            case LEVEL -> "总量或水平";
            case INCREMENT -> "新增";
            case GROWTH_RATE -> "增长速度";
            case CHANGE -> "增减";
            case MULTIPLE -> "倍数";
            case SHARE -> "比重或率";
            case INDEX -> "指数";
            case RANK -> "位次";
        };
    }

    static String source(UnitSource source) {
        return switch (source) {
            case CELL -> "单元格";
            case ROW_HEAD -> "行头";
            case COLUMN_HEAD -> "列头";
            case UNIT_COLUMN -> "计量单位栏";
            case CAPTION -> "表头的单位或标题";
            case FORM -> "表式的声明";
            case NAME -> "表名或文件名";
            case NONE -> "没有写明";
        };
    }
}
