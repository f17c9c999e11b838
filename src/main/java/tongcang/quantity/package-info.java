/**
 * The one grammar of numbers, units, comparators and periods: the floor under both readers and under coding.
 */
@NullMarked
package tongcang.quantity;

import org.jspecify.annotations.NullMarked;
