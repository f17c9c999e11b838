/**
 * From the parts of a ledger, without a build, to what is asked of them: which submissions and layouts it holds, and what a new
 * reading changes. Entry points: {@link tongcang.warehouse.parts.LedgerSubmissions}, {@link
 * tongcang.warehouse.parts.KnownLayouts}, {@link tongcang.warehouse.parts.RereadChanges}.
 */
@NullMarked
package tongcang.warehouse.parts;

import org.jspecify.annotations.NullMarked;
