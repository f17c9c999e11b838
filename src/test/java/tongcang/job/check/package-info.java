@NullMarked
package tongcang.job.check;

import org.jspecify.annotations.NullMarked;
