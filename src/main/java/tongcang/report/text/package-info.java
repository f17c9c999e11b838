/** From a text to its paragraphs, sentences and clauses, each character with its place. Entry point: {@link tongcang.report.text.ReportText}. */
@NullMarked
package tongcang.report.text;

import org.jspecify.annotations.NullMarked;
