/**
 * From a project's files and its machine to what is wrong with them, before a night. Entry point: {@link
 * tongcang.job.check.Doctor}.
 */
@NullMarked
package tongcang.job.check;

import org.jspecify.annotations.NullMarked;
