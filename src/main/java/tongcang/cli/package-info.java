/**
 * The commands an operator types. Entry point: {@link tongcang.cli.Tongcang}.
 */
@NullMarked
package tongcang.cli;

import org.jspecify.annotations.NullMarked;
