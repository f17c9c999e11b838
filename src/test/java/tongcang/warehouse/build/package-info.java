@NullMarked
package tongcang.warehouse.build;

import org.jspecify.annotations.NullMarked;
