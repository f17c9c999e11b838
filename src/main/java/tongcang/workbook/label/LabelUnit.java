package tongcang.workbook.label;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import tongcang.quantity.Units;
import tongcang.workbook.grid.CellText;

/**
 * The unit in a head's words: 单位：亿元, （亿元）, or the whole head 幢; and what is left of the words.
 *
 * @param unit as written, empty where none is named
 * @param rest the words without it
 */
public record LabelUnit(String unit, String rest) {
    private static final Pattern SAID = Pattern.compile("(?:计量单位|计算单位|(?<![填表报送制编汇总])单位)[:：] ?([^\\s,，;；:：]{1,20})");
    private static final Pattern BRACKET = Pattern.compile("[(（\\[]([^()（）\\[\\]]{1,24})[)）\\]]");
    private static final Pattern LAST_BRACKET = Pattern.compile("[(（\\[]([^()（）\\[\\]]{1,24})[)）\\]]$");
    /** （折纯，万吨）: said of the label, then the unit. */
    private static final Pattern BEHIND_COMMA =
            Pattern.compile("([(（][^()（）、,，;；]*[\\u4e00-\\u9fff])[,，;；] ?([^()（）、,，;；]{1,12})([)）])$");

    private static final Pattern BEHIND_SLASH = Pattern.compile("(.*[\\u4e00-\\u9fffA-Za-z)）])[/／]([^/／\\s]{1,8})");
    private static final Pattern JOINED =
            Pattern.compile("(.*[\\u4e00-\\u9fffA-Za-z）)]{2}) ?[-—_,，:：;； ] ?([\\u4e00-\\u9fff%‰/]{1,8})");
    /** 贷款余额亿元; not 超亿元 nor 上万人. */
    private static final Pattern ATTACHED = Pattern.compile(
            "(.*[\\u4e00-\\u9fff][\\u4e00-\\u9fff&&[^超过上达破近数]])((?:万亿|[百千十]?[亿万])(?:元|美元|人|人次|吨|亩|公顷|户|平方米|立方米|千瓦时|吨公里|人公里|辆|件))");

    /** Of what, nobody said: 存款（亿）. */
    private static final Pattern MAGNITUDE = Pattern.compile("万亿|[百十千]?[亿万]");
    /** Units that are words of their own in heads. */
    private static final Pattern WORDS =
            Pattern.compile("[人村社区年月日户期场路线门]|社区|人民币|(?i:persons?|people|households?|vehicles?|heads|pieces?)");

    /** Takes the unit out of a head; {@code units} are those that it may name. */
    static LabelUnit of(String words, Units units) {
        String unit = "";
        String text = words;
        Matcher said = SAID.matcher(text);
        if (said.find()) {
            unit = said.group(1).replaceAll("[)）]$", "");
            boolean aside = said.start() > 0 && "(（".indexOf(text.charAt(said.start() - 1)) >= 0;
            text = text.substring(0, said.start() - (aside ? 1 : 0)) + text.substring(said.end());
        }
        Matcher last = LAST_BRACKET.matcher(text);
        if (unit.isEmpty() && last.find() && isUnit(last.group(1), units)) {
            unit = bare(last.group(1));
            text = text.substring(0, last.start());
        }
        Matcher bracket = BRACKET.matcher(text);
        while (bracket.find()) {
            boolean list = !unit.isEmpty() && bracket.group(1).indexOf('、') >= 0; // 防治站(所、点)(个)
            if (!list && isUnit(bracket.group(1), units)) {
                boolean translated =
                        CellText.isEnglish(unit) && CellText.hasIdeograph(bracket.group(1)); // (人) (person)
                unit = unit.isEmpty() || translated ? bare(bracket.group(1)) : unit;
                text = text.substring(0, bracket.start()) + text.substring(bracket.end());
                bracket = BRACKET.matcher(text);
            }
        }
        Matcher comma = BEHIND_COMMA.matcher(text);
        if (unit.isEmpty() && comma.find() && isUnit(comma.group(2), units)) {
            unit = comma.group(2);
            text = comma.replaceFirst("$1$3");
        }
        Matcher slash = BEHIND_SLASH.matcher(text);
        if (unit.isEmpty() && slash.matches() && isBehindSlash(slash, units)) {
            unit = slash.group(2);
            text = slash.group(1);
        }
        Matcher attached = ATTACHED.matcher(text);
        Matcher joined = JOINED.matcher(text);
        if (unit.isEmpty() && joined.matches() && isJoined(joined.group(2), units)) {
            unit = joined.group(2);
            text = joined.group(1);
        } else if (unit.isEmpty()
                && attached.matches()
                && units.parse(attached.group(2)).isPresent()) {
            unit = attached.group(2);
            text = attached.group(1);
        }
        boolean whole = unit.isEmpty()
                && text.length() <= 8
                && units.parse(text).isPresent()
                && !WORDS.matcher(text).matches();
        return whole ? new LabelUnit(text, "") : new LabelUnit(unit, text);
    }

    /** 产量-万吨, 从业人员,人: what is no word of its own. */
    private static boolean isJoined(String text, Units units) {
        return units.parse(text).isPresent()
                && (text.equals("人") || !WORDS.matcher(text).matches());
    }

    /** 种植面积/亩; the slash of 单价元/吨 is a part of the unit. */
    private static boolean isBehindSlash(Matcher slash, Units units) {
        String label = slash.group(1);
        boolean quotient = IntStream.rangeClosed(1, Math.min(4, label.length()))
                .mapToObj(n -> label.substring(label.length() - n) + "/" + slash.group(2))
                .anyMatch(text -> units.parse(text).isPresent());
        return !quotient && units.parse(slash.group(2)).isPresent();
    }

    private static boolean isUnit(String text, Units units) {
        String words = text.strip();
        if (words.equals("人民币")) {
            return false; // of deposits, beside those in other currencies
        }
        return words.equals("%")
                || words.equals("‰")
                || MAGNITUDE.matcher(words).matches()
                || units.parse(bare(words)).isPresent()
                || words.startsWith("in ");
    }

    /** Of several units the first. */
    private static String bare(String text) {
        String words = text.strip().replaceFirst("^in ", "").replaceFirst("^单位[:：]?", "");
        return words.replaceFirst("[、,](?!\\d{3}).*", "");
    }
}
