@NullMarked
package tongcang.cli;

import org.jspecify.annotations.NullMarked;
