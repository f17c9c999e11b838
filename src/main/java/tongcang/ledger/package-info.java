/**
 * From figures to the append-only Parquet files that hold what sources said, and back from any Parquet file to rows.
 * Entry points: {@link tongcang.ledger.Ledger}, {@link tongcang.ledger.ParquetFile}.
 */
@NullMarked
package tongcang.ledger;

import org.jspecify.annotations.NullMarked;
