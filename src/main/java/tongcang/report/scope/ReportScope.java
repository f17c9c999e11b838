package tongcang.report.scope;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tongcang.Period;

/**
 * What a report says of itself: the year it plans for, and the place it is about.
 *
 * @param year the year of the report, which its targets are for; it reviews the one before; 0 where the text does not
 *     tell
 * @param early whether it was delivered before that year began, so that its 今年 is the year under review and its 明年
 *     the year it plans for
 * @param reviewed the part of a year that it reviews, such as 2023年上半年; null where it reviews the year before
 * @param place official short name of the place, such as 许昌市; empty where the text does not tell
 */
public record ReportScope(int year, boolean early, @Nullable Period reviewed, String place) {

    /** Reads title, dateline, headings and text. */
    public static ReportScope of(List<String> lines) {
        List<String> head = lines.subList(0, Math.min(30, lines.size()));
        int year = ReportYear.of(head, lines);
        return new ReportScope(
                year, ReportYear.isEarly(head, year), ReportYear.part(head), ReportPlace.of(head, lines));
    }

    /** The same, with what the operator knows instead of what the text says. */
    public ReportScope with(@Nullable Integer knownYear, @Nullable String knownPlace) {
        return new ReportScope(
                knownYear == null ? year : knownYear, early, reviewed, knownPlace == null ? place : knownPlace);
    }
}
