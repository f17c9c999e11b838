@NullMarked
package tongcang.relation;

import org.jspecify.annotations.NullMarked;
