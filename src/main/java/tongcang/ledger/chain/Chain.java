package tongcang.ledger.chain;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tongcang.support.Sha256;

/**
 * The links of a ledger in their order.
 *
 * @param links by number
 * @param lost hashes of links that are admitted to be lost
 * @param gone files that are
 * @param breaks what is wrong with the links themselves; the files that they name were not looked at
 */
public record Chain(List<Sealed> links, Set<String> lost, Set<String> gone, List<Damage> breaks) {

    /** A link with the SHA-256 of its index. */
    public record Sealed(Link link, String hash) {}

    /** A file as the chain has it, with the number of the link that said so last. */
    public record Stated(Link.Part part, int link) {}

    private static final int SHOWN = 12;

    public Chain {
        links = List.copyOf(links);
        lost = Set.copyOf(lost);
        gone = Set.copyOf(gone);
        breaks = List.copyOf(breaks);
    }

    /** Reads all indexes below a ledger's folder; what is wrong with them is among the breaks. */
    public static Chain read(Path ledger) {
        return read(ledger, Set.of(), Set.of());
    }

    /** The same, where more is admitted to be lost than the links themselves say. */
    public static Chain read(Path ledger, Set<String> moreLost, Set<String> moreGone) {
        List<Sealed> links = new ArrayList<>();
        List<Damage> breaks = new ArrayList<>();
        for (Path run : runs(ledger)) {
            Path index = run.resolve(Link.INDEX);
            if (Files.exists(index)) {
                read(index, links, breaks);
            }
        }
        links.sort(Comparator.comparing((Sealed s) -> s.link().number())
                .thenComparing(s -> s.link().run()));
        Set<String> lost = new HashSet<>(moreLost);
        Set<String> gone = new HashSet<>(moreGone);
        for (Sealed each : links) {
            lost.addAll(each.link().lost());
            gone.addAll(each.link().gone());
        }
        breaks.addAll(breaks(links, lost));
        return new Chain(links, lost, gone, breaks);
    }

    /** The folders of a ledger's runs, by name. */
    public static List<Path> runs(Path ledger) {
        if (!Files.isDirectory(ledger)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(ledger)) {
            return all.filter(f -> f.getFileName().toString().startsWith("run="))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(Path index, List<Sealed> links, List<Damage> breaks) {
        String folder = Objects.requireNonNull(index.getParent()).getFileName().toString();
        String name = folder + "/" + Link.INDEX;
        try {
            byte[] bytes = Files.readAllBytes(index);
            @Nullable Link link = Link.read(bytes);
            if (link == null || !folder.equals("run=" + link.run())) {
                breaks.add(new Damage(name, 0, "不是这个目录的索引，或已损坏；应与写入时一致"));
            } else if (link.format() > Link.FORMAT) {
                breaks.add(new Damage(
                        name, link.number(), "由更新的程序写成（格式 " + link.format() + "）；本程序只认到 " + Link.FORMAT + "，请用新程序"));
            } else {
                links.add(new Sealed(link, Sha256.of(bytes)));
            }
        } catch (IOException e) {
            breaks.add(new Damage(name, 0, "无法读取（" + e.getClass().getSimpleName() + "）"));
        }
    }

    private static List<Damage> breaks(List<Sealed> links, Set<String> lost) {
        List<Damage> breaks = new ArrayList<>();
        @Nullable Sealed before = null;
        for (Sealed next : links) {
            Link link = next.link();
            boolean follows = before == null
                    ? link.number() == 1 && link.previous().isEmpty()
                    : link.number() > before.link().number() && link.previous().equals(before.hash());
            if (!follows
                    && !(lost.contains(link.previous())
                            && (before == null || link.number() > before.link().number()))) {
                breaks.add(gap(before, link));
            }
            before = next;
        }
        return breaks;
    }

    private static Damage gap(@Nullable Sealed before, Link link) {
        int number = before == null ? 0 : before.link().number();
        String found = "；" + link.index() + " 所接的索引应为 SHA-256 " + shown(link.previous());
        if (before != null && link.number() == number) {
            return new Damage(
                    link.index(),
                    number,
                    "链上第 " + number + " 环有两个，另一个是 " + before.link().index() + "；应只有一个，多出的是插入的");
        }
        if (before != null && link.number() == number + 1) {
            return new Damage(before.link().index(), number, "已被改动" + found + "，实为 " + shown(before.hash()));
        }
        String which =
                link.number() == number + 2 ? "第 " + (number + 1) : "第 " + (number + 1) + " 至 " + (link.number() - 1);
        return number + 1 == link.number()
                ? new Damage(link.index(), link.number(), "不是链的第一环" + found)
                : new Damage("run=?/" + Link.INDEX, number + 1, "链上" + which + " 环的运行目录不见了" + found);
    }

    /** A hash as an operator reads it. */
    static String shown(String hash) {
        return hash.length() > SHOWN ? hash.substring(0, SHOWN) + "…" : hash.isEmpty() ? "（无）" : hash;
    }

    /** The last link; empty where there is none. */
    public Optional<Sealed> head() {
        return links.isEmpty() ? Optional.empty() : Optional.of(links.get(links.size() - 1));
    }

    /** Whether a hash is that of one of its links, or of one that is admitted to be lost. */
    public boolean knows(String hash) {
        return links.stream().anyMatch(s -> s.hash().equals(hash)) || lost.contains(hash);
    }

    /** The submissions that were taken out. */
    public Set<String> withdrawn() {
        return links.stream().flatMap(s -> s.link().withdrawn().stream()).collect(Collectors.toSet());
    }

    /** The files that should be there, by name, as the last link that names each has them. */
    public Map<String, Stated> files() {
        Map<String, Stated> files = new LinkedHashMap<>();
        Set<String> gone = new HashSet<>();
        for (Sealed each : links) {
            each.link()
                    .parts()
                    .forEach(p -> files.put(p.file(), new Stated(p, each.link().number())));
            gone.addAll(each.link().gone());
        }
        files.keySet().removeAll(gone);
        return files;
    }

    /** The link that what comes next is added behind. */
    public Link next(String run, Link.Kind kind, LocalDate day, String reason) {
        Optional<Sealed> head = head();
        return new Link(
                Link.FORMAT,
                head.map(h -> h.link().number()).orElse(0) + 1,
                run,
                kind,
                head.map(h -> h.link().day()).filter(d -> d.isAfter(day)).orElse(day),
                head.map(Sealed::hash).orElse(""),
                reason,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
