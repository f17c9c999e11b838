/**
 * From the ledger and the codes to a released DuckDB file and its Parquet twins; SQL lives here alone. The way goes {@code
 * database} (the engine) ▸ {@code parts} (what lies in the ledger) ▸ {@code build} (facts) ▸ {@code release} (what readers open).
 */
@NullMarked
package tongcang.warehouse;

import org.jspecify.annotations.NullMarked;
