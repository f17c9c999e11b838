package tongcang.workbook.layout;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tongcang.Figure;
import tongcang.relation.Claim;
import tongcang.relation.Kind;
import tongcang.relation.NumberGrid;
import tongcang.relation.Relation;
import tongcang.relation.Relations;

/**
 * What figures have to keep if they are what they were read as, wherever they stand: this year's level over last year's is the
 * growth.
 *
 * @param figures the result and its parts, in the order that the kind gives them
 * @param relation how their numbers keep it; its places are no cells
 */
record Tie(List<Figure> figures, Relation relation) {
    /** Bits that chance has to be beaten by: fewer than one of a thousand tables. */
    private static final int SURE = 10;

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /** Decimals in which quotients are reckoned. */
    private static final int DECIMALS = 6;

    Tie {
        figures = List.copyOf(figures);
    }

    /** Whether each of some results, with their parts behind them, is what the kind says; quotients are in percent. */
    static List<Tie> check(Kind kind, List<List<Figure>> ties) {
        NumberGrid.Builder numbers = new NumberGrid.Builder().decimals(DECIMALS);
        for (int row = 0; row < ties.size(); row++) {
            for (int column = 0; column < ties.get(row).size(); column++) {
                numbers.put(row, column, ties.get(row).get(column).quantity().value());
            }
        }
        List<Tie> checked = new ArrayList<>();
        for (Relation relation :
                Relations.check(numbers.build(), List.of(new Claim(true, kind, 0, 1, 2).inPercent()))) {
            checked.add(new Tie(ties.get(relation.result().row()), relation));
        }
        return checked;
    }

    boolean holds() {
        return relation.holds();
    }

    Figure result() {
        return figures.get(0);
    }

    /**
     * Whether ties hold that would not by chance in one of a thousand tables, and twice as many hold as do not. A number of two
     * decimals fits by chance about once in a thousand times, one of none once in fifty; alike ones count once.
     */
    static boolean areSure(List<Tie> ties) {
        Set<BigDecimal> different = new HashSet<>();
        int holds = 0;
        int bits = 0;
        for (Tie tie : ties) {
            BigDecimal value = tie.result().quantity().value();
            holds += tie.holds() ? 1 : 0;
            bits += tie.holds() && value.signum() != 0 && different.add(value) ? tie.bits() : 0;
        }
        return bits >= SURE && 3 * holds >= 2 * ties.size();
    }

    /** How unlikely it is that any number of its range fits, as a power of 2. */
    private int bits() {
        BigDecimal range = relation.kind() == Kind.SUM ? beyondTheGreatestPart() : HUNDRED;
        BigDecimal room = relation.tolerance()
                .multiply(BigDecimal.valueOf(2))
                .max(BigDecimal.ONE.movePointLeft(
                        Math.max(0, result().quantity().value().scale())));
        return Math.max(
                0, range.divide(room, MathContext.DECIMAL64).toBigInteger().bitLength() - 1);
    }

    /** What a total has beyond the greatest of its parts: one beside nothing is that one, and tells nothing. */
    private BigDecimal beyondTheGreatestPart() {
        BigDecimal greatest =
                figures.stream().skip(1).map(f -> f.quantity().value().abs()).reduce(BigDecimal.ZERO, BigDecimal::max);
        return result().quantity().value().abs().subtract(greatest).max(BigDecimal.ZERO);
    }
}
