/**
 * From a table to its figures: what column, row and the words around the table say of each, the nearer before the
 * farther. Entry point: {@link tongcang.workbook.meaning.TableReader}.
 */
@NullMarked
package tongcang.workbook.meaning;

import org.jspecify.annotations.NullMarked;
