package tongcang.report.meaning;

import java.util.regex.Pattern;
import tongcang.Measure;
import tongcang.report.label.LinkingWords;
import tongcang.report.label.NounBefore;
import tongcang.report.label.NounVerbs;
import tongcang.report.numeral.Mention;
import tongcang.report.text.WordList;

/** What a number says of its subject: a level, an addition, a rate of growth, a share, a multiple, a position. */
final class Measures {
    private static final WordList UP = WordList.of("up");
    private static final WordList DOWN = WordList.of("down");
    /** In front of a percentage they compare it with a bound and say no change: 失业率低于3%. */
    private static final Pattern COMPARED = Pattern.compile("[低高快大小]于");

    /** 增加到, 增加至2022年的: where an addition ends, and no kind of thing such as 到户项目. */
    private static final Pattern UP_TO = Pattern.compile("[到至](?:$|近|约|超|20\\d\\d年)");
    /** What is told behind an addition is no addition: 新增用户3万户、累计20万户. */
    private static final Pattern TOTAL = Pattern.compile("总量|总数|达到|\\d.*累计");
    /** 提升6位, 前移3个位次: how far a position has moved. */
    private static final Pattern MOVED = Pattern.compile("(?:提升|提高|上升|前移|前进|下降|后退|后移|进|跃升)$");
    /** 减少区直部门5个: fewer than there were. */
    private static final Pattern LESS = Pattern.compile("^[\\s　]*(?:共|已|累计)?(?:减少|削减|裁减|撤减)(?!到|至|为)[^，,。、\\d]{2,14}$");
    /** 比2011年增长 so many 元, 比上个五年增加投资: by how much it is more than then; what came new is counted for itself. */
    private static final Pattern AGAINST = Pattern.compile(
            "(?:比|较)[^，,。；;、\\d]{0,3}(?:20\\d\\d年)?[^，,。；;、\\d]{0,8}(?<!新)(?:增长|增加|增多|增收|提高|上升|提升|减少|下降|降低|回落|缩短|缩小|扩大|多|少)[^，,。；;、\\d增新]{0,4}$");
    /** A growth told behind its rate: 年均15%的增长, 以8%的速度递增. */
    private static final Pattern GROWS =
            Pattern.compile("的?(?:高速|较快|快速|中高速)?(?:增长|递增|增速|增幅)|的(?:平均|年均)?(?:速度|幅度)(?:增长|递增|提高|提升)");

    private static final Pattern ADVERBS = Pattern.compile("(?:分别|各|均|近|超|约|了|再|逾)+$");
    private static final WordList CHANGED = WordList.of("changed");

    /** Its 增加 adds nothing. */
    private static final Pattern VALUE_ADDED = Pattern.compile("增加值");

    private static final WordList VERB = WordList.of("verb");
    private static final WordList DONE = WordList.of("done");
    private static final WordList NEW = WordList.of("new");

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
        if (unit.endsWith("分点")) {
            return Measure.CHANGE;
        }
        if (unit.equals("倍")) {
            return Measure.MULTIPLE;
        }
        if (unit.equals("∶") || unit.isEmpty()) {
            return Measure.SHARE;
        }
        if (unit.equals("%") || unit.equals("‰") || unit.equals("成")) {
            return isGrowth(before) || GROWS.matcher(behind).lookingAt() ? Measure.GROWTH_RATE : Measure.SHARE;
        }
        return counted(unit, before, behind);
    }

    private static Measure counted(String unit, String before, String behind) {
        String tail = ADVERBS.matcher(before).replaceFirst("");
        if (unit.endsWith("位") && MOVED.matcher(tail).find()) {
            return Measure.CHANGE;
        }
        if ((tail.indexOf('比') >= 0 || tail.indexOf('较') >= 0)
                        && AGAINST.matcher(tail).find()
                || LinkingWords.isAbove(tail)
                || !CHANGED.atEnd(tail).isEmpty()) {
            return Measure.CHANGE;
        }
        boolean more = tail.length() > 4
                && tail.endsWith("增加")
                && !tail.endsWith("新增加")
                && (behind.isEmpty() || !Character.isIdeographic(behind.charAt(0)));
        if (more && !tail.endsWith("各增加") || LESS.matcher(before).find()) {
            return Measure.CHANGE;
        }
        return isNew(unit, before) ? Measure.INCREMENT : Measure.LEVEL;
    }

    private static boolean isNew(String unit, String before) {
        int added = NEW.lastIn(VALUE_ADDED.matcher(before).replaceAll("　　　"));
        if (added < 0) {
            return false;
        }
        String since = before.substring(added);
        return !UP_TO.matcher(since).lookingAt()
                && !TOTAL.matcher(since).find()
                && (since.indexOf('、') < 0 || goesOn(before, added, since.substring(since.lastIndexOf('、') + 1)))
                && (unit.endsWith("元") || !since.endsWith("等"));
    }

    /** 新建桥梁3座、泵站5座: the addition opens the list; 城镇新增就业3万人、再就业1万人: it is in the first one's noun. */
    private static boolean goesOn(String before, int added, String words) {
        int front = Math.max(before.lastIndexOf('、', added - 1), before.lastIndexOf('，', added - 1)) + 1;
        String opening = NounBefore.head(before.substring(front, added));
        return (NEW.contains(opening) || NounBefore.object(opening).length() < 3) && !isOtherDone(words);
    }

    /** 新建桥梁3座、改建5座: a verb of its own goes on with something else. */
    private static boolean isOtherDone(String words) {
        String verb = VERB.atStart(words);
        return !DONE.atStart(words).isEmpty()
                || verb.length() > 1 && !NounVerbs.isNoun(verb, words.substring(verb.length()));
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
