/**
 * Small tools that every room may use and that say nothing of statistics: waiting, time limits, limits of files, printing.
 */
@NullMarked
package tongcang.support;

import org.jspecify.annotations.NullMarked;
