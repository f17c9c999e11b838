/**
 * From {@code jobs/NAME.yml} and the seeds to what a run is asked to do. Entry points: {@link
 * tongcang.job.definition.JobFile}, {@link tongcang.job.definition.Seeds}.
 */
@NullMarked
package tongcang.job.definition;

import org.jspecify.annotations.NullMarked;
