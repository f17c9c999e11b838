/**
 * From the text of a work report to its figures. Entry point: {@link tongcang.report.ReportReader}.
 */
@NullMarked
package tongcang.report;

import org.jspecify.annotations.NullMarked;
