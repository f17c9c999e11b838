package tongcang.report.label;

import java.util.regex.Matcher;
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

    /** 完成预算的 97%, 完成年计划的: how much of what was planned was reached. */
    private static final Pattern OF_PLAN_DONE =
            Pattern.compile("完成(?:年初|年度|全年|当年|调整|变动|年)?(?:计划|预算|目标|任务|预算任务|目标任务)数?");
    /** Of one kind of school, or of trade: each takes the place of the other in a label. */
    private static final Pattern SERIES = Pattern.compile("(?:在校学生|在校生|毕业生|招生|在园儿童|在园幼儿)(?:人?数)?");

    private static final Pattern SERIES_END = Pattern.compile("(?:" + SERIES.pattern() + ")$");
    private static final Pattern TO_WHOLE = Pattern.compile("对[^，,]{2,14}(?:贡献率|贡献|拉动|拉动率)");
    /** 其中国家级: the kind of what was told before. */
    private static final Pattern GRADE = Pattern.compile("(?:国家|部|省部|省|市|区|县|世界)级(?:以上)?");

    private static final int LONGEST = 12;

    private DependentNouns() {}

    static boolean isDependent(String noun) {
        return DEPENDENT.contains(noun)
                || noun.startsWith("占")
                || OF_PLAN.matcher(noun).matches()
                || OF_PLAN_DONE.matcher(noun).matches()
                || SERIES.matcher(noun).matches()
                || TO_WHOLE.matcher(noun).matches()
                || GRADE.matcher(noun).matches()
                || noun.length() <= LONGEST && Stream.of(LIST_JOINT.split(noun)).allMatch(DEPENDENT::contains)
                || noun.startsWith("其") && DEPENDENT.contains(noun.substring(1));
    }

    /** How much of a plan was reached, by the words that name the plan. */
    static boolean isPlan(String noun) {
        return OF_PLAN_DONE.matcher(noun).matches();
    }

    private static String withoutGrade(String subject) {
        Matcher grade = GRADE.matcher(subject);
        return grade.lookingAt() ? subject.substring(grade.end()) : subject;
    }

    /** The label of a dependent noun of a subject. */
    static String of(String subject, String noun) {
        if (noun.startsWith("占")) {
            return subject + noun + (noun.endsWith("比重") || noun.endsWith("比例") ? "" : "的比重");
        }
        if (OF_PLAN_DONE.matcher(noun).matches()) {
            return subject + noun + "比例";
        }
        if (TO_WHOLE.matcher(noun).matches()) {
            return subject + noun;
        }
        if (SERIES.matcher(noun).matches()) {
            String kind = subject.startsWith("在学")
                    ? subject.substring(2)
                    : SERIES_END.matcher(subject).replaceFirst("");
            return kind.equals(subject) ? noun : kind + noun;
        }
        if (GRADE.matcher(noun).matches()) {
            return noun + withoutGrade(subject);
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
