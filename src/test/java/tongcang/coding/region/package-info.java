@NullMarked
package tongcang.coding.region;

import org.jspecify.annotations.NullMarked;
