/**
 * From a file, whatever its name says it is, to its sheets; the only room that knows the formats and their
 * libraries. Entry point: {@link tongcang.workbook.file.WorkbookFile}.
 */
@NullMarked
package tongcang.workbook.file;

import org.jspecify.annotations.NullMarked;
