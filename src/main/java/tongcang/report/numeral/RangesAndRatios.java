package tongcang.report.numeral;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tongcang.Comparator;
import tongcang.quantity.Numerals;
import tongcang.report.numeral.Numeral.Kind;

/** Quantities of several numbers: ratios and ranges. Each gives its numerals, the first of which states the figure. */
final class RangesAndRatios {
    private final Amounts amounts;
    private final NamesAndDates names;

    RangesAndRatios(Amounts amounts, NamesAndDates names) {
        this.amounts = amounts;
        this.names = names;
    }

    /** {@code 8.7∶41.2∶50.1}; not a time of day. */
    Optional<List<Numeral>> ratio(Numeral first, String text) {
        List<Numeral> parts = new ArrayList<>();
        List<BigDecimal> terms = new ArrayList<>();
        int i = first.end();
        while (i < text.length() && (text.charAt(i) == '∶' || text.charAt(i) == ':' || text.charAt(i) == '︰')) {
            int next = Numerals.arabicEnd(text, i + 1);
            if (next == i + 1) {
                break;
            }
            parts.add(Numeral.of(first.paragraph(), text, i + 1, next, Kind.PART));
            terms.add(new BigDecimal(text.substring(i + 1, next).replace(",", "")));
            i = next;
        }
        Optional<BigDecimal> value = Numerals.value(first.text());
        if (terms.isEmpty() || value.isEmpty()) {
            return Optional.empty();
        }
        Mention mention = new Mention(first.start(), i, i, value.get(), null, terms, "∶", Comparator.EQ, false);
        parts.add(0, first.stating(mention));
        return Optional.of(parts);
    }

    /** {@code 4—5个}, {@code 4.5%-5%}, {@code 6到8亿元}, {@code 3万—5万人}. */
    Optional<List<Numeral>> range(Numeral first, String text) {
        int start = first.start();
        int end = first.end();
        int unitEnd = end + amounts.unitLength(text, end);
        int magnitudeEnd = Amounts.magnitudeEnd(text, end);
        for (int i : new TreeSet<>(List.of(end, unitEnd, magnitudeEnd))) {
            int joint = jointEnd(text, i);
            int next = joint > i ? Numerals.arabicEnd(text, joint) : joint;
            if (next == joint || names.kind(text, joint, next).isPresent()) {
                continue;
            }
            Optional<Mention> high = amounts.of(text, joint, next);
            Optional<BigDecimal> low = Numerals.value(first.text());
            String own = text.substring(end, i);
            boolean sameUnit = high.map(Mention::unit)
                    .filter(unit -> i == magnitudeEnd ? unit.startsWith(own) : unit.equals(own))
                    .isPresent();
            boolean unitless =
                    i <= magnitudeEnd && (text.charAt(i) == '到' || text.charAt(i) == '至') && from(text, start);
            if (high.isPresent()
                    && low.isPresent()
                    && sameUnit
                    && !unitless
                    && low.get().compareTo(high.get().value()) < 0) {
                Mention m = high.get();
                Mention mention = new Mention(
                        start, m.end(), m.behind(), low.get(), m.value(), List.of(), m.unit(), m.comparator(), false);
                Numeral second = Numeral.of(first.paragraph(), text, joint, next, Kind.PART);
                return Optional.of(List.of(first.stating(mention), second));
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
}
