/**
 * From the names of places to their codes: the nation's list by GB/T 2260, the bureau's own places, groups and countries,
 * and what a name means beside the others of its sheet. Entry points: {@link tongcang.coding.region.RegionList}, {@link
 * tongcang.coding.region.RegionCoder}.
 */
@NullMarked
package tongcang.coding.region;

import org.jspecify.annotations.NullMarked;
