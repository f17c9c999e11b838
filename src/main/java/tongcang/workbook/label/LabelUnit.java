package tongcang.workbook.label;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tongcang.quantity.Units;

/**
 * The unit in a head's words: 单位：亿元, （亿元）, or the whole head 幢; and what is left of the words.
 *
 * @param unit as written, empty where none is named
 * @param rest the words without it
 */
record LabelUnit(String unit, String rest) {
    private static final Pattern SAID = Pattern.compile("(?:计量单位|计算单位|单位)[:：] ?([^\\s,，;；:：]{1,20})");
    private static final Pattern BRACKET = Pattern.compile("[(（\\[]([^()（）\\[\\]]{1,24})[)）\\]]");
    private static final Pattern ENGLISH =
            Pattern.compile("(?:10+|100 million|million|thousand|billion).*(?:yuan|persons?|tons?|kw).*");
    /** Units that are words of their own in heads. */
    private static final Pattern WORDS = Pattern.compile("[人村社区年月日户期场路线门]|社区");

    /** Takes the unit out of a head; {@code units} are those that it may name. */
    static LabelUnit of(String words, Units units) {
        String unit = "";
        String text = words;
        Matcher said = SAID.matcher(text);
        if (said.find()) {
            unit = said.group(1).replaceAll("[)）]$", "");
            text = text.substring(0, said.start()) + text.substring(said.end());
        }
        Matcher bracket = BRACKET.matcher(text);
        while (bracket.find()) {
            if (isUnit(bracket.group(1), units)) {
                unit = unit.isEmpty() ? bare(bracket.group(1)) : unit;
                text = text.substring(0, bracket.start()) + text.substring(bracket.end());
                bracket = BRACKET.matcher(text);
            }
        }
        boolean whole = unit.isEmpty()
                && text.length() <= 8
                && units.parse(text).isPresent()
                && !WORDS.matcher(text).matches();
        return whole ? new LabelUnit(text, "") : new LabelUnit(unit, text);
    }

    private static boolean isUnit(String text, Units units) {
        String words = text.strip();
        return words.equals("%")
                || words.equals("‰")
                || units.parse(bare(words)).isPresent()
                || words.startsWith("in ")
                || ENGLISH.matcher(words).matches();
    }

    /** Of several units the first. */
    private static String bare(String text) {
        String words = text.strip().replaceFirst("^in ", "").replaceFirst("^单位[:：]?", "");
        return words.replaceFirst("[、,].*", "");
    }
}
