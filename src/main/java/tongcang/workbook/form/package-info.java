/**
 * From declarations of forms to tables read by them. Entry point: {@link tongcang.workbook.form.Forms}.
 */
@NullMarked
package tongcang.workbook.form;

import org.jspecify.annotations.NullMarked;
