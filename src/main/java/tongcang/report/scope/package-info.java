/** From title, dateline and headings to the year and place of a text. Entry point: {@link tongcang.report.scope.ReportScope}. */
@NullMarked
package tongcang.report.scope;

import org.jspecify.annotations.NullMarked;
