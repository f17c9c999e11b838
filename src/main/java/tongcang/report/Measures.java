package tongcang.report;

import java.util.regex.Pattern;
import tongcang.Measure;

/** What a number says of its subject: a level, an addition, a rate of growth, a share, a multiple, a position. */
final class Measures {
    private static final Words UP = Words.of("up");
    private static final Words DOWN = Words.of("down");
    /** In front of a percentage they compare it with a bound and say no change: 失业率低于3%. */
    private static final Pattern COMPARED = Pattern.compile("[低高快大小]于");

    /** 新建……等 is a list of names; what follows counts them and is no addition by itself. */
    private static final Pattern PROJECTS = Pattern.compile("等$");

    /** Its 增加 adds nothing. */
    private static final Pattern VALUE_ADDED = Pattern.compile("增加值");

    private static final Words NEW = Words.of("new");

    /**
     * The measure of a number.
     *
     * @param before the clause up to the number
     * @param behind the clause behind it
     */
    Measure measure(Mention mention, String before, String behind) {
        if (mention.rank()) {
            return Measure.RANK;
        }
        String unit = mention.unit();
        if (unit.endsWith("百分点")) {
            return Measure.CHANGE;
        }
        if (unit.equals("倍")) {
            return Measure.MULTIPLE;
        }
        if (unit.equals("∶")) {
            return Measure.SHARE;
        }
        if (unit.equals("%") || unit.equals("‰") || unit.equals("成")) {
            return isGrowth(before) ? Measure.GROWTH_RATE : Measure.SHARE;
        }
        return counted(before, behind);
    }

    private static Measure counted(String before, String behind) {
        int added = NEW.lastIn(VALUE_ADDED.matcher(before).replaceAll("　　　"));
        String sinceAdded = added < 0 ? "" : before.substring(added);
        boolean isNew = added >= 0
                && !sinceAdded.startsWith("到")
                && !sinceAdded.startsWith("至")
                && !sinceAdded.contains("总量")
                && !sinceAdded.contains("总数")
                && !sinceAdded.contains("达到")
                && !sinceAdded.contains("累计")
                && !sinceAdded.startsWith("、")
                && !PROJECTS.matcher(sinceAdded).find();
        String tail = before.replaceAll("(?:分别|各|均|近|超|约|了|再|逾)+$", "");
        boolean changed = tail.endsWith("提高")
                || tail.endsWith("上调")
                || tail.endsWith("上涨")
                || tail.endsWith("增收")
                || tail.endsWith("降低")
                || tail.endsWith("减少")
                || tail.endsWith("缩短")
                || tail.endsWith("同比增加")
                || tail.endsWith("比上年增加")
                || tail.endsWith("下降");
        if (changed) {
            return Measure.CHANGE;
        }
        boolean more = tail.length() > 4
                && tail.endsWith("增加")
                && !tail.endsWith("新增加")
                && (behind.isEmpty() || !Character.isIdeographic(behind.charAt(0)));
        if (more) {
            return Measure.CHANGE;
        }
        return isNew ? Measure.INCREMENT : Measure.LEVEL;
    }

    /** A percentage is a growth rate where the nearest verb says change and nothing says 达到 or 到 behind it. */
    private static boolean isGrowth(String clause) {
        String before = COMPARED.matcher(clause).replaceAll("　　");
        int change = Math.max(UP.lastIn(before), DOWN.lastIn(before));
        if (change < 0) {
            return false;
        }
        String since = before.substring(change);
        return since.length() <= 12
                && !since.startsWith("到")
                && !since.startsWith("至")
                && !since.contains("占")
                && !since.contains("达到")
                && !since.contains("率")
                && !since.contains("比重")
                && !since.contains("贡献")
                && !since.contains("比例");
    }

    /** Whether the change is downwards. */
    boolean isDown(Measure measure, String before) {
        if (measure != Measure.GROWTH_RATE && measure != Measure.CHANGE) {
            return false;
        }
        int down = DOWN.lastIn(before);
        return down >= 0 && down >= UP.lastIn(before);
    }
}
