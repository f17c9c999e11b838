/**
 * The order of the steps, from the input folders to the release. Spring lives here alone. Entry points: {@link
 * tongcang.job.JobFile}, {@link tongcang.job.NightlyRun}.
 */
@NullMarked
package tongcang.job;

import org.jspecify.annotations.NullMarked;
