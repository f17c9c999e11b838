package tongcang.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import tongcang.Period;
import tongcang.job.definition.Deadline;
import tongcang.job.watch.Deferral;
import tongcang.warehouse.release.Arrivals;

/**
 * A form that a department owes (催报).
 *
 * @param deadline as the job has it
 * @param missing periods that are due and did not arrive, oldest first, never empty
 * @param since the first day on which the oldest of them was overdue
 * @param notTaken what the department sent since then that could not be used
 * @param isKnown whether the codelist has the department; else the deadline itself has to be mended
 */
public record Overdue(
        Deadline deadline, List<Period> missing, LocalDate since, List<String> notTaken, boolean isKnown) {

    public Overdue {
        missing = List.copyOf(missing);
        notTaken = List.copyOf(notTaken);
    }

    /**
     * What is overdue on a day: due before it, and not in the release.
     *
     * @param database DuckDB file of the release
     * @param deferred what is put off beside it
     */
    public static List<Overdue> on(LocalDate day, List<Deadline> deadlines, Path database, List<Deferral> deferred) {
        List<Overdue> overdue = new ArrayList<>();
        if (deadlines.isEmpty()) {
            return overdue;
        }
        try (Arrivals arrivals = new Arrivals(database)) {
            for (Deadline deadline : deadlines) {
                Set<LocalDate> arrived =
                        Set.copyOf(arrivals.periodEnds(deadline.department(), deadline.indicator(), day));
                List<Period> missing = deadline.dueBefore(day).stream()
                        .filter(period -> !arrived.contains(period.end()))
                        .toList();
                if (!missing.isEmpty()) {
                    overdue.add(of(deadline, missing, day, arrivals, deferred));
                }
            }
        }
        return overdue;
    }

    private static Overdue of(
            Deadline deadline, List<Period> missing, LocalDate day, Arrivals arrivals, List<Deferral> deferred) {
        Period oldest = missing.get(0);
        LocalDate since = oldest.end().plusDays(1);
        List<String> notTaken = new ArrayList<>(arrivals.notTaken(deadline.department(), since, day));
        deferred.stream()
                .filter(d -> !LocalDate.parse(d.received()).isBefore(since))
                .filter(d -> arrivals.isNamed(deadline.department(), d.department()))
                .forEach(d -> notTaken.add(d.path()));
        return new Overdue(
                deadline, missing, deadline.dueOn(oldest).plusDays(1), notTaken, arrivals.knows(deadline.department()));
    }
}
