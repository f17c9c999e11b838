package tongcang;

import java.util.List;
import java.util.stream.Stream;

/**
 * What was read in one submission. Every number of the source is among the figures or the findings, or is no statistic.
 *
 * @param figures in the source's order
 * @param findings in the source's order
 */
public record Reading(List<Figure> figures, List<Finding> findings) {

    public Reading {
        figures = List.copyOf(figures);
        findings = List.copyOf(findings);
    }

    /** The same with more to be told. */
    public Reading with(List<Finding> more) {
        return more.isEmpty()
                ? this
                : new Reading(
                        figures, Stream.concat(findings.stream(), more.stream()).toList());
    }

    /** A submission that cannot be read at all. */
    public static Reading refused(Finding finding) {
        return new Reading(List.of(), List.of(finding));
    }
}
