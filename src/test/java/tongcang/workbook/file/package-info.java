@NullMarked
package tongcang.workbook.file;

import org.jspecify.annotations.NullMarked;
