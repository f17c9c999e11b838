package tongcang.ledger.chain;

import java.util.Objects;

/**
 * What is wrong with one file of a ledger.
 *
 * @param file relative to the ledger's folder
 * @param link number of the link that tells of the file; 0 where none does
 * @param problem what was found and what would be right, in Chinese
 */
public record Damage(String file, int link, String problem) {

    public Damage {
        Objects.requireNonNull(file, "file");
        Objects.requireNonNull(problem, "problem");
    }
}
