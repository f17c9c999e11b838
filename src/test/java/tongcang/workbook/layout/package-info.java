@NullMarked
package tongcang.workbook.layout;

import org.jspecify.annotations.NullMarked;
