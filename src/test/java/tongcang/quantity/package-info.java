@NullMarked
package tongcang.quantity;

import org.jspecify.annotations.NullMarked;
