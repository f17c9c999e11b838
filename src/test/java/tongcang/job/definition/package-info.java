@NullMarked
package tongcang.job.definition;

import org.jspecify.annotations.NullMarked;
