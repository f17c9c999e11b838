package tongcang.report.time;

import java.util.regex.Pattern;
import tongcang.Status;

/** Whether the figures of a review are final, preliminary or expected, as the sentence goes on. */
final class StatusWords {
    /** （预计）, （预计数，下同） behind a number. */
    private static final Pattern EXPECTED_NOTE = Pattern.compile("[（(](?:预计|预测|快报)数?[^（）()]{0,8}[）)]");
    /** The same where it is said of all that is told in a paragraph. */
    private static final Pattern ALL_EXPECTED = Pattern.compile("[（(]预[计测]数?[，,、 ]?下同[）)]");

    private Status status = Status.ACTUAL;
    /** Whether the paragraph says that all it tells is expected. */
    private boolean allExpected;
    /** Whether the sentence has stated a figure. */
    private boolean figured;
    /** Whether 预计 opens the sentence, so that it governs what follows a semicolon too. */
    private boolean governing;

    /** Takes in the words of a sentence; {@code first} and {@code goesOn} are as for {@link FigureTimes#sentence}. */
    void sentence(String sentence, boolean first, boolean goesOn) {
        allExpected = !first && allExpected
                || sentence.contains("下同") && ALL_EXPECTED.matcher(sentence).find();
        if (!goesOn || !governing) {
            status = allExpected ? Status.EXPECTED : Status.ACTUAL;
            governing = false;
        }
        figured = figured && goesOn;
    }

    /** Takes in the words of a clause up to a figure. */
    void clause(String words) {
        Status said = words.contains("初步核算") || words.contains("初步统计")
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
