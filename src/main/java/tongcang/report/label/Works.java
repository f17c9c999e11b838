package tongcang.report.label;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tongcang.report.text.WordList;

/** The works that money was for, by the words behind its amount: 投资3亿元实施灌区改造等水利工程, 投资2亿元建成2所学校. */
final class Works {
    private static final WordList VERB = WordList.of("verb");
    /** The noun that closes a list of works. */
    private static final Pattern LISTED = Pattern.compile("(?<![高中初同平均优特对])等([^，,。；;、]{2,12})$");

    private static final Pattern AIM = Pattern.compile("^(?:用于|用以|对)");
    private static final int LONGEST = 16;

    private Works() {}

    /** What they are called; empty where the words do not go on with what was done. */
    static String of(String rest) {
        String done = AIM.matcher(rest.strip()).replaceFirst("");
        boolean aimed = done.length() < rest.strip().length();
        String verb = VERB.atStart(done);
        if (!aimed && (verb.length() < 2 || done.startsWith("的"))) {
            return "";
        }
        String works = NounBefore.object(done);
        works = works.startsWith("了") ? works.substring(1) : works;
        Matcher listed = LISTED.matcher(works);
        if (listed.find()) {
            return listed.group(1);
        }
        return works.length() < 3 || works.length() > LONGEST || works.equals(done) && !aimed
                ? ""
                : works.replace("的", "");
    }
}
