/** From a paragraph to its numerals: the numbers with their units, and why others are none. Entry point: {@link tongcang.report.numeral.NumeralScanner}. */
@NullMarked
package tongcang.report.numeral;

import org.jspecify.annotations.NullMarked;
