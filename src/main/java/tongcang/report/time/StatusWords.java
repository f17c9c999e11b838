package tongcang.report.time;

import java.util.regex.Pattern;
import tongcang.Status;

/** Whether the figures of a review are final, preliminary or expected, as the sentence goes on. */
final class StatusWords {
    /** （预计）, （预计数，下同） behind a number. */
    private static final Pattern EXPECTED_NOTE = Pattern.compile("[（(](?:预计|预测|快报)数?[^（）()]{0,8}[）)]");
    /** The same where it is said of all that is told in a paragraph. */
    private static final Pattern ALL_EXPECTED = Pattern.compile("[（(]预[计测]数?[，,、 ]?下同[）)]");

    private static final Pattern PRELIMINARY = Pattern.compile("初步(?:核算|统计|测算|核实|汇总|数据)|快报数");

    /** 预计 in front of what it governs, and not between a noun and its number. */
    private static final Pattern OPENS = Pattern.compile("^[\\s　]*[^，,]{0,6}预计[^\\d]{5,}");
    /** How many clauses of the sentence have said 预计 behind their noun. */
    private int owns;

    private Status status = Status.ACTUAL;
    /** Whether the paragraph says that all it tells is expected. */
    private boolean allExpected;
    /** Whether the sentence has stated a figure. */
    private boolean figured;
    /** Whether 预计 opens the sentence, so that it governs what follows a semicolon too. */
    private boolean governing;

    /** 初步预计 at the front of a sentence: all that the paragraph goes on with is expected. */
    private static final Pattern ALL_PRELIMINARY = Pattern.compile("^[^，,。]{0,8}初步(?:预计|预测)");
    /** A sentence that opens so tells of parts of what was told, or of what follows from it. */
    private static final Pattern DERIVED = Pattern.compile(
            "^(?:其中|分(?:产业|行业|季度|领域|区域|地区|城乡)|按(?:常住|产业|城乡|行业)|[一二三]次?产业|三次产业|[一二三、]{2,6}(?:次)?产业|(?!规模以上|规上)[^，,。；]{0,14}(?:增加值|生产总值|GDP)|第[一二三]产业|人均|全[市省县区州旗]人均|产业结构|占)");

    /** Takes in the words of a sentence; {@code first} and {@code goesOn} are as for {@link FigureTimes#sentence}. */
    void sentence(String sentence, boolean first, boolean goesOn) {
        allExpected = !first && allExpected
                || sentence.contains("下同") && ALL_EXPECTED.matcher(sentence).find();
        allExpected = allExpected
                || sentence.contains("初步") && ALL_PRELIMINARY.matcher(sentence).find();
        boolean derived =
                !first && status != Status.ACTUAL && DERIVED.matcher(sentence).find();
        if (!derived && (!goesOn || !governing)) {
            status = allExpected ? Status.EXPECTED : Status.ACTUAL;
            governing = false;
        }
        figured = figured && goesOn;
        owns = goesOn ? owns : 0;
    }

    /** Takes in the words of a clause up to a figure. */
    void clause(String words) {
        boolean expected = words.contains("预计");
        boolean own = expected && !OPENS.matcher(words).find();
        owns = own ? owns + 1 : owns;
        if (!expected && owns > 1 && status == Status.EXPECTED && words.contains("完成")) {
            status = Status.ACTUAL; // each clause of the sentence says it for itself
        }
        Status said = (words.contains("初步") || words.contains("快报"))
                        && PRELIMINARY.matcher(words).find()
                ? Status.PRELIMINARY
                : words.contains("预计") ? Status.EXPECTED : Status.ACTUAL;
        if (said != Status.ACTUAL) {
            governing = governing || !figured;
            status = said;
        }
    }

    /** A figure is told. */
    void figure() {
        figured = true;
    }

    /** Takes in the words behind a figure: （预计数） is said of it and of what follows. */
    void note(String behind) {
        if (EXPECTED_NOTE.matcher(behind).lookingAt()) {
            status = Status.EXPECTED;
        }
    }

    Status now() {
        return status;
    }
}
