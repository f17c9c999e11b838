package tongcang.workbook;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tongcang.Measure;
import tongcang.Period;

/** What the heads of one column, or the labels of one row, say together of time and measure; the later goes first. */
final class HeadFacts {
    private @Nullable Period period;
    private String monthly = "";
    private Head.Relative relative = Head.Relative.NONE;
    private @Nullable Measure measure;
    private String indexBase = "";

    void add(Head head) {
        period = head.period() == null ? period : head.period();
        monthly = head.monthly().isEmpty() ? monthly : head.monthly();
        relative = head.relative() == Head.Relative.NONE ? relative : head.relative();
        measure = head.measure() == null ? measure : head.measure();
        indexBase = head.indexBase().isEmpty() ? indexBase : head.indexBase();
    }

    /** The axis with these facts. */
    Axis axis(List<String> path, String unit, boolean ownUnitColumn, String region) {
        return new Axis(path, unit, ownUnitColumn, period, monthly, relative, measure, region, indexBase);
    }
}
