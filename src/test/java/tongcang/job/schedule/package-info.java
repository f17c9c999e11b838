@NullMarked
package tongcang.job.schedule;

import org.jspecify.annotations.NullMarked;
