package tongcang.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tongcang.ledger.chain.Reader;

/**
 * What a run adds to the ledger.
 *
 * @param submissions ids of those that it takes in
 * @param rereads ids of those that it has read again; this reading counts from now on
 * @param kept ids of those that it read again in vain, so that the reading before counts
 * @param reader who read them; null where that is not known
 */
public record RunContent(
        List<String> submissions,
        List<String> rereads,
        List<String> kept,
        @Nullable Reader reader) {
    public RunContent {
        submissions = List.copyOf(submissions);
        rereads = List.copyOf(rereads);
        kept = List.copyOf(kept);
    }

    /** Whether nothing was read. */
    public boolean isEmpty() {
        return submissions.isEmpty() && rereads.isEmpty() && kept.isEmpty();
    }
}
