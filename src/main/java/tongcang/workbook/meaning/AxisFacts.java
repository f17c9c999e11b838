package tongcang.workbook.meaning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tongcang.Measure;
import tongcang.Period;
import tongcang.quantity.RelativeTime;
import tongcang.workbook.label.LabelWords;

/** What the heads of one column, or the labels of one row, say together of time and measure; the later goes first. */
final class AxisFacts {
    private @Nullable Period period;
    private String monthly = "";
    private RelativeTime relative = RelativeTime.NONE;
    private @Nullable Measure measure;
    private String base = "";
    private String frequency = "";

    void add(LabelWords said) {
        LabelWords head = base.equals(LabelWords.YEARS_BELOW) ? asBase(said) : said;
        period = head.period() == null ? period : head.period();
        monthly = head.monthly().isEmpty() ? monthly : head.monthly();
        relative = relative.with(head.relative());
        boolean unitAlone = head.measure() == Measure.SHARE && head.label().isEmpty();
        measure = head.measure() == null || measure != null && unitAlone ? measure : head.measure();
        base = head.base().isEmpty() ? base : head.base();
    }

    /** A year below 2021年为下列各年 is what the numbers are compared with, and not their time. */
    private LabelWords asBase(LabelWords head) {
        Period year = head.period();
        return year != null && year.kind() == Period.Kind.YEAR
                ? head.withBase(year.chinese() + (measure == Measure.INDEX ? "=100" : ""))
                : head;
    }

    /** What the label of a section says goes where the labels below it say nothing. */
    void addAbove(@Nullable Measure said) {
        measure = measure == null ? said : measure;
    }

    void frequency(String words) {
        frequency = words;
    }

    /** The axis with these facts; a change in percent is growth. */
    Axis axis(List<String> path, String unit, boolean ownUnitColumn, String region) {
        Measure said = measure == Measure.CHANGE && unit.equals("%") ? Measure.GROWTH_RATE : measure;
        return new Axis(path, unit, ownUnitColumn, period, monthly, relative, said, region, base, frequency);
    }
}
