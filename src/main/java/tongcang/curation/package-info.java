/**
 * From labels that found no code to a workbook that a statistician fills in, and from the filled workbook to decisions.
 * Entry points: {@link tongcang.curation.QuestionSheet}, {@link tongcang.curation.FilledSheet}.
 */
@NullMarked
package tongcang.curation;

import org.jspecify.annotations.NullMarked;
