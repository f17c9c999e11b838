/**
 * From the ledger and the codes to facts, views and audit findings in one DuckDB file. Entry point: {@link
 * tongcang.warehouse.build.WarehouseBuild}.
 */
@NullMarked
package tongcang.warehouse.build;

import org.jspecify.annotations.NullMarked;
