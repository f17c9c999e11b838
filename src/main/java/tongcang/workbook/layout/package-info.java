/**
 * From a sheet to how it was understood as a whole: its tables, each with what holds for all of it, and their figures;
 * and to drafts of forms. Entry point: {@link tongcang.workbook.layout.SheetReading}.
 */
@NullMarked
package tongcang.workbook.layout;

import org.jspecify.annotations.NullMarked;
