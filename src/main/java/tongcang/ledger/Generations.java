package tongcang.ledger;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tongcang.ledger.chain.Chain;
import tongcang.ledger.chain.Link;
import tongcang.ledger.chain.Reader;

/** Which run's reading of each submission counts, and who tried last to read it. Reads small text files, no Parquet. */
public final class Generations {
    private final Map<String, String> rereads = new HashMap<>();
    private final Map<String, Reader> readers = new HashMap<>();

    private Generations() {}

    /** Those of a ledger. */
    static Generations of(Path ledger, Chain chain) {
        Generations generations = new Generations();
        Set<String> linked = new HashSet<>();
        List<Link> links = chain.links().stream().map(Chain.Sealed::link).toList();
        links.forEach(link -> linked.add(link.run()));
        for (Path run :
                Chain.runs(ledger)) { // what lay there before there was a chain was read first, by nobody knows whom
            String name = run.getFileName().toString().substring("run=".length());
            if (!linked.contains(name)) {
                generations.add(run, name, null);
            }
        }
        links.forEach(link -> generations.add(ledger.resolve("run=" + link.run()), link.run(), link.reader()));
        return generations;
    }

    private void add(Path run, String name, @Nullable Reader reader) {
        List<String> again = Ledger.listed(run, Ledger.REREADS);
        again.forEach(id -> rereads.put(id, name));
        List<String> tried = new ArrayList<>(Ledger.submissions(run));
        tried.addAll(again);
        tried.addAll(Ledger.listed(run, Ledger.KEPT));
        for (String id : tried) {
            if (reader == null) {
                readers.remove(id);
            } else {
                readers.put(id, reader);
            }
        }
    }

    /** Who tried last to read a submission; empty where that is not known. */
    public Optional<Reader> reader(String submission) {
        return Optional.ofNullable(readers.get(submission));
    }

    /** What tells these submissions, in the readings that count, from any others: of each its id, with the run of a later reading. */
    public Set<String> marks(Set<String> submissions) {
        Set<String> marks = new TreeSet<>();
        for (String id : submissions) {
            marks.add(rereads.containsKey(id) ? mark(id, String.valueOf(rereads.get(id))) : id);
        }
        return marks;
    }

    /** The mark of a submission that a run has read again. */
    public static String mark(String submission, String run) {
        return submission + "@" + run;
    }
}
