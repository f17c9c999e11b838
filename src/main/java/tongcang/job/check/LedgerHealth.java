package tongcang.job.check;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tongcang.InvalidFileException;
import tongcang.ledger.Ledger;
import tongcang.ledger.Withdrawal;
import tongcang.ledger.chain.Chain;
import tongcang.ledger.chain.ChainCheck;
import tongcang.ledger.chain.Damage;
import tongcang.ledger.chain.DamagedLedgerException;
import tongcang.ledger.chain.Link;
import tongcang.ledger.chain.SeenFiles;
import tongcang.warehouse.release.Contents;
import tongcang.warehouse.release.Manifest;
import tongcang.warehouse.release.Releases;

/** Whether a warehouse's ledger is what its runs wrote, and the one that its releases were made of. */
public final class LedgerHealth {
    /** All files are hashed at least so often. */
    private static final Duration OFTEN = Duration.ofDays(7);

    /** Problems that are told in full. */
    private static final int TOLD = 5;

    private static final Comparator<Manifest> NEWEST = Comparator.comparing(m -> Instant.parse(m.created()));

    private final Ledger ledger;
    private final Path seenFile;
    private final Releases releases;

    /** The ledger of a warehouse. */
    public LedgerHealth(Path warehouse) {
        this.ledger = new Ledger(warehouse.resolve("ledger"));
        this.seenFile = warehouse.resolve("state").resolve("ledger-seen.txt");
        this.releases = new Releases(warehouse);
    }

    /**
     * For a run that begins: a ledger without a chain enters it, one that is damaged stops the run. What nobody touched
     * since the last check is hashed once in seven days.
     *
     * @param day of the run
     * @throws DamagedLedgerException if anything is altered, missing, cut off or inserted
     */
    public void require(LocalDate day) throws IOException {
        if (isBeforeChain()) {
            ledger.enter(day);
        }
        new Withdrawal(ledger).settle();
        SeenFiles seen = SeenFiles.read(seenFile);
        require(seen.full().plus(OFTEN).isBefore(Instant.now()) ? SeenFiles.NONE : seen);
    }

    /**
     * For a build that reads all of it: every file is hashed.
     *
     * @throws DamagedLedgerException if anything is altered, missing, cut off or inserted
     */
    public void requireAll() throws IOException {
        require(SeenFiles.NONE);
    }

    private void require(SeenFiles seen) throws IOException {
        Chain chain = ledger.chain();
        ChainCheck.Result result = new ChainCheck(ledger.folder(), chain).check(seen);
        List<String> problems = told(chain, result.damages());
        if (!problems.isEmpty()) {
            String more = problems.size() > TOLD ? "；等 " + problems.size() + " 处" : "";
            throw new DamagedLedgerException(
                    "台账与链不符，没有发布任何内容：" + problems.stream().limit(TOLD).collect(Collectors.joining("；")) + more
                            + "。从备份恢复：./tongcang ledger restore 备份目录；没有备份见 docs/operations.md");
        }
        result.seen().write(seenFile);
    }

    /**
     * What is wrong with it, one line each, in Chinese; changes nothing.
     *
     * @param deep whether also what nobody touched since the last check is hashed
     */
    public List<String> problems(boolean deep) {
        if (isBeforeChain()) {
            return List.of();
        }
        Chain chain = ledger.chain();
        SeenFiles seen = deep ? SeenFiles.NONE : SeenFiles.read(seenFile);
        return told(chain, new ChainCheck(ledger.folder(), chain).check(seen).damages());
    }

    /**
     * A release is never smaller than the one before it, unless a submission was withdrawn or a loss admitted since. It may
     * have fewer figures where submissions were read again since, which is told.
     *
     * @param now what it would hold
     * @param admission the operator's reason why it may; it is written down in the chain. Empty: none was given
     * @throws ShrinkingReleaseException where it would be smaller and is not admitted
     */
    public void requireGrown(Contents now, String admission, LocalDate day) throws IOException {
        Optional<Manifest> before = manifests().stream().max(NEWEST);
        if (before.isEmpty()) {
            return;
        }
        Set<Link.Kind> since = since(before.get().ledger());
        boolean fewerFigures = now.figures() < before.get().figures() && !since.contains(Link.Kind.REREAD);
        if (now.submissions() >= before.get().submissions() && !fewerFigures
                || since.contains(Link.Kind.WITHDRAWAL)
                || since.contains(Link.Kind.ADMISSION)) {
            return;
        }
        if (admission.isEmpty()) {
            throw new ShrinkingReleaseException(before.get(), now);
        }
        ledger.admit(admission, List.of(), List.of(), day);
    }

    /** What was done to the ledger since a release, also where its own link is lost. */
    private Set<Link.Kind> since(Manifest.Ledger before) {
        Set<Link.Kind> done = EnumSet.noneOf(Link.Kind.class);
        boolean since = before.head().isEmpty();
        for (Chain.Sealed each : ledger.chain().links()) {
            if (since || each.link().lost().contains(before.head())) {
                done.add(each.link().kind());
            }
            since |= each.hash().equals(before.head());
        }
        return done;
    }

    /** Links that releases or the last check name and the chain has not. */
    public List<String> strangeHeads() {
        Chain chain = ledger.chain();
        return Stream.concat(
                        manifests().stream().map(m -> m.ledger().head()),
                        Stream.of(SeenFiles.read(seenFile).head()))
                .filter(head -> !head.isEmpty() && !chain.knows(head))
                .distinct()
                .toList();
    }

    /** How long the chain is, in Chinese. */
    public String summary() {
        Chain chain = ledger.chain();
        return "链 " + chain.links().size() + " 环，文件 " + chain.files().size() + " 个";
    }

    /** Whether runs lie there and neither they nor a release know of a chain. */
    public boolean isBeforeChain() {
        return !Chain.runs(ledger.folder()).isEmpty()
                && ledger.chain().links().isEmpty()
                && ledger.chain().breaks().isEmpty()
                && SeenFiles.read(seenFile).head().isEmpty()
                && manifests().stream().allMatch(m -> m.ledger().head().isEmpty());
    }

    private List<String> told(Chain chain, List<Damage> damages) {
        List<String> told = new ArrayList<>();
        cutOff(chain).ifPresent(told::add);
        damages.forEach(d -> told.add(d.file() + " " + d.problem() + holder(d)));
        return told;
    }

    /** A release, or the last check, that names a link which the chain has not: its end is missing, or was written anew. */
    private Optional<String> cutOff(Chain chain) {
        Optional<String> release = manifests().stream()
                .filter(m ->
                        !m.ledger().head().isEmpty() && !chain.knows(m.ledger().head()))
                .max(NEWEST)
                .map(m -> ended(chain, m.ledger().links()) + "与发布版 " + m.release() + " 所依据的第 "
                        + m.ledger().links() + " 环不符（其中的数值仍见该发布版）");
        String head = SeenFiles.read(seenFile).head();
        return release.isPresent() || head.isEmpty() || chain.knows(head)
                ? release
                : Optional.of(ended(chain, Integer.MAX_VALUE) + "上次检查时的最后一环已不在链上");
    }

    private static String ended(Chain chain, int number) {
        return chain.links().stream()
                .map(Chain.Sealed::link)
                .filter(link -> link.number() == number)
                .findFirst()
                .map(link -> link.index() + " 已被改动：")
                .orElse("台账的末尾被截去，现在止于第 "
                        + chain.head().map(h -> h.link().number()).orElse(0) + " 环：");
    }

    /** The newest release that was made of a link; of what lay there before the chain, the newest of all. */
    private String holder(Damage damage) {
        return manifests().stream()
                .filter(m -> damage.link() > 0 && (m.ledger().links() >= damage.link() || damage.link() == 1))
                .max(NEWEST)
                .map(m -> "（其中的数值仍见发布版 " + m.release() + "）")
                .orElse(damage.link() > 0 ? "（没有仍含其数值的发布版）" : "");
    }

    private List<Manifest> manifests() {
        return releases.ids().stream().flatMap(id -> manifest(id).stream()).toList();
    }

    /** One that cannot be read is another check's matter. */
    private Optional<Manifest> manifest(String id) {
        try {
            return Optional.of(releases.manifest(id));
        } catch (InvalidFileException e) {
            return Optional.empty();
        }
    }
}
