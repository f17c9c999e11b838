package tongcang.workbook.layout;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tongcang.Comparator;
import tongcang.Figure;
import tongcang.Measure;

/** Finds the one part that is more than the whole it belongs to: a county's harvest above that of all counties. */
final class PartsAboveTotal {
    private static final Pattern WHOLE = Pattern.compile("全[国省市州盟县区旗]");

    /** Only amounts add up, and of amounts those that are counted in thousands and more: no wage, no price, no yield. */
    private static final Pattern AMOUNT = Pattern.compile("[千万亿]+(?:元|美元|吨|人|户|亩|公顷|千瓦时|立方米|平方米|头|只|辆|件|人次)");

    private static final Pattern MEAN = Pattern.compile("人均|平均|户均|亩均|单产|每|率|指数|密度|占|比重|其他|净|差额|结余");

    private PartsAboveTotal() {}

    /**
     * A part and the whole that it exceeds.
     *
     * @param part the only one that does
     */
    record Exceeding(Figure part, Figure whole) {}

    /** {@code column} are figures of one column that differ in place alone. Where several exceed the whole, it is none. */
    static Optional<Exceeding> of(List<Figure> column) {
        List<Figure> wholes = column.stream()
                .filter(f -> WHOLE.matcher(f.region()).matches() && isAmount(f))
                .toList();
        if (wholes.size() != 1) {
            return Optional.empty();
        }
        Figure whole = wholes.get(0);
        List<Figure> parts = column.stream()
                .filter(f -> !f.equals(whole) && !f.region().isEmpty())
                .toList();
        List<Figure> above = parts.stream()
                .filter(f -> f.quantity().value().compareTo(whole.quantity().value()) > 0)
                .toList();
        boolean allPositive = column.stream().allMatch(f -> f.quantity().value().signum() >= 0);
        return above.size() == 1 && parts.size() > 1 && allPositive
                ? Optional.of(new Exceeding(above.get(0), whole))
                : Optional.empty();
    }

    private static boolean isAmount(Figure figure) {
        return figure.measure() == Measure.LEVEL
                && figure.quantity().comparator() == Comparator.EQ
                && AMOUNT.matcher(figure.quantity().unit()).matches()
                && !MEAN.matcher(figure.label()).find();
    }
}
