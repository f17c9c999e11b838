package tongcang.ledger.chain;

import java.util.List;
import java.util.stream.Collectors;

/** A ledger is not what was written; nothing may be built from it. */
public final class DamagedLedgerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** A message for the operator, in Chinese. */
    public DamagedLedgerException(String message) {
        super(message);
    }

    /** Names all that is wrong. */
    public DamagedLedgerException(List<Damage> damages) {
        this(damages.stream().map(d -> d.file() + "：" + d.problem()).collect(Collectors.joining("；")));
    }
}
