/**
 * The database engine: connections, their settings, what columns hold. Entry point: {@link
 * tongcang.warehouse.database.Duck}.
 */
@NullMarked
package tongcang.warehouse.database;

import org.jspecify.annotations.NullMarked;
