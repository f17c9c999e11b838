/**
 * From a CSV of {@code seeds/codelists} to its lines, or to what is wrong in it with file and line. Entry point: {@link
 * tongcang.coding.codelist.CodelistFile}.
 */
@NullMarked
package tongcang.coding.codelist;

import org.jspecify.annotations.NullMarked;
