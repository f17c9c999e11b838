/**
 * The order of the steps, from the input folders to the release; Spring lives here alone. The way goes {@code definition}
 * (what is asked for) ▸ {@code watch} (what a run tells of itself) ▸ {@code check} (is all in order) ▸ here (the run) ▸ {@code
 * schedule} (when). Entry point: {@link tongcang.job.NightlyRun}.
 */
@NullMarked
package tongcang.job;

import org.jspecify.annotations.NullMarked;
