/**
 * From findings to the workbooks that tell departments what was taken, what was refused and why. Entry point:
 * {@link tongcang.receipt.ReceiptWriter}.
 */
@NullMarked
package tongcang.receipt;

import org.jspecify.annotations.NullMarked;
