package tongcang.workbook.label;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tongcang.Origin;
import tongcang.Period;
import tongcang.quantity.PeriodWords;
import tongcang.quantity.Units;
import tongcang.workbook.grid.CellText;

/** What the lines above a table say: its title, what is measured, the place and the time; the rules for all titles. */
public final class TitleWords {
    private static final Pattern PLACE = Pattern.compile(
            "(?:综合机关名称|综合机关|(?:填|上) ?报 ?单 ?位|填 ?表 ?单 ?位|报送单位|(?:营业|所属|所在|统计)?(?:区域|地区)|行政区划?|单 ?位) ?[:：] ?([\\u4e00-\\u9fff]{2,14})");
    /** Who reports may be a firm, which is no place. */
    private static final Pattern FIRM = Pattern.compile(".*(?:公司|集团|银行|中心|学校|医院|企业|厂|所|处|站|队|院|社|部)");
    /** The years of a form's approval are not those of its figures. */
    private static final Pattern NO_TIME = Pattern.compile(
            "(?:文 ?号|有效期至?|表 ?号|批准文号|(?:最[近后新早]|首次|上次)?(?:更新|观测|发布|下载|导出|查询|打印|制表)(?:时间|日期)?|起止时间|时间区间) ?[:：] ?\\S+");

    /** The day of a report tells the time only where nothing else does. */
    private static final Pattern DAY_OF_REPORT = Pattern.compile("(?:上报|填报|填表|报出|报送) ?(?:日期|时间) ?[:：] ?\\S+");

    private static final String NATION = "全国";

    /** The number of a part behind the year of a book. */
    private static final Pattern PART = Pattern.compile("((?:19|20)\\d\\d)[-_]\\d(?![\\d月年季]|[-_.]\\d)");

    /** 甲县 of 2021年甲县工业; not 各县, 分区 or 市级. */
    private static final Pattern TITLED_PLACE =
            Pattern.compile("^(?!各|分|全|按|本)([\\u4e00-\\u9fff]{1,6}?(?:省|市|县|区|旗|自治州))(?![级属域场直区镇、])");

    /** 市畜牧站 names no place. */
    private static final Pattern OFFICE = Pattern.compile("[省市县区].*");

    private static final Pattern LABELLED = Pattern.compile("(?:指标|Indicator) ?[:：] ?(.+)");
    private static final Pattern NO_TITLE = Pattern.compile(
            ".*(?:表 ?号|机关|文 ?号|有效期|单 ?位 ?[:：]|数据库|Database|时间[:：]|Time:|附件 ?\\d*$).*|[(（]?[^=＝]{0,10}(?:[=＝]|为) ?100[)）]?");
    /** （单位：亿元） behind a title. */
    private static final Pattern UNIT_ASIDE = Pattern.compile("[(（](?:计量)?单 ?位 ?[:：][^()（）]*[)）]");

    private static final Pattern CONTINUED =
            Pattern.compile("^(?:表?[\\d.-]* ?)?[(（]?(?:续 ?上? ?表?|接上表) ?[(（]?(?:\\d+|[一二三四五六])?[)）]{0,2}$");
    private static final Pattern MARKED_CONTINUED =
            Pattern.compile(" ?(?:[(（] ?续 ?上?表?[\\d一二三四五六七八九十]*[)）]|续 ?表?[\\d一二三四五六七八九十]*$)");
    private static final Pattern UNIT_BEHIND =
            Pattern.compile("\\s*(?:(?<![(（])计量单|(?<!计量|计算|货币|金额|[表填报送制编汇总(（])单) ?位 ?[:：] ?[^\\s)）]+$");
    private static final Pattern NO_LABEL = Pattern.compile(
            "(?i)(?:sheet|表|工作表)[ _]?\\d*|(?:分省|分市|分县|分地区|全国|地区)?(?:年度|月度|季度|年|月|季)?(?:数据|指标)?(?:表|汇总|源|库)?|\\d+|(?:查询|统计|汇总|基础|原始|源)?(?:数据|结果|指标|明细)|(?:分类|分表)?(?:总表|汇总|统计表|统计)|导出.*|(?:raw|my|export)?[ _]?(?:data|series)|page ?\\d*|result|report|未命名.*|新建.*");

    private static final Pattern ATTRIBUTES = Pattern.compile("(?:基本情况|(?:主要|经济效益|财务)(?:经济|财务|效益)?指标)");
    private static final Pattern GENERAL =
            Pattern.compile("国民经济|社会经济|经济社会|社会发展|^(?:经济|主要|综合|各|分|全)|指标$|事业$|排序|排名|[、和及与]");

    /** What a download puts before a name. */
    private static final Pattern SOURCE = Pattern.compile("^[a-zA-Z]{1,8}_");
    /** 武汉大学, 上海证券交易所 are no places. */
    private static final Pattern OF_AN_OFFICE =
            Pattern.compile("\\G(?:[^市县区省]{0,4}(?:大学|学院|银行|证券|交易所|铁路局|集团|公司|医院|机场|港|站|路|时间))");
    /** What stands around what a title measures, in the order in which it is taken away. */
    private static final List<Pattern> AROUND = List.of(
            Pattern.compile(
                    "[(（](?:全[省市国县]|续|[一二三四五六七八九十])[)）]|[_-]\\d+$|(?<=.{3})分(?:省|市|县|地区)(?:年度|月度|季度)?(?:数据|统计)?(?:表)?$|[(（][A-Za-z]+\\d+[)）]"),
            Pattern.compile(
                    "^.*?(?=各(?:市|县|区|地))?(?:各市、?县?、?|各县\\(市、区\\)|各县（市、区）|各[州市县]\\([州市区县]\\)|(?:各|分)省(?!、)(?:[(（]区、市[)）]|区市|市区)?|各县区|各县(?!级)|各区、?县?|各乡镇|各行政村|各部门|各单位|各局|各市州?|分市州|分县区|分县市区|分地区|各地区|分乡镇|按地区分|分行业|分月)|^按[^分]{2,8}分(?:组|类)?的?(?=.{3})"),
            Pattern.compile("(?:各|分)?省、(?:直辖市|市|自治区|区)(?:、(?:自治区|直辖市|市))?"),
            Pattern.compile(
                    "^\\d+个(?:[\\u4e00-\\u9fff]{1,4}[-_—]|大?中?城市(?=.{4}))|^[a-zA-Z]{1,8}_|^(?:全[省市县区])?分[^分]{1,12}的(?=.{2})"),
            Pattern.compile(
                    "(?:(?:目标)?任务)?(?:基本|完成|主要|增长)?情况(?:表|统计表)?$|(?:完成|推进)?进度(?:情况)?(?:表|统计表)?$|(?<=.{4})(?:快报|月报|季报|年报|简报)(?:表|数)?$|(?<=.{4})(?:主要|经济效益|财务)(?:经济|财务|效益)?指标(?:表)?$|(?:统计|汇总|年报|月报|数据)?表$|汇总$|(?:地区)?分布$|(?:及预测)?(?:处理后)?数据$|(?:累计)?核[定算]结果$"),
            Pattern.compile("(?<=..)(?:及|和|与)其?(?:构成|比重|增长速度|增长率|增速)$"),
            Pattern.compile("^全[省市县区]|^历年|^主要年份|^[~—\\-\\s年第月份度]+|[~—\\-\\s]+$"));

    private static final Pattern SPACED_YEAR = Pattern.compile("(?<!\\d)(19|20) *(\\d) *(\\d)(?= *年)");
    private static final Pattern SPACED_DATE = Pattern.compile("(?<=\\d)\\s+(?=[年月])|(?<=年)\\s+(?=\\d)");

    private TitleWords() {}

    /** The last line that is in Chinese and none of a form's head; tables may be stacked. */
    public static String title(List<String> lines) {
        String title = "";
        for (String whole : lines) {
            String line = withoutUnit(whole);
            boolean better =
                    !NO_TITLE.matcher(UNIT_ASIDE.matcher(line).replaceAll("")).matches()
                            && !line.isBlank()
                            && CellText.hasIdeograph(line)
                            && !line.matches("[(（]?[\\d年月\\s—-]+[)）]?")
                            && (isContinued(line) || !line.strip().matches("[(（][^()（）]*[)）]"));
            title = better ? line : title;
        }
        return title;
    }

    /** A title and the unit in one line: 4-9 各市货物周转量 单位：万吨公里. */
    private static String withoutUnit(String line) {
        String title = UNIT_BEHIND.matcher(line).replaceFirst("");
        boolean said = title.chars().filter(CellText::isIdeograph).count() >= 4;
        return said || isContinued(title) ? title : line;
    }

    /** Whether a title says that the table goes on from the one above. */
    public static boolean isContinued(String title) {
        return CONTINUED.matcher(title).matches();
    }

    /** Whether a title is that of the table before, but for the word that it goes on: 4-8 货运量（续）. */
    public static boolean goesOn(String title, String before) {
        Matcher marked = MARKED_CONTINUED.matcher(title);
        return marked.find()
                && isBegun(PeriodWords.without(marked.replaceAll("")).replaceAll("\\s", ""), before);
    }

    private static boolean isBegun(String title, String before) {
        String whole = PeriodWords.without(before).replaceAll("\\s", "");
        return title.length() >= 4 && whole.startsWith(title);
    }

    /** Whether a sheet's name says that it goes on from the one before: 4-8续, 表3(续). */
    public static boolean isContinuedSheet(String name) {
        return name.matches("[^续]{0,20}[(（]?续表?[\\d一二三四五]?[)）]?");
    }

    /** What a table measures by its title, else by the sheet's or file's name; empty where none says. */
    public static String label(String title, List<String> lines, String sheet, String file, LabelReader heads) {
        for (String line : lines) {
            Matcher m = LABELLED.matcher(line);
            if (m.matches()) {
                return heads.of(m.group(1)).label();
            }
        }
        for (String place : List.of(title, sheet, file)) {
            String label = NO_LABEL.matcher(place.strip()).matches() ? "" : bare(place, heads);
            if (label.length() >= 2
                    && !label.matches("(?i)(?:sheet|表|工作表)\\d*.*")
                    && !NO_LABEL.matcher(label).matches()) {
                return label;
            }
        }
        return "";
    }

    /**
     * Whose attributes a table lists by its title: 普通中学 of 各县区普通中学基本情况; empty where the title names what is
     * measured, or the economy as a whole.
     */
    public static String subject(String title, LabelReader heads) {
        String words = bare(UNIT_ASIDE.matcher(title).replaceAll(""), heads);
        Matcher m = ATTRIBUTES.matcher(title);
        boolean general = words.length() < 3 || GENERAL.matcher(words).find();
        return m.find() && !general ? words : "";
    }

    private static boolean isOnePlace(String name) {
        return PlaceNames.isPlace(name) && !PlaceNames.isWhole(name);
    }

    private static String bare(String text, LabelReader heads) {
        String label = heads.of(text).label();
        Matcher place = TITLED_PLACE.matcher(label);
        label = place.find() && isOnePlace(place.group(1)) ? label.substring(place.end()) : label;
        String before = label.startsWith("中国") ? "中国" : placeBefore(label);
        label = label.length() > before.length() + 1 ? label.substring(before.length()) : label;
        for (Pattern around : AROUND) {
            label = around.matcher(label).replaceAll("");
        }
        return label.strip();
    }

    /** The unit that the line 指标：…（亿元） of an export states, or empty. */
    public static String labelledUnit(List<String> lines, LabelReader heads) {
        return lines.stream()
                .map(LABELLED::matcher)
                .filter(Matcher::matches)
                .map(m -> heads.of(m.group(1)).unit())
                .filter(u -> !u.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** The place of the title, or of the form's head; empty where none is named. */
    public static String place(String title, List<String> lines, Units units) {
        String words = LabelWords.NUMBERING.matcher(title).replaceFirst("");
        Matcher titled = TITLED_PLACE.matcher(PeriodWords.without(words).strip());
        if (titled.find() && isOnePlace(titled.group(1))) {
            return titled.group(1);
        }
        if (LabelWords.isNational(PeriodWords.without(words).strip())) {
            return NATION;
        }
        for (String line : lines) {
            Matcher m = PLACE.matcher(line);
            while (m.find()) {
                String place = m.group(1)
                        .replaceAll("(?:人民政府|统计局|调查队|财政局|商务局|局|委员会|委)$", "")
                        .replaceAll("表$", "");
                Matcher within = TITLED_PLACE.matcher(place);
                if (within.find() && isOnePlace(within.group(1))) {
                    return within.group(1);
                }
                if (units.parse(place).isEmpty()
                        && place.length() >= 2
                        && !FIRM.matcher(place).matches()
                        && !OFFICE.matcher(place).matches()) {
                    return place;
                }
            }
        }
        return "";
    }

    /** The place that a name begins with: 烟台 of 2019年烟台经济; empty where it begins with none. */
    public static String placeBefore(String name) {
        String words =
                PeriodWords.without(SOURCE.matcher(name).replaceFirst("")).strip();
        words = LabelWords.NUMBERING.matcher(words).replaceFirst("");
        Matcher titled = TITLED_PLACE.matcher(words);
        if (titled.find() && isOnePlace(titled.group(1))) {
            return titled.group(1);
        }
        String place = PlaceNames.before(words);
        return place.isEmpty() || OF_AN_OFFICE.matcher(words).find(place.length()) ? "" : place;
    }

    /** A time and where it is said. */
    public record Timed(Period period, Origin origin) {}

    /** The time of the title, else of another line, else of the sheet's or file's name; empty where none says. */
    public static Optional<Timed> period(String title, List<String> lines, String sheet, String file) {
        String words = spaceless(title);
        Optional<Timed> found = PeriodWords.first(words).map(f -> timed(within(f, words), Origin.TITLE));
        for (String line : lines) {
            found = found.or(() -> first(spaceless(withoutOther(DAY_OF_REPORT, line)), Origin.CAPTION));
        }
        found = found.or(() -> first(withoutPart(sheet), Origin.SHEET_NAME))
                .or(() -> first(withoutPart(file), Origin.FILE_NAME));
        for (String line : lines) {
            found = found.or(() -> first(spaceless(withoutOther(NO_TIME, line)), Origin.CAPTION));
        }
        return found;
    }

    private static Optional<Timed> first(String words, Origin origin) {
        return PeriodWords.first(words).map(found -> timed(found, origin));
    }

    private static Timed timed(PeriodWords.Found found, Origin origin) {
        return new Timed(found.period(), origin);
    }

    private static String withoutOther(Pattern other, String line) {
        return NO_TIME.matcher(other.matcher(line).replaceAll(" ")).replaceAll(" ");
    }

    /** A name without the number of a part of a year's book (2011-2), and of the ages that it speaks of. */
    private static String withoutPart(String name) {
        return PART.matcher(name).replaceAll("$1 ").replace("年龄", "龄");
    }

    /** 一季度…（2023年）: a year and a part of it, apart in one title. */
    private static PeriodWords.Found within(PeriodWords.Found year, String title) {
        String rest = title.substring(0, year.start()) + " " + title.substring(year.end());
        boolean whole = year.period().kind() == Period.Kind.YEAR
                && PeriodWords.first(rest).isEmpty();
        return whole ? PeriodWords.in(rest, year.period().start().getYear()).orElse(year) : year;
    }

    /** 20  16  年 is a year with the blanks of a form. */
    private static String spaceless(String text) {
        if (text.indexOf('年') < 0 && text.indexOf('月') < 0) {
            return text;
        }
        String years = SPACED_YEAR.matcher(text).replaceAll("$1$2$3");
        return SPACED_DATE.matcher(years).replaceAll("");
    }
}
