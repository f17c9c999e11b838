/** Tests of the reading of work reports. */
@NullMarked
package tongcang.report;

import org.jspecify.annotations.NullMarked;
