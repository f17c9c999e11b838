package tongcang.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tongcang.Comparator;
import tongcang.quantity.Numerals;
import tongcang.quantity.Units;
import tongcang.report.Numeral.Kind;

/** Finds every numeral of a line and says what it is. One pass, each step bounded: linear in the line's length. */
final class NumeralScanner {
    /** A numeral with more characters than this states no quantity; nor is it worth the arithmetic. */
    private static final int LONGEST = 30;

    private final Units units;
    private final NumeralNames names = new NumeralNames();
    private final RankWords ranks = new RankWords();

    NumeralScanner(Units units) {
        this.units = units;
    }

    /** All numerals of a line, in order. The line has half-width digits and signs. */
    List<Numeral> scan(int line, String text) {
        List<Numeral> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = numeralEnd(text, at);
            if (end == at) {
                at++;
                continue;
            }
            List<Numeral> read = read(line, text, at, end);
            found.addAll(read);
            Numeral last = read.get(read.size() - 1);
            at = Math.max(
                    last.end(), last.mention() == null ? 0 : last.mention().end());
        }
        shareUnits(text, found);
        shareComparators(text, found);
        return found;
    }

    /** All numerals of a text that states no figures. */
    List<Numeral> name(int line, String text, Kind kind) {
        List<Numeral> found = new ArrayList<>();
        for (int at = 0; at < text.length(); at++) {
            int end = numeralEnd(text, at);
            if (end > at) {
                found.add(new Numeral(line, at, end, text.substring(at, end), kind, null));
                at = end;
            }
        }
        return found;
    }

    private static int numeralEnd(String text, int at) {
        int arabic = Numerals.arabicEnd(text, at);
        return arabic > at ? mixedEnd(text, arabic) : Numerals.chineseEnd(text, at);
    }

    /** {@code 1亿3千万}: Arabic digits and magnitudes in turn are one numeral. */
    private static int mixedEnd(String text, int end) {
        int i = end;
        while (i < text.length() && "千百十万亿".indexOf(text.charAt(i)) >= 0) {
            int behind = Numerals.chineseEnd(text, i);
            int next = Numerals.arabicEnd(text, behind);
            if (next == behind) {
                return isMixed(text, i) ? behind : end;
            }
            end = next;
            i = next;
        }
        return end;
    }

    /** Whether the digits before a magnitude follow another magnitude: the 千万 of 1亿3千万. */
    private static boolean isMixed(String text, int at) {
        int i = at;
        while (i > 0 && (Character.isDigit(text.charAt(i - 1)) || text.charAt(i - 1) == '.')) {
            i--;
        }
        return i > 0
                && i < at
                && "千百十万亿".indexOf(text.charAt(i - 1)) >= 0
                && i > 1
                && Character.isDigit(text.charAt(i - 2));
    }

    private List<Numeral> read(int line, String text, int start, int end) {
        if (end - start > LONGEST) {
            return List.of(new Numeral(line, start, end, text.substring(start, end), Kind.ENDLESS, null));
        }
        Optional<Kind> name = names.kind(text, start, end);
        if (name.isPresent()) {
            return List.of(new Numeral(line, start, end, text.substring(start, end), name.get(), null));
        }
        Optional<Mention> rank = ranks.rank(text, start, end);
        if (rank.isPresent()) {
            return List.of(figure(line, text, start, end, rank.get()));
        }
        if (start > 0 && text.charAt(start - 1) == '第') {
            return List.of(new Numeral(line, start, end, text.substring(start, end), Kind.NAME, null));
        }
        return ratio(line, text, start, end)
                .or(() -> range(line, text, start, end))
                .or(() -> plain(text, start, end).map(m -> List.of(figure(line, text, start, end, m))))
                .orElseGet(() -> List.of(new Numeral(
                        line, start, end, text.substring(start, end), names.leftOver(text, start, end), null)));
    }

    private static Numeral figure(int line, String text, int start, int end, Mention mention) {
        return new Numeral(line, start, Math.max(start, end), text.substring(start, end), Kind.FIGURE, mention);
    }

    private static Numeral part(int line, String text, int start, int end) {
        return new Numeral(line, start, end, text.substring(start, end), Kind.PART, null);
    }

    /** {@code 8.7∶41.2∶50.1}; not a time of day. */
    private Optional<List<Numeral>> ratio(int line, String text, int start, int end) {
        List<Numeral> parts = new ArrayList<>();
        List<BigDecimal> terms = new ArrayList<>();
        int i = end;
        while (i < text.length() && (text.charAt(i) == '∶' || text.charAt(i) == ':' || text.charAt(i) == '︰')) {
            int next = Numerals.arabicEnd(text, i + 1);
            if (next == i + 1) {
                break;
            }
            parts.add(part(line, text, i + 1, next));
            terms.add(new BigDecimal(text.substring(i + 1, next).replace(",", "")));
            i = next;
        }
        Optional<BigDecimal> first = Numerals.value(text.substring(start, end));
        if (terms.isEmpty() || first.isEmpty()) {
            return Optional.empty();
        }
        Mention mention = new Mention(start, i, i, first.get(), null, terms, "∶", Comparator.EQ, false);
        parts.add(0, figure(line, text, start, end, mention));
        return Optional.of(parts);
    }

    /** {@code 4—5个}, {@code 4.5%-5%}, {@code 6到8亿元}. */
    private Optional<List<Numeral>> range(int line, String text, int start, int end) {
        int unitEnd = end + unitLength(text, end);
        for (int i : unitEnd > end ? new int[] {end, unitEnd} : new int[] {end}) {
            int joint = jointEnd(text, i);
            int next = joint > i ? Numerals.arabicEnd(text, joint) : joint;
            if (next == joint || names.kind(text, joint, next).isPresent()) {
                continue;
            }
            Optional<Mention> high = plain(text, joint, next);
            Optional<BigDecimal> low = Numerals.value(text.substring(start, end));
            boolean sameUnit = i == end
                    || high.map(h -> h.unit().equals(text.substring(end, unitEnd)))
                            .orElse(false);
            boolean unitless = i == end && (text.charAt(i) == '到' || text.charAt(i) == '至') && from(text, start);
            if (high.isPresent()
                    && low.isPresent()
                    && sameUnit
                    && !unitless
                    && low.get().compareTo(high.get().value()) < 0) {
                Mention m = high.get();
                Mention mention = new Mention(
                        start, m.end(), m.behind(), low.get(), m.value(), List.of(), m.unit(), m.comparator(), false);
                return Optional.of(List.of(figure(line, text, start, end, mention), part(line, text, joint, next)));
            }
        }
        return Optional.empty();
    }

    /** 从A到B is no range but an earlier and a later value. */
    private static boolean from(String text, int start) {
        String before = text.substring(Math.max(0, start - 6), start);
        return before.contains("从") || before.contains("由");
    }

    private static int jointEnd(String text, int at) {
        int i = at;
        while (i < text.length() && i < at + 2 && "-—–~－～―−到至".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    /** A number, 余 or 多, and a unit. */
    private Optional<Mention> plain(String text, int start, int end) {
        String digits = text.substring(start, end);
        boolean chinese = Numerals.isChinese(digits.charAt(0));
        int tail = chinese ? magnitudeStart(digits) : digits.length();
        BigDecimal value = tail == 0
                ? BigDecimal.ONE
                : Numerals.value(digits.substring(0, tail)).orElse(BigDecimal.ONE);
        int magnitude = start + tail;
        int more = Qualifiers.skipMore(text, magnitude);
        int magnitudeEnd = chinese && more == magnitude ? end : Numerals.chineseEnd(text, more);
        int unitStart = Qualifiers.skipMore(text, magnitudeEnd);
        boolean much = more > magnitude || unitStart > magnitudeEnd;
        int unitEnd = unitStart + unitLength(text, unitStart);
        String unit = text.substring(more, magnitudeEnd)
                + text.substring(unitStart, unitEnd).strip();
        if (unitEnd == unitStart && magnitudeEnd == more) {
            return Optional.empty();
        }
        if (unitEnd == unitStart && !isCountedBare(text, magnitudeEnd)) {
            return Optional.empty();
        }
        String whole = unit.replace(" ", "") + perUnit(text, start, unit);
        return Optional.of(mention(text, start, Math.max(unitEnd, unitStart), value, whole, much));
    }

    /** {@code 每立方米19微克}: what a value is divided by may stand in front of it. */
    private static String perUnit(String text, int start, String unit) {
        String before = text.substring(Math.max(0, start - 6), start);
        for (String below : BELOW) {
            if (before.endsWith("每" + below) && unit.indexOf('/') < 0 && !unit.isEmpty()) {
                return "/" + below;
            }
        }
        return "";
    }

    private static final List<String> BELOW = List.of("立方米", "平方米", "平方公里", "公顷", "亩", "吨", "升", "千瓦时", "公里");

    /** {@code 71.3万监测对象}: a magnitude and at once the thing that is counted. */
    private static boolean isCountedBare(String text, int at) {
        return at < text.length() && Character.isIdeographic(text.charAt(at));
    }

    private static Mention mention(String text, int start, int end, BigDecimal value, String unit, boolean more) {
        Qualifiers.Found found = Qualifiers.of(text, start, end, more);
        return new Mention(start, end, found.behind(), value, null, List.of(), unit, found.comparator(), false);
    }

    /** Where the trailing magnitude 万, 亿 … of a Chinese numeral starts: it belongs to the unit. */
    private static int magnitudeStart(String digits) {
        if (Numerals.isBareMagnitude(digits)) {
            return 0;
        }
        int i = digits.length();
        while (i > 0 && (digits.charAt(i - 1) == '万' || digits.charAt(i - 1) == '亿')) {
            i--;
        }
        return i;
    }

    private int unitLength(String text, int at) {
        int space = at;
        while (space < text.length() && text.charAt(space) == ' ') {
            space++;
        }
        int length = units.lengthAt(text, space);
        return length == 0 ? 0 : space - at + length;
    }

    /** {@code 20.9、36.2、54个百分点}: numbers without a unit take that of the next one in their list. */
    private static void shareUnits(String text, List<Numeral> found) {
        @Nullable Mention next = null;
        for (int i = found.size() - 1; i >= 0; i--) {
            Numeral numeral = found.get(i);
            if (numeral.mention() != null && next != null && isShortOf(text, numeral.mention(), next)) {
                next = numeral.mention().with(next.unit());
                found.set(
                        i,
                        new Numeral(
                                numeral.paragraph(),
                                numeral.start(),
                                numeral.end(),
                                numeral.text(),
                                numeral.kind(),
                                next));
                continue;
            }
            if (numeral.kind() == Kind.BARE && next != null && isListJoint(text, numeral.end(), next.start())) {
                Optional<BigDecimal> value = Numerals.value(numeral.text());
                if (value.isPresent()) {
                    next = new Mention(
                            numeral.start(),
                            numeral.end(),
                            numeral.end(),
                            value.get(),
                            null,
                            List.of(),
                            next.unit(),
                            Comparator.EQ,
                            next.rank());
                    found.set(
                            i,
                            new Numeral(
                                    numeral.paragraph(),
                                    numeral.start(),
                                    numeral.end(),
                                    numeral.text(),
                                    Kind.FIGURE,
                                    next));
                    continue;
                }
            }
            next = numeral.mention();
        }
    }

    /** {@code 9.9个、3.1个百分点}: the unit of the first stands shortened. */
    private static boolean isShortOf(String text, Mention first, Mention second) {
        return first.unit().equals("个")
                && second.unit().equals("个百分点")
                && isListJoint(text, first.end(), second.start());
    }

    /** {@code 90%和98%以上}, {@code 先后跨越2500亿元、3000亿元}: a list has one qualifier, before it or behind it. */
    private static void shareComparators(String text, List<Numeral> found) {
        for (int i = 1; i < found.size(); i++) {
            share(text, found, i - 1, i, false);
        }
        for (int i = found.size() - 2; i >= 0; i--) {
            share(text, found, i + 1, i, true);
        }
    }

    private static void share(String text, List<Numeral> found, int from, int to, boolean behind) {
        Mention giver = found.get(from).mention();
        Mention taker = found.get(to).mention();
        if (giver == null
                || taker == null
                || taker.comparator() != Comparator.EQ
                || !giver.unit().equals(taker.unit())) {
            return;
        }
        boolean qualified = behind ? giver.behind() > giver.end() : giver.behind() == giver.end();
        Mention first = from < to ? giver : taker;
        Mention second = from < to ? taker : giver;
        if (qualified && isListJoint(text, first.behind(), second.start())) {
            Numeral old = found.get(to);
            found.set(
                    to,
                    new Numeral(
                            old.paragraph(),
                            old.start(),
                            old.end(),
                            old.text(),
                            old.kind(),
                            taker.with(giver.comparator())));
        }
    }

    private static boolean isListJoint(String text, int from, int to) {
        String joint = text.substring(from, Math.max(from, to)).strip();
        return joint.equals("、") || joint.equals("和") || joint.equals("与") || joint.equals("及");
    }
}
