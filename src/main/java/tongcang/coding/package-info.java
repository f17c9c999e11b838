/**
 * From the labels, units, regions and periods that sources use to the codes of the codelists. Entry point: {@link
 * tongcang.coding.Codelists}.
 */
@NullMarked
package tongcang.coding;

import org.jspecify.annotations.NullMarked;
