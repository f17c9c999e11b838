package tongcang.job.definition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tongcang.Period;

/**
 * A form that a department owes again and again; it has arrived for a period when a workbook of the department states
 * the indicator for a period with the same last day.
 *
 * @param department name or alias of the codelist
 * @param form what a reminder calls it
 * @param indicator code of an indicator that stands in the form
 * @param every how often
 * @param days after the period's last day; the form is due on that day
 * @param since the first period owed is the one that this day lies in
 */
public record Deadline(String department, String form, String indicator, Rhythm every, int days, LocalDate since) {

    /** How often a form is owed. */
    public enum Rhythm {
        /** Every month. */
        MONTH(1),
        /** Every quarter. */
        QUARTER(3),
        /** Every half year. */
        HALF(6),
        /** Every year. */
        YEAR(12);

        private final int months;

        Rhythm(int months) {
            this.months = months;
        }

        /** The period of this length that a day lies in. */
        Period at(LocalDate day) {
            int nth = (day.getMonthValue() - 1) / months + 1;
            return switch (this) {
                case MONTH -> Period.month(day.getYear(), nth);
                case QUARTER -> Period.quarter(day.getYear(), nth);
                case HALF -> Period.half(day.getYear(), nth);
                case YEAR -> Period.year(day.getYear());
            };
        }
    }

    /** The periods whose form was due before a day, oldest first. */
    public List<Period> dueBefore(LocalDate day) {
        List<Period> due = new ArrayList<>();
        Period period = every.at(since);
        while (dueOn(period).isBefore(day)) {
            due.add(period);
            period = every.at(period.end().plusDays(1));
        }
        return due;
    }

    /** The last day on which a period's form is in time. */
    public LocalDate dueOn(Period period) {
        return period.end().plusDays(days);
    }
}
