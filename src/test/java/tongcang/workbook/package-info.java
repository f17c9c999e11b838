@NullMarked
package tongcang.workbook;

import org.jspecify.annotations.NullMarked;
