/** From the numbers of a clause to figures: measure, label, place and time of each. Entry point: {@link tongcang.report.meaning.FigureReader}. */
@NullMarked
package tongcang.report.meaning;

import org.jspecify.annotations.NullMarked;
