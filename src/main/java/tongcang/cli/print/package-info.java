/**
 * From figures, relations, findings and what a run has done to lines and tables of a terminal, CSV and JSON; and the
 * progress of a run. Entry points: {@link tongcang.cli.print.RowFormat}, {@link tongcang.cli.print.TextTable},
 * {@link tongcang.cli.print.RunSummary}.
 */
@NullMarked
package tongcang.cli.print;

import org.jspecify.annotations.NullMarked;
