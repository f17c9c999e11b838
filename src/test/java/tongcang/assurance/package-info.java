@NullMarked
package tongcang.assurance;

import org.jspecify.annotations.NullMarked;
