/** From headings, sentences and clauses to period and status of each number. Entry point: {@link tongcang.report.time.FigureTimes}. */
@NullMarked
package tongcang.report.time;

import org.jspecify.annotations.NullMarked;
