/**
 * From the sheets of a workbook to its figures. Entry point: {@link tongcang.workbook.WorkbookReader}.
 */
@NullMarked
package tongcang.workbook;

import org.jspecify.annotations.NullMarked;
