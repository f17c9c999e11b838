/**
 * From a table to what it means: a layout, which says what each column, each row and the words around say; and from a
 * layout to figures, by a loop over the cells. Entry points: {@link tongcang.workbook.meaning.TableLayout},
 * {@link tongcang.workbook.meaning.TableReader}.
 */
@NullMarked
package tongcang.workbook.meaning;

import org.jspecify.annotations.NullMarked;
