/** From the words around a number to what is measured, as a table's row would say it. Entry point: {@link tongcang.report.label.Labels}. */
@NullMarked
package tongcang.report.label;

import org.jspecify.annotations.NullMarked;
