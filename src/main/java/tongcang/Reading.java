package tongcang;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What was read in one submission. Every number of the source is among the figures or the findings, or is no statistic.
 *
 * @param figures in the source's order
 * @param findings in the source's order
 * @param layouts of the sheets of a workbook that hold tables, in its order
 */
public record Reading(List<Figure> figures, List<Finding> findings, List<SheetLayout> layouts) {

    public Reading {
        figures = List.copyOf(figures);
        findings = List.copyOf(findings);
        layouts = List.copyOf(layouts);
    }

    /** Of a source without sheets. */
    public Reading(List<Figure> figures, List<Finding> findings) {
        this(figures, findings, List.of());
    }

    /** The same with more to be told. */
    public Reading with(List<Finding> more) {
        return more.isEmpty()
                ? this
                : new Reading(
                        figures, Stream.concat(findings.stream(), more.stream()).toList(), layouts);
    }

    /**
     * The same with at most so many findings of a kind; the others of that kind are one finding that says how many they
     * are. Nobody mends a file place by place when thousands have the same fault.
     *
     * @param most of one rule in this submission, at least 1
     * @param file the submission's file name
     */
    public Reading capped(int most, String file) {
        List<Finding> listed = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        Map<String, Finding> beyond = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (seen.merge(finding.rule(), 1, Integer::sum) <= most) {
                listed.add(finding);
            } else {
                beyond.merge(finding.rule(), finding, (first, next) -> first.standingFor(first.count() + next.count()));
            }
        }
        beyond.values().forEach(finding -> listed.add(finding.beyond(most, file)));
        return beyond.isEmpty() ? this : new Reading(figures, listed, layouts);
    }

    /** A submission that cannot be read at all. */
    public static Reading refused(Finding finding) {
        return new Reading(List.of(), List.of(finding));
    }
}
