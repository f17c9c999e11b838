package tongcang.ledger.chain;

import java.util.List;
import java.util.Objects;

/**
 * Who read a run's submissions. Equal readers read the same file alike, whatever else of the program is another.
 *
 * @param code of the part of the program that reads
 * @param rules hash of what it is told: forms, units, whether hidden cells count
 * @param passwords names of the variables that held the passwords it tried; never these themselves
 */
public record Reader(String code, String rules, List<String> passwords) {
    public Reader {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(rules, "rules");
        passwords = List.copyOf(passwords);
    }

    /** Whether another reads every file alike that needs no password. */
    public boolean isAlike(Reader other) {
        return code.equals(other.code) && rules.equals(other.rules);
    }
}
