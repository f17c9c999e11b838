@NullMarked
package tongcang.ledger;

import org.jspecify.annotations.NullMarked;
