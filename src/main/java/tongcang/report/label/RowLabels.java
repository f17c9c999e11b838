package tongcang.report.label;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tongcang.Measure;
import tongcang.quantity.Numerals;

/** A label as a table's row would have it: what the unit says is counted is said in the label too. */
public final class RowLabels {
    private static final Pattern THINGS = Pattern.compile(
            "[十百千万亿]*(?:个|家|户|名|项|所|条|件|处|座|套|台|辆|栋|张|只|头|起|批|对|支|场|位|组|间|宗|笔|艘|株|例|部|册|种|类|款|次|眼|口|盏|棵|村|社区)(?:[（(].[）)])?");
    private static final Pattern AREA = Pattern.compile("[十百千万亿]*(?:亩|公顷|平方米|平方公里)");
    private static final Pattern LENGTH = Pattern.compile("[十百千万亿]*(?:公里|千米|米)");
    private static final Pattern PERSONS = Pattern.compile("[十百千万亿]*[人名]");
    private static final Pattern WORK = Pattern.compile(".*(?:就业|参保|脱贫|培训|搬迁|死亡|转移|救助|务工|落户|帮扶)");
    private static final Pattern HOUSEHOLDS = Pattern.compile("[十百千万亿]*户");
    /** What is counted in 户 and is no household, or says so itself. */
    private static final Pattern NO_HOUSEHOLDS = Pattern.compile(".*(?:户|主体|企业|公司|单位|机构|群众|居民|家庭|店|数)");
    /** A label that says itself what is measured. */
    private static final Pattern NAMED_SO = Pattern.compile(".*(?:量|率|规模|产能|能力|总数|总额|次数)");

    /** 16万平方米的绿化任务 is of what was to be done; 20项改革任务 are tasks. */
    private static final Pattern TASK = Pattern.compile("(?:年度|全年|本年度|今年)?(?!年度|全年|目标|重点|工作|各项|主要)(.{2,}?)的?任务");

    private static final Pattern TASKS = Pattern.compile("[十百千万亿]*[项个件]");

    /** A、B等, and no 高等 or 平等. */
    private static final Pattern OPEN_LIST = Pattern.compile(".*、.+(?<![高中初同平均优特对劣上下甲头])等");

    private static final Pattern HOUSING = Pattern.compile("套(?:[（(]间[）)])?$");

    /** They are measured, and no roads. */
    private static final Pattern WAY = Pattern.compile("(?:绿道|步道|管道|隧道|河道|渠道|通道|廊道)$");

    private RowLabels() {}

    /** Whether a unit counts single things, people or households, as a classifier in front of their noun does. */
    public static boolean isCounter(String unit) {
        return Numerals.isBareMagnitude(unit)
                || THINGS.matcher(unit).matches()
                || PERSONS.matcher(unit).matches()
                || HOUSEHOLDS.matcher(unit).matches();
    }

    /** Whether a unit counts things one by one. */
    public static boolean isThing(String unit) {
        return THINGS.matcher(unit).matches();
    }

    /** 高新技术企业 in 家 is 高新技术企业数; 温室 in 亩 is 温室面积; a rate or a change stays as it is. */
    public static String of(String label, String unit, Measure measure) {
        if (label.endsWith("等") && OPEN_LIST.matcher(label).matches()) {
            return of(label.substring(0, label.length() - 1), unit, measure);
        }
        boolean counted = measure == Measure.LEVEL || measure == Measure.INCREMENT;
        Matcher task = TASK.matcher(label);
        if (counted && task.matches() && !TASKS.matcher(unit).matches()) {
            return of(task.group(1), unit, measure);
        }
        if (!counted || label.isEmpty() || NAMED_SO.matcher(label).matches()) {
            return label;
        }
        if (label.equals("投入") && unit.endsWith("元")) {
            return "投入资金";
        }
        if (HOUSING.matcher(unit).find()) {
            return label.replaceAll("项目数?$|数$", "") + "套数";
        }
        if (HOUSEHOLDS.matcher(unit).matches() && !NO_HOUSEHOLDS.matcher(label).matches()) {
            return label + "户数";
        }
        if (THINGS.matcher(unit).matches()) {
            return label.endsWith("数") ? label : label + "数";
        }
        if (AREA.matcher(unit).matches() && !label.contains("面积")) {
            return label + "面积";
        }
        if (LENGTH.matcher(unit).matches() && isLine(label)) {
            return label
                    + (label.endsWith("路")
                                    || label.endsWith("道")
                                            && !WAY.matcher(label).find()
                            ? "里程"
                            : "长度");
        }
        boolean people = PERSONS.matcher(unit).matches() && WORK.matcher(label).matches();
        return people ? label + "人数" : label;
    }

    private static boolean isLine(String label) {
        return !label.contains("里程") && !label.contains("长度") && !label.endsWith("规模");
    }
}
