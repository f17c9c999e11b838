package tongcang.report.text;

import java.util.regex.Pattern;

/** The headings above a line: 一、 and (一). */
public final class Headings {
    private static final Pattern FIRST = Pattern.compile("^[\\s　]*[一二三四五六七八九十]{1,3}、.{1,40}$");
    private static final Pattern SECOND = Pattern.compile("^[\\s　]*[(（][一二三四五六七八九十]{1,3}[)）][^。]{1,40}$");

    /** A short line without a sentence in it that names a part of the report: 2018年工作回顾. */
    private static final Pattern BARE = Pattern.compile("^[\\s　]*[^。，,；;：:]{2,24}(?:回顾|总结|安排|任务|打算|目标|重点工作)[\\s　]*$");

    private String first = "";
    private String second = "";

    /** Takes in a line; says whether it is a heading. */
    public boolean line(String line) {
        if (FIRST.matcher(line).matches()) {
            first = line.strip();
            second = "";
            return true;
        }
        if (SECOND.matcher(line).matches()) {
            second = line.strip();
            return true;
        }
        return BARE.matcher(line).matches();
    }

    public String path() {
        return second.isEmpty() ? first : first + " / " + second;
    }
}
