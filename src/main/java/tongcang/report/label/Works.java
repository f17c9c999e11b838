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
    /** 实施的城区、景区绿化工程…: done with the money, and told as what it is. */
    private static final Pattern RELATIVE = Pattern.compile("^的[^，,。；;]*?([^、和与及，,。；;的]{2,12}?(?:工程|项目))");
    /** 9所, 西出口等31条: how many of the works there are. */
    private static final Pattern COUNT =
            Pattern.compile("^(?:[^，,、\\d]{0,10}等)?\\d[\\d.]*[百千万亿]*(?:平方米|平方公里|立方米|公里|[\\u4e00-\\u9fa5])(?=.{2})");

    /** 投资3亿元的拆炉并网工程新接入…: the money was for what is told of further on. */
    private static final Pattern TOLD_OF =
            Pattern.compile("^的([^，,。；;、和与及的\\d]{2,16}?(?:工程|项目))(?=新[接增建]|完成|实现|建成|投入|开工|全部|主体|全面|累计|已)");

    private static final int LONGEST = 16;

    private Works() {}

    /** What they are called; empty where the words do not go on with what was done. */
    static String of(String rest) {
        Matcher told = TOLD_OF.matcher(rest.strip());
        if (told.find()) {
            return told.group(1);
        }
        String done = AIM.matcher(rest.strip()).replaceFirst("");
        boolean aimed = done.length() < rest.strip().length();
        String verb = VERB.atStart(done);
        if (!aimed && (verb.length() < 2 || done.startsWith("的"))) {
            return "";
        }
        String works = NounBefore.object(done);
        works = works.startsWith("了") ? works.substring(1) : works;
        Matcher relative = RELATIVE.matcher(works);
        if (relative.find()) {
            boolean last = relative.start(1) > 0 && "、和与及".indexOf(works.charAt(relative.start(1) - 1)) >= 0;
            return relative.group(1)
                    .substring(last ? PartPlaces.atStart(relative.group(1)).length() : 0);
        }
        works = COUNT.matcher(works).replaceFirst("");
        Matcher listed = LISTED.matcher(works);
        if (listed.find()) {
            return listed.group(1);
        }
        return works.length() < 3 || works.length() > LONGEST || works.equals(done) && !aimed
                ? ""
                : works.replace("的", "");
    }
}
