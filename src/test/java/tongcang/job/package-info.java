@NullMarked
package tongcang.job;

import org.jspecify.annotations.NullMarked;
