/** From a file of any form to its text. Entry point: {@link tongcang.report.document.Documents}; each form has one class. */
@NullMarked
package tongcang.report.document;

import org.jspecify.annotations.NullMarked;
