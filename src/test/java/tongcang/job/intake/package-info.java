@NullMarked
package tongcang.job.intake;

import org.jspecify.annotations.NullMarked;
