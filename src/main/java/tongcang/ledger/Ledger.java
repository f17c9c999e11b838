package tongcang.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tongcang.InvalidFileException;

/**
 * What sources said, in their words and places: Parquet part files, one folder a run, only ever added to. Everything
 * behind it can be built again from it.
 *
 * <pre>
 * ledger/run=RUN/submission-00000.parquet figure-00000.parquet finding-00000.parquet ... submissions.txt
 * </pre>
 */
public final class Ledger {
    private static final String INDEX = "submissions.txt";

    private final Path folder;

    public Ledger(Path folder) {
        this.folder = folder;
    }

    /** Where it lies. */
    public Path folder() {
        return folder;
    }

    /**
     * The ids of all submissions it holds. Reads one small text file a run, no Parquet.
     *
     * @throws InvalidFileException where a folder is no run of it, such as a copy
     */
    public Set<String> submissionIds() {
        Set<String> ids = new HashSet<>();
        for (Path run : runs()) {
            for (String id : index(run)) {
                if (!ids.add(id)) {
                    throw damaged(run, "submission " + id + " stands in another run too; expected each once");
                }
            }
        }
        return ids;
    }

    private static List<String> index(Path run) {
        try {
            return Files.readAllLines(run.resolve(INDEX));
        } catch (IOException e) {
            throw damaged(run, "no readable " + INDEX + "; expected the folder as a run wrote it");
        }
    }

    private static InvalidFileException damaged(Path run, String what) {
        return new InvalidFileException(run.toString(), 0, what + "; what is no run of this ledger lies elsewhere");
    }

    /** The names of its runs, in order of their names. */
    public List<String> runNames() {
        return runs().stream()
                .map(r -> r.getFileName().toString().substring("run=".length()))
                .toList();
    }

    /** Whether a part was already written whole into a run's work folder. */
    public static boolean hasPart(Path work, int part) {
        return Files.exists(file(work, Tables.SUBMISSION, part));
    }

    /** Writes a part into a run's work folder, replacing an older one. The submissions come last: they seal the part. */
    public static void writePart(Path work, int part, List<? extends ReadSubmission> items) throws IOException {
        Files.createDirectories(work);
        List<Tables.FigureRow> figures = new ArrayList<>();
        List<Tables.FindingRow> findings = new ArrayList<>();
        for (ReadSubmission item : items) {
            String id = item.submission().id();
            IntStream.range(0, item.reading().figures().size())
                    .forEach(i -> figures.add(new Tables.FigureRow(
                            id, i + 1, item.reading().figures().get(i))));
            IntStream.range(0, item.reading().findings().size())
                    .forEach(i -> findings.add(new Tables.FindingRow(
                            id, i + 1, item.reading().findings().get(i))));
        }
        Tables.FIGURE.write(file(work, Tables.FIGURE, part), figures);
        Tables.FINDING.write(file(work, Tables.FINDING, part), findings);
        Tables.SUBMISSION.write(file(work, Tables.SUBMISSION, part), List.copyOf(items));
    }

    /** Takes a finished work folder in, by one rename. Done again it does nothing. */
    public void append(String run, Path work, List<String> submissionIds) throws IOException {
        Path target = folder.resolve("run=" + run);
        if (Files.exists(target)) {
            return;
        }
        requireNew(submissionIds);
        Path index = work.resolve(INDEX);
        Files.write(index, submissionIds);
        try (FileChannel written = FileChannel.open(index, StandardOpenOption.WRITE)) {
            written.force(true);
        }
        force(work);
        Files.createDirectories(folder);
        Files.move(work, target, StandardCopyOption.ATOMIC_MOVE);
        force(folder);
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

    /** A folder's entries are on the disk only when the folder itself is forced; Windows knows no such thing. */
    private static void force(Path directory) throws IOException {
        if (directory.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static Path file(Path work, Table<?> table, int part) {
        return work.resolve(String.format(Locale.ROOT, "%s-%05d.parquet", table.name(), part));
    }

    private List<Path> runs() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> runs = Files.list(folder)) {
            List<Path> all = runs.filter(r -> r.getFileName().toString().startsWith("run="))
                    .sorted()
                    .toList();
            for (Path run : all) {
                if (!run.getFileName().toString().matches("run=[0-9a-z]+")) {
                    throw damaged(run, "the name is not that of a run");
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
