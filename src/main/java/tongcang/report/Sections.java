package tongcang.report;

import java.util.regex.Pattern;

/** The headings above a line: 一、 and (一). */
final class Sections {
    private static final Pattern FIRST = Pattern.compile("^[\\s　]*[一二三四五六七八九十]{1,3}、.{1,40}$");
    private static final Pattern SECOND = Pattern.compile("^[\\s　]*[(（][一二三四五六七八九十]{1,3}[)）][^。]{1,40}$");

    private String first = "";
    private String second = "";

    /** Takes in a line; says whether it is a heading. */
    boolean line(String line) {
        if (FIRST.matcher(line).matches()) {
            first = line.strip();
            second = "";
            return true;
        }
        if (SECOND.matcher(line).matches()) {
            second = line.strip();
            return true;
        }
        return false;
    }

    String path() {
        return second.isEmpty() ? first : first + " / " + second;
    }
}
