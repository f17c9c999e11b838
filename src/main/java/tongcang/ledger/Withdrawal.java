package tongcang.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import tongcang.ledger.chain.Chain;
import tongcang.ledger.chain.Link;
import tongcang.support.Sha256;

/**
 * Takes the figures of a submission out of the parts that hold them. A link tells of it: the parts without them are laid
 * down beside it, and put in the place of the older ones once it is in the chain.
 */
public final class Withdrawal {

    /** Writes a part again without the rows of a submission. */
    public interface Rewriter {
        /** Returns how many rows were left out; where there are none, nothing is written. */
        long without(String submission, Path part, Path target) throws IOException;
    }

    private final Ledger ledger;

    /** Prepares withdrawals. */
    public Withdrawal(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * Withdraws a submission. Its id stays known, so that the same file is not taken in again.
     *
     * @return the parts that held it
     */
    public List<String> withdraw(String submission, String reason, LocalDate day, Rewriter rewriter)
            throws IOException {
        Path work = ledger.folder().resolve(".withdrawal");
        clear(work);
        List<Link.Part> parts = new ArrayList<>();
        for (String file : ledger.chain().files().keySet()) {
            Path target = work.resolve(staged(file));
            if (file.endsWith(".parquet")
                    && rewriter.without(submission, ledger.folder().resolve(file), target) > 0) {
                parts.add(new Link.Part(file, ParquetFile.rows(target), Files.size(target), Sha256.of(target)));
            }
        }
        Link link = ledger.chain().next("", Link.Kind.WITHDRAWAL, day, reason);
        ledger.seal(work, link.withdrawing(List.of(submission)).with(parts).named());
        settle();
        return parts.stream().map(Link.Part::file).toList();
    }

    /** What a killed withdrawal laid down is of no link. */
    private static void clear(Path work) throws IOException {
        Files.createDirectories(work);
        try (Stream<Path> left = Files.list(work)) {
            for (Path file : left.toList()) {
                Files.delete(file);
            }
        }
    }

    /** Puts what a withdrawal laid down in its place, also where a kill came between. */
    public void settle() throws IOException {
        for (Chain.Sealed each : ledger.chain().links()) {
            for (Link.Part part : each.link().parts()) {
                Path staged =
                        ledger.folder().resolve("run=" + each.link().run()).resolve(staged(part.file()));
                if (each.link().kind() == Link.Kind.WITHDRAWAL && Files.exists(staged)) {
                    Files.move(
                            staged,
                            ledger.folder().resolve(part.file()),
                            StandardCopyOption.ATOMIC_MOVE,
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    private static String staged(String file) {
        return file.replace('/', '~');
    }
}
