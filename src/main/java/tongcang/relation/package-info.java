/**
 * From a grid of numbers to the arithmetic that holds between its cells: sums, differences, averages, ratios, growth and
 * running totals. It knows no words; what a column claims to be is handed in. Entry point: {@link tongcang.relation.Relations}.
 */
@NullMarked
package tongcang.relation;

import org.jspecify.annotations.NullMarked;
