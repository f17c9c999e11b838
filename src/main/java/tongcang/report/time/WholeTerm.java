package tongcang.report.time;

import java.util.regex.Pattern;
import tongcang.Measure;
import tongcang.report.label.LinkingWords;
import tongcang.report.text.WordList;

/** Whether a figure in the review of a term is of all its years, as what was done in them is, or of its end, as a stock is. */
final class WholeTerm {
    private static final Pattern OVER_TERM = Pattern.compile(
            "累计|年均|五年|连续|连年|常年|保持|稳定在|先后|新增|增加|新建|新设|净增|建成|改造|改善|引进|投入|退出|脱贫|签约|实施|完成|开行|治理|修复|造林|开挖|筹集|下降|减少|增长|提高|消除|重组|获批|认定|全国推广|办成|解决|转移|摘帽|出列|探明|开工|远离|发放|安排|争取|培训|举办|承办|吸引|转化|入驻|落户|到位|拆除|打通|查处|办结|布局|减负|增设|落地|打造|处置|救助|惠及|化解|选派|流转|取消|封山育林|搬迁|征收|收储|输出|接待|取缔|关停|拆迁|植树|绿化造林|输转|获(?!批)");
    private static final Pattern AS_OF_NOW = Pattern.compile("达到|突破|超过|达(?!标)|居(?![民家住委])|占|扩容至|普及率|覆盖率|比例|比重|占比|率$");
    private static final Pattern STILL_OVER_TERM =
            Pattern.compile("稳定在|保持|常年|连年|增加(?!到|至|值)|新增|下降(?!到|至)|减少(?!到|至)|提高(?!到|至)");
    private static final Pattern CHANGED_TO = Pattern.compile(
            "(?:增加|增长|扩大|拓展|提高|提升|上升|下降|降低|减少|缩小|压缩|发展|调整|优化|增|升|降)(?:到|至|为)(?:20\\d\\d年(?:底|末)?的?)?(?:每人|人均)?(?:每[年月天])?(?:近|约|超过?|逾)?$");
    private static final Pattern LASTING = Pattern.compile("常年|连年|多年|始终|保持|累计|稳居|历年|连续");

    private static final Pattern TOTAL = Pattern.compile("(?<!五年)累计(?:分别)?(?:达到|达|接入|突破|已有)");
    private static final WordList ACT = WordList.of("act");

    private WholeTerm() {}

    /**
     * Whether a figure is of the whole term.
     *
     * @param before the words of its clause up to it
     * @param words the same with the words behind it and its label
     * @param cumulative whether the sentence has said 累计
     * @param stock whether things are counted that go on to exist: 累计达到60条 is how many there are now
     */
    static boolean isOver(String before, String words, Measure measure, boolean cumulative, boolean stock) {
        if (CHANGED_TO.matcher(before).find() || NamedYears.hasBase(before)) {
            return false;
        }
        if (measure == Measure.RANK || measure == Measure.SHARE) {
            return cumulative && measure == Measure.SHARE
                    || LASTING.matcher(words).find();
        }
        if (measure == Measure.CHANGE && !LinkingWords.isAbove(before)) {
            return true;
        }
        if (cumulative || words.contains("累计") || words.contains("累积")) {
            return !(stock && TOTAL.matcher(before).find());
        }
        String lasting = before.endsWith("达到") || before.endsWith("达") ? before : words; // 逐年提高，平均达到
        boolean isNow = before.endsWith("为") || AS_OF_NOW.matcher(words).find();
        return (OVER_TERM.matcher(words).find() || ACT.isIn(words))
                && !(isNow && !STILL_OVER_TERM.matcher(lasting).find());
    }
}
