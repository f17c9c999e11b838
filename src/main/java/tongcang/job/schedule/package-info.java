/**
 * From the cron lines of the jobs to their runs, one after another, seen from outside by an endpoint. Entry points: {@link
 * tongcang.job.schedule.Schedule}, {@link tongcang.job.schedule.Scheduler}.
 */
@NullMarked
package tongcang.job.schedule;

import org.jspecify.annotations.NullMarked;
