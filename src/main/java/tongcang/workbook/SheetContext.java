package tongcang.workbook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tongcang.Period;
import tongcang.UnitSource;
import tongcang.quantity.PeriodWords;
import tongcang.quantity.Units;

/**
 * What stands around a table and holds for all of it: title, caption unit, form number, place and time; the nearer goes
 * before the farther, table before sheet before file.
 *
 * @param title the table's title, or empty
 * @param label what the title says is measured, without time and place
 * @param unit of the caption, else of the sheet's or file's name, or empty
 * @param rateUnit % or ‰ where the caption names it among several units, or empty
 * @param unitSource where that unit stands
 * @param form number of the official form, or empty
 * @param region the place the form names, or empty
 * @param period the time of the table, or null
 */
record SheetContext(
        String title,
        String label,
        String unit,
        String rateUnit,
        UnitSource unitSource,
        String form,
        String region,
        @Nullable Period period) {

    private static final Pattern UNIT = Pattern.compile("(?:计量)?单 ?位 ?[:：] ?([^\\s；;]{1,24})");
    private static final Pattern FORM = Pattern.compile("表 ?号 ?[:：] ?([\\p{L}\\d（）()-]{2,20}表?)");
    private static final Pattern PLACE =
            Pattern.compile("(?:综合机关名称|综合机关|填 ?报 ?单 ?位|报送单位|单 ?位) ?[:：] ?([\\u4e00-\\u9fff]{2,14})");
    /** The years of a form's approval are not those of its figures. */
    private static final Pattern NO_TIME = Pattern.compile("(?:文 ?号|有效期至?|表 ?号|批准文号) ?[:：] ?\\S+");

    /** 甲县 of 2021年甲县工业; not 各县, 分区 or 市级. */
    private static final Pattern TITLED_PLACE =
            Pattern.compile("^(?!各|分|全|按|本)([\\u4e00-\\u9fff]{1,6}?(?:省|市|县|区|旗|自治州))(?![级属域场直区镇])");

    private static final Pattern LABELLED = Pattern.compile("(?:指标|Indicator) ?[:：] ?(.+)");
    private static final Pattern NO_TITLE =
            Pattern.compile(".*(?:表 ?号|机关|文 ?号|有效期|单 ?位 ?[:：]|数据库|Database|时间[:：]|Time:|附件 ?\\d*$).*");

    static SheetContext of(Grid grid, Table table, String fileName, Units units) {
        List<String> lines = lines(grid, table);
        String name = fileName.replaceFirst("\\.[A-Za-z]{2,5}(?:\\.[A-Za-z]{2,5})?$", "");
        String title = title(lines);
        String unit = "";
        String rateUnit = "";
        UnitSource source = UnitSource.NONE;
        for (String line : lines) {
            Matcher m = UNIT.matcher(line);
            while (m.find()) {
                if (units.parse(first(m.group(1))).isPresent()) {
                    unit = first(m.group(1));
                    rateUnit = rateUnit(m.group(1));
                    source = UnitSource.CAPTION;
                }
            }
        }
        for (String line : lines) {
            Matcher m = LABELLED.matcher(line);
            String labelled = m.matches() ? Head.of(m.group(1), units).unit() : "";
            if (unit.isEmpty() && !labelled.isEmpty()) {
                unit = labelled;
                source = UnitSource.CAPTION;
            }
        }
        for (String place : unit.isEmpty() ? List.of(title, grid.sheet(), name) : List.<String>of()) {
            Head head = Head.of(place, units);
            if (unit.isEmpty() && !head.unit().isEmpty() && !head.unit().equals(place)) {
                unit = head.unit();
                source = place.equals(title) ? UnitSource.CAPTION : UnitSource.NAME;
            }
        }
        return new SheetContext(
                title,
                label(title, lines, grid.sheet(), name, units),
                unit,
                rateUnit,
                source,
                find(FORM, lines),
                place(title, lines, units),
                period(title, lines, grid.sheet(), name));
    }

    /** Of 人、‰ the first: the heads say which is which. */
    private static String first(String unit) {
        return unit.replaceFirst("[、,，].*", "").replaceAll("[)）]$", "");
    }

    private static String rateUnit(String listed) {
        boolean several = listed.matches(".*[、,，].*");
        return several && listed.contains("‰") ? "‰" : several && listed.contains("%") ? "%" : "";
    }

    private static List<String> lines(Grid grid, Table table) {
        List<String> lines = new ArrayList<>();
        for (int row : table.titles()) {
            StringBuilder line = new StringBuilder();
            for (Cell cell : grid.row(row)) {
                line.append(line.isEmpty() ? "" : " ").append(Texts.clean(cell.text()));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** The longest line in Chinese that is none of the form's head; the last one where tables are stacked. */
    private static String title(List<String> lines) {
        String title = "";
        for (String line : lines) {
            boolean better = !NO_TITLE.matcher(line).matches()
                    && !line.isBlank()
                    && Texts.hasIdeograph(line)
                    && !line.matches("[(（]?[\\d年月\\s—-]+[)）]?");
            title = better ? line : title;
        }
        return title;
    }

    private static String label(String title, List<String> lines, String sheet, String name, Units units) {
        for (String line : lines) {
            Matcher m = LABELLED.matcher(line);
            if (m.matches()) {
                return Head.of(m.group(1), units).label();
            }
        }
        for (String place : List.of(title, sheet, name)) {
            String label = bare(place, units);
            if (label.length() >= 2 && !label.matches("(?i)(?:sheet|表|工作表)\\d*.*|(?:分省)?(?:年度|月度|季度)?数据|\\d+")) {
                return label;
            }
        }
        return "";
    }

    private static String bare(String text, Units units) {
        String label = Head.of(text, units).label();
        return label.replaceAll("[(（](?:全[省市国县]|续|[一二三四五六七八九十])[)）]|[_-]\\d+$", "")
                .replaceAll(
                        "^.*?(?=各(?:市|县|区|地))?(?:各市、?县?、?|各县\\(市、区\\)|各县（市、区）|各县区|各区、?县?|各市州?|分市州|分县区|分县市区|分地区|按地区分|分行业)",
                        "")
                .replaceAll("(?:基本)?情况(?:表|统计表)?$|(?:统计|汇总|年报|月报|数据)?表$|汇总$|分布$|(?:及预测)?(?:处理后)?数据$|核定结果$", "")
                .replaceAll("^[~—\\-\\s年第月份度]+|[~—\\-\\s]+$", "")
                .strip();
    }

    private static String place(String title, List<String> lines, Units units) {
        Matcher titled = TITLED_PLACE.matcher(PeriodWords.without(title).strip());
        if (titled.find() && Regions.isPlace(titled.group(1)) && !Regions.isWhole(titled.group(1))) {
            return titled.group(1);
        }
        for (String line : lines) {
            Matcher m = PLACE.matcher(line);
            while (m.find()) {
                String place = m.group(1)
                        .replaceAll("(?:人民政府|统计局|调查队|财政局|商务局|局|委员会|委)$", "")
                        .replaceAll("表$", "");
                if (units.parse(place).isEmpty() && place.length() >= 2) {
                    return place;
                }
            }
        }
        return "";
    }

    private static @Nullable Period period(String title, List<String> lines, String sheet, String name) {
        Optional<PeriodWords.Found> found = PeriodWords.first(spaceless(title));
        for (String line : lines) {
            found = found.or(
                    () -> PeriodWords.first(spaceless(NO_TIME.matcher(line).replaceAll(" "))));
        }
        return found.or(() -> PeriodWords.first(sheet))
                .or(() -> PeriodWords.first(name))
                .map(PeriodWords.Found::period)
                .orElse(null);
    }

    /** 20  16  年 is a year with the blanks of a form. */
    private static String spaceless(String text) {
        return text.replaceAll("(?<=\\d)\\s+(?=[\\d年月])|(?<=年)\\s+(?=\\d)", "");
    }

    private static String find(Pattern pattern, List<String> lines) {
        for (String line : lines) {
            Matcher m = pattern.matcher(line);
            if (m.find()) {
                return m.group(1).strip();
            }
        }
        return "";
    }
}
