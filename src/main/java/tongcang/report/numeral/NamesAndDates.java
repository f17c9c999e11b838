package tongcang.report.numeral;

import java.util.Optional;
import java.util.regex.Pattern;
import tongcang.quantity.Numerals;
import tongcang.quantity.Units;
import tongcang.report.numeral.Numeral.Kind;
import tongcang.report.text.WordList;

/** Numerals that state no figure: dates, names, slogans, versions, roads, classes, numbering, words. */
final class NamesAndDates {
    private static final WordList BEFORE = WordList.of("name-before");
    private static final WordList AFTER = WordList.of("name-after");
    private static final WordList PHRASE = WordList.of("name-phrase");
    private static final Pattern CAPACITY = Pattern.compile("(?:吨|千瓦|兆瓦|米|公里|平方米|立方米|亩|万元|元|亿元|斤|个)级");
    /** Indicators that are written in letters: their number follows at once. */
    private static final Pattern ABBREVIATED = Pattern.compile("(?:GDP|CPI|PPI|GNP|FDI)$");
    /** A quotation longer than this is speech and not a name. */
    private static final int LONGEST_NAME = 24;

    private final Units units;

    NamesAndDates(Units units) {
        this.units = units;
    }

    /** Why a numeral is no figure; empty where it may be one. */
    Optional<Kind> kind(String text, int start, int end) {
        String word = text.substring(start, end);
        boolean chinese = Numerals.isChinese(word.charAt(0));
        if (isDate(text, start, end)) {
            return Optional.of(Kind.DATE);
        }
        if (isNumbering(text, start, end)) {
            return Optional.of(Kind.ORDINAL);
        }
        if (isQuoted(text, start, end) || isJoined(text, start, end) || isNamed(text, start, end)) {
            return Optional.of(Kind.NAME);
        }
        return chinese && !ChineseAmounts.isAmount(text, start, end) ? Optional.of(Kind.WORD) : Optional.empty();
    }

    /** What a numeral is that no unit follows. */
    Kind leftOver(String text, int start, int end) {
        return Numerals.isChinese(text.charAt(start)) ? Kind.WORD : Kind.BARE;
    }

    private static boolean isDate(String text, int start, int end) {
        char next = end < text.length() ? text.charAt(end) : ' ';
        String number = text.substring(start, end);
        boolean year = number.length() == 4 && number.compareTo("1900") >= 0 && number.compareTo("2100") < 0;
        if (year && !number.contains(".") && !number.contains(",")) {
            return next == '年'
                    || next == '-'
                    || next == '—'
                    || next == '/'
                    || next == '、'
                    || next == '至'
                    || next == '~'
                    || next == '.'
                    || next == '–';
        }
        if (next == '年' && PHRASE.at(text, end).isEmpty()) {
            String behind = text.substring(end, Math.min(text.length(), end + 3));
            return !behind.startsWith("年期") || Numerals.isChinese(number.charAt(0));
        }
        if (text.startsWith("多年", end) || text.startsWith("余年", end)) {
            return true;
        }
        if (next == '月' || next == '日' || next == '号' && number.length() <= 2) {
            return !text.startsWith("月人均", end);
        }
        if (text.startsWith("个月", end) && text.startsWith("连续", Math.max(0, start - 2))) {
            return true;
        }
        if (next == '-' || start > 0 && text.charAt(start - 1) == '-') {
            return isDashedDate(text, start, end);
        }
        return next == ':' && number.length() <= 2 && start > 0 && Character.isDigit(text.charAt(start - 1));
    }

    /** {@code 2023-01-09}. */
    private static boolean isDashedDate(String text, int start, int end) {
        int from = start;
        while (from > 0
                && (Character.isDigit(text.charAt(from - 1)) || text.charAt(from - 1) == '-')
                && start - from < 10) {
            from--;
        }
        int to = end;
        while (to < text.length() && (Character.isDigit(text.charAt(to)) || text.charAt(to) == '-') && to - end < 10) {
            to++;
        }
        return text.substring(from, to).matches("(19|20)\\d\\d-\\d{1,2}(-\\d{1,2})?");
    }

    /** {@code 1.} {@code (一)} {@code 一、} at the front of a sentence, and 一是, 二要. */
    private static boolean isNumbering(String text, int start, int end) {
        char before = start > 0 ? text.charAt(start - 1) : '\n';
        char next = end < text.length() ? text.charAt(end) : '\n';
        boolean front = isFront(text, start);
        if ("(（[〔【".indexOf(before) >= 0 && ")）]〕】".indexOf(next) >= 0) {
            return true;
        }
        if (front && (next == '、' || next == '.' || next == '．')) {
            return true;
        }
        return front && Numerals.isChinese(text.charAt(start)) && (next == '是' || next == '要');
    }

    private static boolean isFront(String text, int at) {
        int i = at - 1;
        while (i >= 0 && (Character.isWhitespace(text.charAt(i)) || text.charAt(i) == '　')) {
            i--;
        }
        return i < 0 || "。；;!！?？:：—,，".indexOf(text.charAt(i)) >= 0;
    }

    private static boolean isQuoted(String text, int start, int end) {
        int from = Math.max(0, start - LONGEST_NAME);
        String before = text.substring(from, start);
        int open = Math.max(before.lastIndexOf('“'), Math.max(before.lastIndexOf('《'), before.lastIndexOf('「')));
        int close = Math.max(before.lastIndexOf('”'), Math.max(before.lastIndexOf('》'), before.lastIndexOf('」')));
        if (open <= close) {
            return false;
        }
        String behind = text.substring(end, Math.min(text.length(), end + LONGEST_NAME));
        return behind.indexOf('”') >= 0 || behind.indexOf('》') >= 0 || behind.indexOf('」') >= 0;
    }

    /** Next to a Latin letter, a plus or a middle dot: 5G, PM2.5, G311, 1+1+9+N, 7·20, 2×35. */
    private boolean isJoined(String text, int start, int end) {
        char before = start > 0 ? text.charAt(start - 1) : ' ';
        char next = end < text.length() ? text.charAt(end) : ' ';
        return isLatin(before)
                        && !ABBREVIATED
                                .matcher(text.substring(Math.max(0, start - 4), start))
                                .find()
                || isLatin(next) && !isUnitLetter(text, end)
                || before == '+'
                || next == '+'
                || before == '·'
                || next == '·'
                || before == '×'
                || next == '×'
                || before == '.' && start > 1;
    }

    /** Whether a unit in Latin letters stands there: km, GWh; a single letter is rather a name's: 5G, 3D. */
    private boolean isUnitLetter(String text, int at) {
        int behind = at + units.lengthAt(text, at);
        return behind > at + 1 && (behind == text.length() || !isLatin(text.charAt(behind)));
    }

    private static boolean isLatin(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static boolean isNamed(String text, int start, int end) {
        String before = text.substring(Math.max(0, start - 6), start)
                .replace(":", "")
                .replace("：", "")
                .stripTrailing();
        if (!BEFORE.atEnd(before).isEmpty() || isDenominator(text, start, end)) {
            return true;
        }
        int behind = Numerals.chineseEnd(text, end);
        if (!AFTER.at(text, end).isEmpty() && !isCounterInstead(text, end)) {
            return true;
        }
        if (!AFTER.at(text, behind).isEmpty() && behind > end && text.charAt(behind) == '级') {
            return true;
        }
        return !PHRASE.at(text, end).isEmpty() || isCapacity(text, end) || PolicyNames.isName(text, start, end);
    }

    /** 每10万人口, 每100户: of how many something is told. */
    private static boolean isDenominator(String text, int start, int end) {
        return start > 0 && text.charAt(start - 1) == '每' && Numerals.arabicEnd(text, start) == end;
    }

    /** A word of the list that is the beginning of a unit or of another word: 期 of 期刊, 度 of 度电, 路 of 路网. */
    private static boolean isCounterInstead(String text, int at) {
        return text.startsWith("度电", at) || text.startsWith("千伏安", at) || text.startsWith("点以上", at);
    }

    /** {@code 700万吨露天煤矿项目}, {@code 25兆瓦级}: the size in a thing's name. */
    private static boolean isCapacity(String text, int end) {
        int i = Numerals.chineseEnd(text, end);
        return CAPACITY.matcher(text).region(i, Math.min(text.length(), i + 6)).lookingAt();
    }
}
