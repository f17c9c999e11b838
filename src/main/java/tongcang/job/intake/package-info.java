/**
 * From what lies in the input folders to the list of submissions: each file one, whatever its name. Entry point: {@link
 * tongcang.job.intake.Intake}.
 */
@NullMarked
package tongcang.job.intake;

import org.jspecify.annotations.NullMarked;
