/**
 * From what waits for a person to a workbook to fill in, and from the filled workbook to decisions: what has no code
 * ({@link tongcang.curation.QuestionSheet}, {@link tongcang.curation.FilledSheet}), and readings that are held ({@link
 * tongcang.curation.ReviewSheet}, {@link tongcang.curation.ReviewedSheet}), which share one form.
 */
@NullMarked
package tongcang.curation;

import org.jspecify.annotations.NullMarked;
