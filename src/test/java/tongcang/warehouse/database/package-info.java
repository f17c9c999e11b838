@NullMarked
package tongcang.warehouse.database;

import org.jspecify.annotations.NullMarked;
