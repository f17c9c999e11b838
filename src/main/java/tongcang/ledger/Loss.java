package tongcang.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tongcang.ledger.chain.Chain;
import tongcang.ledger.chain.ChainCheck;
import tongcang.ledger.chain.Damage;
import tongcang.ledger.chain.Link;
import tongcang.ledger.chain.SeenFiles;

/** What to do where a ledger is damaged and nobody has a copy: whole runs are given up, and the chain says so. */
public final class Loss {
    private final Ledger ledger;
    private final Path away;
    private final Set<String> lost = new LinkedHashSet<>();
    private final Set<String> gone = new LinkedHashSet<>();
    private final List<String> aside = new ArrayList<>();

    /**
     * Prepares an admission.
     *
     * @param away folder that the damaged runs are moved to
     */
    public Loss(Ledger ledger, Path away) {
        this.ledger = ledger;
        this.away = away;
    }

    /**
     * Gives up every run of which a file is damaged. Their submissions are unknown from then on, so that those whose files
     * still lie in the tray are taken in again.
     *
     * @param heads links that a release names and the chain has not
     * @return the folders that were moved away; empty where nothing is damaged
     */
    public List<String> admit(String reason, List<String> heads, LocalDate day) throws IOException {
        lost.addAll(heads);
        for (List<Damage> damages = damages(); !damages.isEmpty(); damages = damages()) {
            int before = lost.size() + gone.size() + aside.size();
            for (Damage damage : damages) {
                giveUp(damage);
            }
            if (before == lost.size() + gone.size() + aside.size()) {
                throw new IllegalStateException("cannot be given up: " + damages);
            }
        }
        if (!lost.isEmpty() || !gone.isEmpty()) {
            ledger.admit(reason, List.copyOf(lost), List.copyOf(gone), day);
        }
        return List.copyOf(aside);
    }

    /** What is wrong beyond what is given up already. */
    private List<Damage> damages() {
        Chain chain = Chain.read(ledger.folder(), lost, gone);
        return new ChainCheck(ledger.folder(), chain).check(SeenFiles.NONE).damages();
    }

    private void giveUp(Damage damage) throws IOException {
        Chain chain = ledger.chain();
        String run = damage.file().replaceFirst("/.*", "");
        chain.links().stream()
                .map(Chain.Sealed::link)
                .filter(l -> l.index().startsWith(run + "/"))
                .findFirst()
                .ifPresentOrElse(link -> lose(chain, link), () -> gone.addAll(filesOf(chain, run)));
        lost.addAll(unfound(chain));
        if (Backup.moveAway(ledger.folder(), run, away)) {
            aside.add(run);
        }
    }

    /** The hash of a link as the next one has it, and as it is now. */
    private void lose(Chain chain, Link link) {
        chain.links().stream().filter(s -> s.link().equals(link)).forEach(s -> lost.add(s.hash()));
        chain.links().stream()
                .filter(s -> s.link().number() == link.number() + 1)
                .forEach(s -> lost.add(s.link().previous()));
    }

    private static List<String> filesOf(Chain chain, String run) {
        return chain.files().keySet().stream()
                .filter(f -> f.startsWith(run + "/"))
                .toList();
    }

    /** What links are to follow and the chain has not. */
    private static Set<String> unfound(Chain chain) {
        return chain.links().stream()
                .map(s -> s.link().previous())
                .filter(previous -> !previous.isEmpty() && !chain.knows(previous))
                .collect(Collectors.toSet());
    }
}
