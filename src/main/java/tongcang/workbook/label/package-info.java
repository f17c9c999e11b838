/**
 * From the words of a head, a row label, a title or a caption to what they say: label, unit, time, measure, place.
 * Entry point: {@link tongcang.workbook.label.LabelReader}.
 */
@NullMarked
package tongcang.workbook.label;

import org.jspecify.annotations.NullMarked;
