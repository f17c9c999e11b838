package tongcang.report.numeral;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tongcang.quantity.Numerals;
import tongcang.quantity.Units;
import tongcang.report.numeral.Numeral.Kind;

/** Finds every numeral of a line and says what it is. One pass, each step bounded: linear in the line's length. */
public final class NumeralScanner {
    /** A numeral with more characters than this states no quantity; nor is it worth the arithmetic. */
    private static final int LONGEST = 30;

    private final Amounts amounts;
    private final RangesAndRatios compounds;
    private final NamesAndDates names;
    private final RankWords ranks = new RankWords();

    public NumeralScanner(Units units) {
        this.amounts = new Amounts(units);
        this.names = new NamesAndDates(units);
        this.compounds = new RangesAndRatios(amounts, names);
    }

    /** All numerals of a line, in order. The line has half-width digits and signs. */
    public List<Numeral> scan(int line, String text) {
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
            for (Numeral numeral : read) {
                Mention mention = numeral.mention();
                at = Math.max(at, mention == null ? numeral.end() : mention.end());
            }
        }
        SharedUnits.share(text, found);
        return found;
    }

    /** All numerals of a text that states no figures. */
    public List<Numeral> name(int line, String text, Kind kind) {
        List<Numeral> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int digits = numeralEnd(text, at);
            int end = digits > at ? Amounts.magnitudeEnd(text, digits) : at + 1;
            if (digits > at) {
                found.add(Numeral.of(line, text, at, end, kind));
            }
            at = end;
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
            return List.of(Numeral.of(line, text, start, end, Kind.ENDLESS));
        }
        Optional<Kind> name = names.kind(text, start, end);
        if (name.isPresent()) {
            return List.of(Numeral.of(line, text, start, end, name.get()));
        }
        Numeral bare = Numeral.of(line, text, start, end, names.leftOver(text, start, end));
        Optional<Mention> rank = ranks.rank(text, start, end);
        if (rank.isPresent()) {
            return List.of(bare.stating(rank.get()));
        }
        if (start > 0 && text.charAt(start - 1) == '第') {
            return List.of(Numeral.of(line, text, start, end, Kind.NAME));
        }
        return compounds
                .ratio(bare, text)
                .or(() -> compounds.range(bare, text))
                .or(() -> amounts.of(text, start, end).map(m -> List.of(bare.stating(m))))
                .or(() -> amounts.index(text, start, end).map(m -> List.of(bare.stating(m))))
                .orElseGet(() -> List.of(bare));
    }
}
