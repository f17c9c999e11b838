package tongcang.report.numeral;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tongcang.Comparator;
import tongcang.quantity.Numerals;
import tongcang.report.numeral.Numeral.Kind;
import tongcang.report.text.Clauses;

/** What the numbers of a list have in common and only one of them says: the unit, the qualifier. */
final class SharedUnits {
    private SharedUnits() {}

    /** Gives each number of a list what another one says for all. */
    static void share(String text, List<Numeral> found) {
        shareUnits(text, found);
        shareComparators(text, found);
    }

    /** {@code 20.9、36.2、54个百分点}: numbers without a unit take that of the next one in their list. */
    private static void shareUnits(String text, List<Numeral> found) {
        @Nullable Mention next = null;
        for (int i = found.size() - 1; i >= 0; i--) {
            Numeral numeral = found.get(i);
            if (numeral.mention() != null && next != null && isShortOf(text, numeral.mention(), next)) {
                next = numeral.mention().with(next.unit());
                found.set(i, numeral.stating(next));
                continue;
            }
            if (numeral.kind() == Kind.BARE && next != null && isListJoint(text, numeral.end(), next.start())) {
                Optional<BigDecimal> value = Numerals.value(numeral.text());
                if (value.isPresent()) {
                    boolean minus = Amounts.isMinus(text, numeral.start() - 1);
                    next = new Mention(
                            minus ? numeral.start() - 1 : numeral.start(),
                            numeral.end(),
                            numeral.end(),
                            minus ? value.get().negate() : value.get(),
                            null,
                            List.of(),
                            next.unit(),
                            Comparator.EQ,
                            next.rank());
                    found.set(i, numeral.stating(next));
                    continue;
                }
            }
            next = numeral.mention();
        }
    }

    /** {@code 9.9个、3.1个百分点}, {@code 350万、230万人次}: the unit of the first stands shortened. */
    private static boolean isShortOf(String text, Mention first, Mention second) {
        boolean shortened = first.unit().equals("个") && second.unit().endsWith("分点")
                || Numerals.isBareMagnitude(first.unit())
                        && second.unit().startsWith(first.unit())
                        && !second.unit().equals(first.unit());
        return shortened && isListJoint(text, first.end(), second.start());
    }

    /** {@code 90%和98%以上}, {@code 先后跨越2500亿元、3000亿元}: a list has one qualifier, before it or behind it. */
    private static void shareComparators(String text, List<Numeral> found) {
        for (int i = 1; i < found.size(); i++) {
            shareComparator(text, found, i - 1, i, false);
        }
        for (int i = found.size() - 2; i >= 0; i--) {
            shareComparator(text, found, i + 1, i, true);
        }
    }

    private static void shareComparator(String text, List<Numeral> found, int from, int to, boolean behind) {
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
            found.set(to, found.get(to).stating(taker.with(giver.comparator())));
        }
    }

    private static boolean isListJoint(String text, int from, int to) {
        return Clauses.isListJoint(text.substring(from, Math.max(from, to)));
    }
}
