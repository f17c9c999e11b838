/**
 * From a sheet to how it is understood as a whole: a layout, with its text form and its fingerprint, kept for sheets that are
 * arranged alike; from it to figures and to drafts of forms. Entry point: {@link tongcang.workbook.layout.SheetReading}.
 */
@NullMarked
package tongcang.workbook.layout;

import org.jspecify.annotations.NullMarked;
