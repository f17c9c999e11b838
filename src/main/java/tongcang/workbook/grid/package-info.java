/**
 * From the cells that a file stores to a sheet that can be asked by row and column: texts in one spelling, exact
 * numbers, days, merged areas, what is hidden. Entry point: {@link tongcang.workbook.grid.Grid}.
 */
@NullMarked
package tongcang.workbook.grid;

import org.jspecify.annotations.NullMarked;
