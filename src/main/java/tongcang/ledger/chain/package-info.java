/**
 * From the files of a ledger to what is wrong with them: each run's index holds the hashes of its files and of the index
 * before it. Entry points: {@link tongcang.ledger.chain.Chain}, {@link tongcang.ledger.chain.ChainCheck}.
 */
@NullMarked
package tongcang.ledger.chain;

import org.jspecify.annotations.NullMarked;
