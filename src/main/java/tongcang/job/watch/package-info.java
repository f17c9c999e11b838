/**
 * What a run tells of itself while it goes and afterwards: lock, log, meters, progress, record. Entry point: {@link
 * tongcang.job.watch.RunRecord}.
 */
@NullMarked
package tongcang.job.watch;

import org.jspecify.annotations.NullMarked;
