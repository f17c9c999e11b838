/**
 * From how a sheet was understood to what a person reads of it: a coloured page, notes on each table. Entry points:
 * {@link tongcang.workbook.page.SheetPage}, {@link tongcang.workbook.page.TableNotes}.
 */
@NullMarked
package tongcang.workbook.page;

import org.jspecify.annotations.NullMarked;
