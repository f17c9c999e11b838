package tongcang.ledger.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tongcang.support.Sha256;

/** Compares the files of a ledger with what its chain says of them; changes nothing. */
public final class ChainCheck {
    /** What the desktop leaves in a folder that somebody looked into. */
    private static final Set<String> LITTER = Set.of("Thumbs.db", "desktop.ini");

    private final Path ledger;
    private final Chain chain;

    /**
     * What a check found.
     *
     * @param damages all that is wrong; empty where the ledger is what was written
     * @param seen the sound files, for the next check
     */
    public record Result(List<Damage> damages, SeenFiles seen) {
        public Result {
            damages = List.copyOf(damages);
        }
    }

    /** Prepares a check. */
    public ChainCheck(Path ledger, Chain chain) {
        this.ledger = ledger;
        this.chain = chain;
    }

    /**
     * Looks at every file. One that is unchanged since {@code seen} is not hashed again.
     *
     * @param seen by an earlier check; {@link SeenFiles#NONE} to hash all
     */
    public Result check(SeenFiles seen) {
        Map<String, Chain.Stated> files = chain.files();
        Set<String> sound = ConcurrentHashMap.newKeySet();
        List<Damage> damages = new ArrayList<>(chain.breaks());
        damages.addAll(files.values().parallelStream()
                .flatMap(stated -> damage(stated, seen, sound).stream())
                .sorted(Comparator.comparing(Damage::file))
                .toList());
        damages.addAll(inserted(files.keySet()));
        Instant full = seen.full().equals(Instant.EPOCH) ? Instant.now() : seen.full();
        return new Result(
                damages,
                new SeenFiles(full, chain.head().map(Chain.Sealed::hash).orElse(""), sound));
    }

    private Optional<Damage> damage(Chain.Stated stated, SeenFiles seen, Set<String> sound) {
        Link.Part part = stated.part();
        Path file = ledger.resolve(part.file());
        try {
            if (!Files.isRegularFile(file)) {
                return Optional.of(new Damage(part.file(), stated.link(), "不见了；应有 " + part.rows() + " 行"));
            }
            long size = Files.size(file);
            if (size != part.bytes()) {
                return Optional.of(
                        new Damage(part.file(), stated.link(), "大小为 " + size + " 字节；应为 " + part.bytes() + " 字节"));
            }
            String stamp = SeenFiles.stamp(file, part);
            String hash = seen.stamps().contains(stamp) ? part.sha256() : Sha256.of(file);
            if (hash.equals(part.sha256())) {
                sound.add(stamp);
                return Optional.empty();
            }
            return Optional.of(new Damage(
                    part.file(),
                    stated.link(),
                    "内容已被改动：SHA-256 为 " + Chain.shown(hash) + "，应为 " + Chain.shown(part.sha256())));
        } catch (IOException e) {
            return Optional.of(new Damage(
                    part.file(), stated.link(), "无法读取（" + e.getClass().getSimpleName() + "）；应可读"));
        }
    }

    /** What lies there and is not of the chain; a folder whose index is broken is told by that alone. */
    private List<Damage> inserted(Set<String> files) {
        Set<String> known = new HashSet<>(files);
        chain.links().forEach(s -> known.add(s.link().index()));
        Set<String> folders = known.stream().map(ChainCheck::folder).collect(Collectors.toSet());
        List<Damage> inserted = new ArrayList<>();
        List<String> present = new ArrayList<>(present());
        Chain.runs(ledger).forEach(run -> present.add(run.getFileName() + "/"));
        for (String file : present) {
            if (!folders.contains(folder(file))) {
                inserted.add(new Damage(folder(file), 0, "不是链上的运行，是插入或复制进来的；应移出台账"));
            } else if (!file.endsWith("/") && !known.contains(file)) {
                inserted.add(new Damage(file, 0, "链上没有这个文件，是插入的；应移出台账"));
            }
        }
        Set<String> broken = chain.breaks().stream().map(d -> folder(d.file())).collect(Collectors.toSet());
        return inserted.stream()
                .filter(d -> !broken.contains(folder(d.file())))
                .distinct()
                .toList();
    }

    private static String folder(String file) {
        return file.contains("/") ? file.substring(0, file.indexOf('/')) : file;
    }

    private List<String> present() {
        if (!Files.isDirectory(ledger)) {
            return List.of();
        }
        try (Stream<Path> all = Files.find(ledger, Integer.MAX_VALUE, ChainCheck::isMeant)) {
            return all.map(f -> ledger.relativize(f).toString().replace('\\', '/'))
                    .filter(file -> !file.startsWith(".")) // what a killed act had begun to lay down
                    .filter(file -> !file.startsWith("sources/")) // a backup keeps them beside the runs
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isMeant(Path file, BasicFileAttributes attributes) {
        String name = file.getFileName().toString();
        return !attributes.isDirectory() && !name.startsWith(".") && !LITTER.contains(name);
    }
}
