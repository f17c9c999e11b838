@NullMarked
package tongcang.receipt;

import org.jspecify.annotations.NullMarked;
