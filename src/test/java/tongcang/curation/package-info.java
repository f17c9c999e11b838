@NullMarked
package tongcang.curation;

import org.jspecify.annotations.NullMarked;
