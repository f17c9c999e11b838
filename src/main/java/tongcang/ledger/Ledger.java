package tongcang.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import tongcang.ledger.chain.Chain;
import tongcang.ledger.chain.DamagedLedgerException;
import tongcang.ledger.chain.Link;

/**
 * What sources said, in their words and places: Parquet part files, one folder a run, only ever added to. Everything
 * behind it can be built again from it. Its runs are a {@link Chain}, so that nobody changes or takes away one unseen.
 *
 * <pre>
 * ledger/run=RUN/submission-00000.parquet sheet-00000.parquet figure-00000.parquet finding-00000.parquet ... submissions.txt index.json
 * </pre>
 *
 * A run that has read submissions again lists them in {@code rereads.txt}; its reading is the one that counts from then on, the
 * ones before stay. What it could not read again is listed in {@code kept.txt}.
 */
public final class Ledger {
    private static final String SUBMISSIONS = "submissions.txt";

    /** Lists what a run has read again. */
    static final String REREADS = "rereads.txt";

    /** Lists what a run could not read again. */
    static final String KEPT = "kept.txt";

    private static final String ORIGIN = "origin";

    private final Path folder;

    public Ledger(Path folder) {
        this.folder = folder;
    }

    /** Where it lies. */
    public Path folder() {
        return folder;
    }

    /** Its links, read afresh. */
    public Chain chain() {
        return Chain.read(folder);
    }

    /** Which readings of its submissions count, read afresh. */
    public Generations generations() {
        return Generations.of(folder, chain());
    }

    /**
     * The ids of all submissions that it took in, also of those that were withdrawn. One whose first reading is lost is
     * there by a later one. Reads small text files, no Parquet.
     *
     * @throws DamagedLedgerException where a run has no list of them, or two have the same
     */
    public Set<String> submissionIds() {
        Set<String> ids = new HashSet<>();
        for (Path run : Chain.runs(folder)) {
            for (String id : submissions(run)) {
                if (!ids.add(id)) {
                    throw new DamagedLedgerException(run.getFileName() + "：报送件 " + id + " 在另一个运行中已有；应只有一次");
                }
            }
        }
        Chain.runs(folder).forEach(run -> ids.addAll(listed(run, REREADS)));
        return ids;
    }

    /** The ids that a run took in; a run without a link must have a list of them. */
    static List<String> submissions(Path run) {
        return Files.exists(run.resolve(Link.INDEX)) ? listed(run, SUBMISSIONS) : lines(run.resolve(SUBMISSIONS));
    }

    /** The ids in a list of a run; none where it has no such list. */
    static List<String> listed(Path run, String list) {
        return Files.exists(run.resolve(list)) ? lines(run.resolve(list)) : List.of();
    }

    private static List<String> lines(Path list) {
        try {
            return Files.readAllLines(list);
        } catch (IOException e) {
            Path run = Objects.requireNonNull(list.getParent()).getFileName();
            throw new DamagedLedgerException(run + "/" + list.getFileName() + "：无法读取，应与写入时一致");
        }
    }

    /** Whether a run was taken in. */
    public boolean hasRun(String run) {
        return Files.exists(folder.resolve("run=" + run));
    }

    /** Whether a part was already written whole into a run's work folder. */
    public static boolean hasPart(Path work, int part) {
        return Files.exists(file(work, Tables.SUBMISSION, part));
    }

    /** Begins a part in a run's work folder. */
    public static PartWriter part(Path work, int part) throws IOException {
        return new PartWriter(work, part);
    }

    /**
     * Takes a finished work folder in, by one rename. Done again it does nothing.
     *
     * @param day of the run
     */
    public void append(String run, Path work, RunContent content, LocalDate day) throws IOException {
        if (hasRun(run)) {
            return;
        }
        requireNew(content.submissions());
        boolean again = !content.rereads().isEmpty() || !content.kept().isEmpty();
        Files.write(work.resolve(SUBMISSIONS), content.submissions());
        if (again) {
            Files.write(work.resolve(REREADS), content.rereads());
            Files.write(work.resolve(KEPT), content.kept());
        }
        Link link = chain().next(run, again ? Link.Kind.REREAD : Link.Kind.INTAKE, day, "");
        seal(work, link.with(Inventory.of(work, "run=" + run)).readBy(content.reader()));
    }

    /** An id that stands in it twice would stop every later run. */
    private void requireNew(List<String> ids) {
        Set<String> held = submissionIds();
        for (String id : ids) {
            if (!held.add(id)) {
                throw new IllegalStateException("submission " + id + " is there already; expected each once");
            }
        }
    }

    /**
     * Makes what lies there a chain, where a program wrote it that knew none: by a first link that names all its files.
     *
     * @throws DamagedLedgerException if a run of it is not whole
     */
    public void enter(LocalDate day) throws IOException {
        List<Link.Part> parts = new ArrayList<>();
        for (Path run : Chain.runs(folder)) {
            List<Link.Part> files = Inventory.of(run, run.getFileName().toString());
            requireWhole(run, files);
            parts.addAll(files);
        }
        Path work = Files.createDirectories(folder.resolve(".origin"));
        seal(work, chain().next(ORIGIN, Link.Kind.ORIGIN, day, "").with(parts));
    }

    private static void requireWhole(Path run, List<Link.Part> files) {
        long rows = files.stream()
                .filter(p -> p.file().contains("/" + Tables.SUBMISSION.name() + "-"))
                .mapToLong(Link.Part::rows)
                .sum();
        int listed = submissions(run).size();
        if (rows != listed) {
            throw new DamagedLedgerException(
                    run.getFileName() + "：" + SUBMISSIONS + " 列有 " + listed + " 件，文件中有 " + rows + " 件；应相等");
        }
    }

    /**
     * Writes down that something is lost, and that the operator knows.
     *
     * @param lost hashes of links that the chain has no more
     * @param gone files of its links that are no more
     */
    public void admit(String reason, List<String> lost, List<String> gone, LocalDate day) throws IOException {
        Link link = chain().next("", Link.Kind.ADMISSION, day, reason).admitting(lost, gone);
        seal(Files.createDirectories(folder.resolve(".admission")), link.named());
    }

    /** Writes the index of a folder that is to be a link, and renames it. */
    void seal(Path work, Link link) throws IOException {
        link.write(work);
        for (String each : List.of(SUBMISSIONS, REREADS, KEPT, Link.INDEX)) {
            if (Files.exists(work.resolve(each))) {
                force(work.resolve(each));
            }
        }
        force(work);
        Files.createDirectories(folder);
        Files.move(work, folder.resolve("run=" + link.run()), StandardCopyOption.ATOMIC_MOVE);
        force(folder);
    }

    /** A folder's entries are on the disk only when the folder itself is forced; Windows knows no such thing. */
    private static void force(Path path) throws IOException {
        boolean directory = Files.isDirectory(path);
        if (!directory || path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel =
                    FileChannel.open(path, directory ? StandardOpenOption.READ : StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }
    }

    static Path file(Path work, Table<?> table, int part) {
        return work.resolve(String.format(Locale.ROOT, "%s-%05d.parquet", table.name(), part));
    }
}
