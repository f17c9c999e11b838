/**
 * From a sheet to its tables: rows and columns of figures, the boxhead above, the stub beside, titles and notes.
 * Entry point: {@link tongcang.workbook.table.TableFinder}.
 */
@NullMarked
package tongcang.workbook.table;

import org.jspecify.annotations.NullMarked;
