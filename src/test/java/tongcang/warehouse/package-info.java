@NullMarked
package tongcang.warehouse;

import org.jspecify.annotations.NullMarked;
