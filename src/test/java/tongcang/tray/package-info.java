/** Writes the demonstration tray {@code input/} from the forms in the test resources. */
@NullMarked
package tongcang.tray;

import org.jspecify.annotations.NullMarked;
