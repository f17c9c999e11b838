package tongcang.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tongcang.ledger.chain.Chain;
import tongcang.ledger.chain.ChainCheck;
import tongcang.ledger.chain.Damage;
import tongcang.ledger.chain.DamagedLedgerException;
import tongcang.ledger.chain.Link;
import tongcang.ledger.chain.SeenFiles;
import tongcang.support.Sha256;

/**
 * A copy of a ledger elsewhere: the same files under the same names, brought up to date and copied back by the chain, and
 * the sources of its submissions beside them.
 */
public final class Backup {
    private final Path ledger;
    private final Path copy;
    private final Sources kept;

    /**
     * What was copied back.
     *
     * @param restored files, relative to the ledger
     * @param aside files and folders that were moved away
     * @param damages what is still wrong
     */
    public record Restored(List<String> restored, List<String> aside, List<Damage> damages) {
        public Restored {
            restored = List.copyOf(restored);
            aside = List.copyOf(aside);
            damages = List.copyOf(damages);
        }
    }

    /** The copy of a ledger that lies, or is to lie, in a folder. */
    public Backup(Ledger ledger, Path copy) {
        this.ledger = ledger.folder();
        this.copy = copy;
        this.kept = new Sources(copy.resolve(Sources.FOLDER));
    }

    /**
     * Brings the copy of the sources up to date, when that of the ledger is.
     *
     * @param wanted hashes of what the ledger's submissions were; others are deleted from the copy
     * @return how many files were copied
     */
    public int write(Sources sources, Set<String> wanted) throws IOException {
        return sources.copyTo(kept, wanted);
    }

    /**
     * Copies back sources that are missing or damaged.
     *
     * @param wanted as for {@link #write(Sources, Set)}
     * @return the hashes of those that were copied
     */
    public Set<String> restore(Sources sources, Set<String> wanted) throws IOException {
        return sources.restore(kept, wanted);
    }

    /**
     * Copies what the copy lacks. The ledger must be sound.
     *
     * @return how many files were copied
     * @throws DamagedLedgerException if the copy knows of more than the ledger, or of another one
     */
    public int write() throws IOException {
        Chain chain = Chain.read(ledger);
        for (Chain.Sealed each : Chain.read(copy).links()) {
            if (!chain.knows(each.hash())) {
                throw new DamagedLedgerException(
                        copy + " 中的 " + each.link().index() + " 不在台账的链上：这是另一个台账的备份，或台账被截去；没有复制任何文件。请先核对，或换一个空目录");
            }
        }
        int copied = 0;
        for (Chain.Stated each : chain.files().values()) {
            copied += isCopied(ledger, copy, each.part()) ? 1 : 0;
        }
        for (Chain.Sealed each : chain.links()) { // last: a copy that was broken off has no link without its files
            String index = each.link().index();
            copied += isCopied(ledger, copy, part(index, each.hash())) ? 1 : 0;
        }
        return copied;
    }

    private static Link.Part part(String file, String hash) {
        return new Link.Part(file, 0, 0, hash);
    }

    /** Copies a file unless the same is there. */
    private static boolean isCopied(Path from, Path to, Link.Part part) throws IOException {
        Path target = to.resolve(part.file());
        if (isSame(target, part)) {
            return false;
        }
        Files.createDirectories(target.getParent());
        Path unfinished = target.resolveSibling("." + target.getFileName() + ".tmp");
        Files.copy(from.resolve(part.file()), unfinished, StandardCopyOption.REPLACE_EXISTING);
        if (!Sha256.of(unfinished).equals(part.sha256())) {
            Files.delete(unfinished);
            throw new DamagedLedgerException(from.resolve(part.file()) + "：内容与链不符，没有复制");
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return true;
    }

    private static boolean isSame(Path file, Link.Part part) throws IOException {
        return Files.isRegularFile(file) && Sha256.of(file).equals(part.sha256());
    }

    /**
     * Copies back what the ledger lacks or has otherwise. What was taken in after the copy stays where it is sound; what is
     * of neither is moved away.
     *
     * @param away folder for what is moved away
     * @throws DamagedLedgerException if the copy itself is damaged or is that of another ledger; nothing is changed then
     */
    public Restored restore(Path away) throws IOException {
        Chain kept = Chain.read(copy);
        requireSound(kept);
        requireOwn(kept);
        List<String> restored = new ArrayList<>();
        List<String> aside = new ArrayList<>(strangers(kept, away));
        for (Chain.Sealed each : kept.links()) {
            String index = each.link().index();
            if (isCopied(copy, ledger, part(index, each.hash()))) {
                restored.add(index);
            }
        }
        Map<String, Chain.Stated> wanted = Chain.read(ledger).files();
        for (Damage damage : check(ledger).damages()) {
            Chain.@Nullable Stated stated = wanted.get(damage.file());
            if (stated != null && isSame(copy.resolve(damage.file()), stated.part())) {
                moveAway(damage.file(), away).ifPresent(aside::add);
                isCopied(copy, ledger, stated.part());
                restored.add(damage.file());
            } else if (damage.link() == 0) {
                moveAway(damage.file(), away).ifPresent(aside::add);
            }
        }
        return new Restored(restored, aside, check(ledger).damages());
    }

    private static ChainCheck.Result check(Path folder) {
        return new ChainCheck(folder, Chain.read(folder)).check(SeenFiles.NONE);
    }

    private void requireSound(Chain kept) {
        List<Damage> damages = new ArrayList<>(check(copy).damages());
        if (kept.links().isEmpty()) {
            damages.add(new Damage(copy.toString(), 0, "其中没有台账；应是 ledger backup 写成的目录"));
        }
        if (!damages.isEmpty()) {
            throw new DamagedLedgerException(damages);
        }
    }

    /** Of two sound ledgers one must go on from the other. */
    private void requireOwn(Chain kept) {
        Chain own = Chain.read(ledger);
        boolean sound = check(ledger).damages().isEmpty();
        boolean related = own.head().isEmpty()
                || kept.knows(own.head().get().hash())
                || own.knows(kept.head().orElseThrow().hash());
        if (sound && !related) {
            throw new DamagedLedgerException(copy + "：是另一个台账的备份；没有改动任何文件");
        }
    }

    /** Moves away links that stand where the copy has others, the index alone where the run is the same. */
    private List<String> strangers(Chain kept, Path away) throws IOException {
        int last = kept.head().orElseThrow().link().number();
        Set<String> hashes = kept.links().stream().map(Chain.Sealed::hash).collect(Collectors.toSet());
        Set<String> runs = kept.links().stream().map(s -> s.link().run()).collect(Collectors.toSet());
        Set<String> readable = new HashSet<>();
        List<String> aside = new ArrayList<>();
        for (Chain.Sealed each : Chain.read(ledger).links()) {
            readable.add(each.link().run());
            if (each.link().number() <= last && !hashes.contains(each.hash())) {
                boolean own = runs.contains(each.link().run());
                moveAway(own ? each.link().index() : "run=" + each.link().run(), away)
                        .ifPresent(aside::add);
            }
        }
        for (String run : runs) {
            if (!readable.contains(run)) {
                moveAway("run=" + run + "/" + Link.INDEX, away).ifPresent(aside::add);
            }
        }
        return aside;
    }

    private Optional<String> moveAway(String file, Path away) throws IOException {
        return moveAway(ledger, file, away) ? Optional.of(file) : Optional.empty();
    }

    /** Moves a file or folder of a ledger to the same name elsewhere, if it is there. */
    static boolean moveAway(Path ledger, String file, Path away) throws IOException {
        Path from = ledger.resolve(file);
        if (!Files.exists(from)) {
            return false;
        }
        Path to = away.resolve(file);
        Files.createDirectories(to.getParent());
        Files.move(from, to);
        return true;
    }
}
