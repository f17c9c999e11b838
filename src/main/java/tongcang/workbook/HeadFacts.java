package tongcang.workbook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tongcang.Measure;
import tongcang.Period;
import tongcang.quantity.RelativeTime;

/** What the heads of one column, or the labels of one row, say together of time and measure; the later goes first. */
final class HeadFacts {
    private @Nullable Period period;
    private String monthly = "";
    private RelativeTime relative = RelativeTime.NONE;
    private @Nullable Measure measure;
    private String base = "";
    private String frequency = "";

    void add(Head head) {
        period = head.period() == null ? period : head.period();
        monthly = head.monthly().isEmpty() ? monthly : head.monthly();
        relative = relative.with(head.relative());
        boolean unitAlone = head.measure() == Measure.SHARE && head.label().isEmpty();
        measure = head.measure() == null || measure != null && unitAlone ? measure : head.measure();
        base = head.base().isEmpty() ? base : head.base();
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
