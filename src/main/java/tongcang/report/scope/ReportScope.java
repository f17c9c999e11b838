package tongcang.report.scope;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tongcang.Origin;
import tongcang.Period;

/**
 * What a text says of itself: the year it plans for, and the place it is about.
 *
 * @param year the year of the report, which its targets are for; it reviews the one before; 0 where the text does not
 *     tell. A text that only reviews has the year behind the one under review
 * @param early whether it was delivered before that year began, so that its 今年 is the year under review and its 明年
 *     the year it plans for
 * @param plans whether it may plan at all: a communiqué states results alone
 * @param reviewed the part of a year that it reviews, such as 2023年上半年; null where it reviews the year before
 * @param place official short name of the place, such as 许昌市; empty where the text does not tell
 * @param placed where the place is named: in the title or the first lines, by the operator, else by what the text says most
 */
public record ReportScope(
        int year, boolean early, boolean plans, @Nullable Period reviewed, String place, Origin placed) {

    /** Reads title, dateline, headings and text. */
    public static ReportScope of(List<String> lines) {
        List<String> head = lines.subList(0, Math.min(30, lines.size()));
        Optional<ReportTitle> title = ReportTitle.of(head);
        int year = title.map(ReportTitle::year).orElseGet(() -> ReportYear.of(head, lines));
        String words = title.map(ReportTitle::words).orElse("");
        String titled = ReportPlace.titled(words, head);
        String place = titled.isEmpty() ? ReportPlace.fromText(lines) : titled;
        return new ReportScope(
                year,
                title.filter(t -> !t.plans()).isPresent() || ReportYear.isEarly(head, year),
                title.map(t -> t.genre() != ReportTitle.Genre.COMMUNIQUE).orElse(true),
                ReportYear.part(head),
                place,
                place.isEmpty() ? Origin.NONE : titled.isEmpty() ? Origin.DEFAULT : Origin.TITLE);
    }

    /** The same, with what the operator knows instead of what the text says. */
    public ReportScope with(@Nullable Integer knownYear, @Nullable String knownPlace) {
        return new ReportScope(
                knownYear == null ? year : knownYear,
                early,
                plans,
                reviewed,
                knownPlace == null ? place : knownPlace,
                knownPlace == null ? placed : Origin.JOB);
    }
}
