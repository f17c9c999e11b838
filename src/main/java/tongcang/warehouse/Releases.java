package tongcang.warehouse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tongcang.ColumnSum;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The published releases: {@code releases/ID/} each whole and never changed, and {@code CURRENT}, which names the one
 * that is shown. A reader of an older release is never disturbed.
 */
public final class Releases {
    private static final String DATABASE = "tongcang.duckdb";
    private static final String MANIFEST = "manifest.json";

    /** Reads a Parquet file by a road of its own, to compare with what the database says. */
    public interface SecondReader {
        /** What each column of the file holds. */
        Map<String, ColumnSum> sums(Path file) throws IOException;
    }

    private final Path folder;
    private final Path current;
    private final Path warehouse;
    private final JsonMapper json =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** The releases of a warehouse folder. */
    public Releases(Path warehouse) {
        this.warehouse = warehouse;
        this.folder = warehouse.resolve("releases");
        this.current = warehouse.resolve("CURRENT");
    }

    /** The id of the release that is shown; empty before the first. */
    public Optional<String> current() {
        try {
            return Files.exists(current) ? Optional.of(Files.readString(current).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The DuckDB file of a release. */
    public Path database(String id) {
        return folder.resolve(id).resolve(DATABASE);
    }

    /** The folder of a release. */
    public Path folder(String id) {
        return folder.resolve(id);
    }

    /** The ids of all releases, oldest first. */
    public List<String> ids() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(f -> Files.exists(f.resolve(MANIFEST)))
                    .map(f -> f.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a release says of itself. */
    public Manifest manifest(String id) {
        return json.readValue(folder.resolve(id).resolve(MANIFEST).toFile(), Manifest.class);
    }

    /**
     * Publishes a built file: Parquet beside it, read back by {@code secondReader} and compared, a manifest, and last of
     * all {@code CURRENT}. Killed anywhere it leaves the release before as it was.
     *
     * @param draft the manifest without created and files
     * @throws IllegalStateException if the second reader disagrees; nothing is published then
     */
    public void publish(Path built, Manifest draft, Settings settings, SecondReader secondReader) throws IOException {
        Path unfinished = folder.resolve("." + draft.release());
        delete(unfinished);
        Files.createDirectories(unfinished.resolve("parquet"));
        List<Manifest.DataFile> files = export(built, unfinished, settings, secondReader);
        Files.move(built, unfinished.resolve(DATABASE), StandardCopyOption.ATOMIC_MOVE);
        Manifest manifest = new Manifest(
                draft.release(),
                Instant.now().toString(),
                draft.fingerprint(),
                draft.codeVersion(),
                draft.seedsHash(),
                draft.submissions(),
                files);
        Files.writeString(unfinished.resolve(MANIFEST), json.writeValueAsString(manifest) + "\n");
        Disk.forceAll(unfinished);
        Path target = folder.resolve(draft.release());
        if (Files.exists(target)) {
            delete(target);
        }
        Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
        Disk.force(folder);
        use(draft.release());
    }

    /**
     * Shows another release, or an older one again.
     *
     * @throws IllegalArgumentException if there is none of that id
     */
    public void use(String id) throws IOException {
        if (!ids().contains(id)) {
            throw new IllegalArgumentException("no release '" + id + "'; there are: " + String.join(", ", ids()));
        }
        Path next = current.resolveSibling("CURRENT.tmp");
        Files.writeString(next, id + "\n", StandardCharsets.UTF_8);
        Disk.force(next);
        Files.move(next, current, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Disk.force(warehouse);
    }

    /**
     * Compares every file of a release with its manifest.
     *
     * @return what is wrong, one line each; empty where all is well
     */
    public List<String> verify(String id, SecondReader secondReader) throws IOException {
        List<String> wrong = new ArrayList<>();
        for (Manifest.DataFile file : manifest(id).files()) {
            Path path = folder.resolve(id).resolve(file.name());
            if (!Files.exists(path)) {
                wrong.add(file.name() + ": missing");
            } else if (!Disk.sha256(path).equals(file.sha256())) {
                wrong.add(file.name() + ": its bytes are not those of the manifest");
            } else if (!texts(secondReader.sums(path)).equals(file.columns())) {
                wrong.add(file.name() + ": its columns do not add up to those of the manifest");
            }
        }
        return wrong;
    }

    /** Deletes the oldest releases beyond {@code keep}; never the current one, never one younger than {@code since}. */
    public List<String> prune(int keep, Instant since) throws IOException {
        List<String> byAge = ids().stream()
                .sorted(java.util.Comparator.comparing(id -> manifest(id).created()))
                .toList();
        List<String> pruned = new ArrayList<>();
        for (String id : byAge.subList(0, Math.max(0, byAge.size() - keep))) {
            boolean old = Instant.parse(manifest(id).created()).isBefore(since);
            if (old && !current().equals(Optional.of(id))) {
                delete(folder.resolve(id));
                pruned.add(id);
            }
        }
        return pruned;
    }

    private List<Manifest.DataFile> export(Path built, Path unfinished, Settings settings, SecondReader second)
            throws IOException {
        List<Manifest.DataFile> files = new ArrayList<>();
        try (Duck duck = Duck.writing(built, settings)) {
            ParquetExport export = new ParquetExport(duck);
            for (String relation : ParquetExport.RELATIONS.keySet()) {
                String name = "parquet/" + relation + ".parquet";
                Path file = unfinished.resolve(name);
                export.write(relation, file);
                Map<String, ColumnSum> sums = export.sums(relation);
                compare(name, sums, second.sums(file));
                files.add(new Manifest.DataFile(
                        name, relation, export.rows(relation), Files.size(file), Disk.sha256(file), texts(sums)));
            }
            Files.writeString(unfinished.resolve("data-dictionary.md"), DataDictionary.markdown(duck));
            duck.run("CHECKPOINT");
        }
        return files;
    }

    private static void compare(String name, Map<String, ColumnSum> database, Map<String, ColumnSum> file) {
        for (Map.Entry<String, ColumnSum> column : database.entrySet()) {
            @Nullable ColumnSum read = file.get(column.getKey());
            if (read == null || !read.matches(column.getValue())) {
                throw new IllegalStateException(name + ", column " + column.getKey() + ": the database holds "
                        + column.getValue() + ", the file " + read + "; the release before stays current");
            }
        }
    }

    private static Map<String, List<String>> texts(Map<String, ColumnSum> sums) {
        Map<String, List<String>> texts = new TreeMap<>();
        sums.forEach((column, sum) -> texts.put(
                column,
                List.of(
                        Long.toString(sum.filled()),
                        sum.sum().signum() == 0
                                ? "0"
                                : sum.sum().stripTrailingZeros().toPlainString())));
        return texts;
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException e) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
