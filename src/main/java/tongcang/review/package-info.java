/**
 * From what is held to a workbook to fill in, and from the filled workbook to approvals. Entry points: {@link
 * tongcang.review.ReviewSheet}, {@link tongcang.review.ReviewedSheet}.
 */
@NullMarked
package tongcang.review;

import org.jspecify.annotations.NullMarked;
