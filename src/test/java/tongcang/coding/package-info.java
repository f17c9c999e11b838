@NullMarked
package tongcang.coding;

import org.jspecify.annotations.NullMarked;
