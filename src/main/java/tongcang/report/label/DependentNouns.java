package tongcang.report.label;

import java.util.regex.Pattern;
import java.util.stream.Stream;
import tongcang.report.text.WordList;

/** Nouns that say what is measured of a subject told before: 占比, 总投资, 总量和增幅. */
final class DependentNouns {
    private static final WordList DEPENDENT = WordList.of("dependent");
    private static final Pattern AMOUNT = Pattern.compile("(?:种植面积|播种面积|面积|产量|总产|产值|数)$");
    private static final Pattern LIST_JOINT = Pattern.compile("[、和与及]");
    /** 为年度计划的 97%: a part of what was planned. */
    private static final Pattern OF_PLAN = Pattern.compile("[是为].{0,4}(?:计划|目标|任务|预算)");

    private static final int LONGEST = 12;

    private DependentNouns() {}

    static boolean isDependent(String noun) {
        return DEPENDENT.contains(noun)
                || noun.startsWith("占")
                || OF_PLAN.matcher(noun).matches()
                || noun.length() <= LONGEST && Stream.of(LIST_JOINT.split(noun)).allMatch(DEPENDENT::contains)
                || noun.startsWith("其") && DEPENDENT.contains(noun.substring(1));
    }

    /** The label of a dependent noun of a subject. */
    static String of(String subject, String noun) {
        if (noun.startsWith("占")) {
            return subject + noun + (noun.endsWith("比重") || noun.endsWith("比例") ? "" : "的比重");
        }
        if (OF_PLAN.matcher(noun).matches()) {
            return subject + "占" + noun.substring(1) + "的比重";
        }
        if (noun.equals("人均")) {
            return noun + subject;
        }
        String bare = AMOUNT.matcher(subject).replaceFirst("");
        return subject.endsWith(noun) ? subject : (bare.length() > 1 ? bare : subject) + noun;
    }
}
