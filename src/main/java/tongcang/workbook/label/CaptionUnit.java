package tongcang.workbook.label;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tongcang.Measure;
import tongcang.UnitSource;
import tongcang.quantity.Units;

/**
 * The unit, or the units, that a caption states for a whole table: 单位：万元, 单位：亩、公斤/亩、吨. Of several each figure
 * takes the one that its labels ask for; where none or two fit, none is taken.
 *
 * @param units as written, in the caption's order
 * @param source where they stand
 */
public record CaptionUnit(List<String> units, UnitSource source) {
    public static final CaptionUnit NONE = new CaptionUnit(List.of(), UnitSource.NONE);

    private static final Pattern SAID = Pattern.compile("(?:计量)?单 ?位 ?[:：] ?([^\\s；;]{1,24})");

    private static final Pattern NOTED = Pattern.compile(
            "(?<=^|[:：,，。;；、\\s])([\\u4e00-\\u9fff]{0,4}?)(?:计量)?单位(?:均|都|一律|统一)*(?:为|是)([^,，。;；、()（）\\s]{1,8})");

    /** 元(yuan), and the bracket that closes around all of it. */
    private static final Pattern ASIDE = Pattern.compile("[(（][A-Za-z\\d][^)）]*[)）]?|[)）]$");

    /** Of units, by how they end, the words of what is measured in them. */
    private static final List<Map.Entry<Pattern, Pattern>> ASKS = List.of(
            entry("/(?:亩|公顷)$", "单产|亩产|单位面积|平均产量"),
            entry("(?:元|公斤|平方米)/人$", "人均"),
            entry("/(?:平方公里|平方千米)$", "密度"),
            entry("人公里$", "(?:旅客|客运)周转量?"),
            entry("吨公里$", "(?:货物|货运)周转量?"),
            entry("(?<!平方)(?:公里|千米)$", "里程|长度|公路|铁路|线路"),
            entry("标准煤$", "能耗|能源|煤耗|标准煤"),
            entry("(?:千瓦时|度)$", "电量|用电|发电|供电|售电"),
            entry("户$", "户(?!籍)"),
            entry("人次$", "人次|游客|旅客|诊疗|接待"),
            entry("人$", "人(?!均)|职工|出生|死亡|迁入|迁出|客运量|旅客发送量|劳动力|学生|教师|医师|护士|劳力|^男性?$|^女性?$"),
            entry("(?:亩|公顷|平方(?:米|公里|千米))$", "面积|播种|耕地|造林"),
            entry("(?:吨|公斤|千克|斤)$", "产量|总产|货运量|吞吐量|货物发送量|用量|消费量|重量|储量|(?:肉|蛋|奶|粮|油|菜|果)$"),
            entry("美元$", "进出口|出口|进口|外资|外商|创汇"),
            entry("元$", "额|值|收入|所得|支出|费|资金|投资|利润|税|工资|资产|负债|成本|金$|余额|预算"),
            entry("[头只匹羽]$", "出栏|存栏|头数|只数"),
            entry("[个所家处座]$", "个数|单位数|机构数|学校数|企业数|家数|所数"));

    private static final Pattern AVERAGE = Pattern.compile("人均|户均|亩均|平均|单价|均价|每");

    public CaptionUnit {
        units = List.copyOf(units);
    }

    private static Map.Entry<Pattern, Pattern> entry(String unit, String asks) {
        return Map.entry(Pattern.compile(unit), Pattern.compile(asks));
    }

    /** The units of the last line that states some; {@link #NONE} where none does. */
    public static CaptionUnit of(List<String> lines, Units known) {
        CaptionUnit found = NONE;
        for (String line : lines) {
            Matcher m = SAID.matcher(line);
            while (m.find()) {
                List<String> listed = List.of(
                                ASIDE.matcher(m.group(1)).replaceAll("").split("[、,，]", -1))
                        .stream()
                        .filter(u -> known.parse(u).isPresent())
                        .distinct()
                        .toList();
                found = listed.isEmpty() ? found : new CaptionUnit(listed, UnitSource.CAPTION);
            }
        }
        return found;
    }

    /** The unit of a note below the table: 注：面积单位均为千公顷, where the title is of areas. */
    public static CaptionUnit noted(List<String> notes, String title, Units known) {
        return notes.stream()
                .map(NOTED::matcher)
                .filter(m -> m.find()
                        && title.contains(m.group(1))
                        && known.parse(m.group(2)).isPresent())
                .map(m -> new CaptionUnit(List.of(m.group(2)), UnitSource.CAPTION))
                .findFirst()
                .orElse(NONE);
    }

    public boolean isEmpty() {
        return units.isEmpty();
    }

    /** Whether it names no unit but % and ‰. */
    public boolean isOfRates() {
        return units.stream().allMatch(CaptionUnit::isRate);
    }

    /** Whether it names % or ‰ among others. */
    public boolean hasRate() {
        return units.size() > 1 && units.stream().anyMatch(CaptionUnit::isRate);
    }

    /** The unit of figures with this path of labels and measure; empty where it cannot be told. */
    public Optional<String> of(List<String> path, Measure measure) {
        boolean rate = measure == Measure.GROWTH_RATE || measure == Measure.SHARE;
        if (rate) {
            return only(units.stream().filter(CaptionUnit::isRate).toList());
        }
        List<String> plain = units.stream().filter(u -> !isRate(u)).toList();
        if (plain.size() <= 1) {
            return only(plain.isEmpty() ? units : plain);
        }
        for (int i = path.size() - 1; i >= 0; i--) {
            String label = path.get(i);
            int nearest = plain.stream().mapToInt(u -> asks(u, label)).max().orElse(0);
            if (nearest > 0) {
                return nearest(
                        plain.stream().filter(u -> asks(u, label) == nearest).toList(), path);
            }
        }
        return Optional.empty();
    }

    /** Of 元 and 万元 the former is of what is counted by the head, the latter of sums. */
    private static Optional<String> nearest(List<String> asked, List<String> path) {
        boolean money =
                asked.size() == 2 && asked.contains("元") && asked.stream().allMatch(u -> u.endsWith("元"));
        if (!money) {
            return only(asked);
        }
        boolean average = path.stream().anyMatch(label -> AVERAGE.matcher(label).find());
        return only(asked.stream().filter(u -> u.equals("元") == average).toList());
    }

    private static Optional<String> only(List<String> units) {
        return units.size() == 1 ? Optional.of(units.get(0)) : Optional.empty();
    }

    private static boolean isRate(String unit) {
        return unit.equals("%") || unit.equals("‰") || unit.equals("％");
    }

    /** Behind the last word of a label that asks for a unit; 0 where none does: 家庭户人口 asks for 人, not for 户. */
    private static int asks(String unit, String label) {
        return ASKS.stream()
                .filter(e -> e.getKey().matcher(unit).find())
                .findFirst()
                .map(e -> e.getValue()
                        .matcher(label)
                        .results()
                        .mapToInt(MatchResult::end)
                        .max()
                        .orElse(0))
                .orElseGet(() -> label.lastIndexOf(unit) + 1);
    }
}
