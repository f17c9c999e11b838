/**
 * From the ledger and the codes to a released DuckDB file and its Parquet twins; SQL lives here alone. Entry points:
 * {@link tongcang.warehouse.WarehouseBuild}, {@link tongcang.warehouse.Releases}, {@link
 * tongcang.warehouse.ReleaseReader}.
 */
@NullMarked
package tongcang.warehouse;

import org.jspecify.annotations.NullMarked;
