package tongcang.warehouse.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tongcang.InvalidFileException;
import tongcang.support.ColumnSum;
import tongcang.warehouse.database.Settings;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The published releases: {@code releases/ID/} each whole and never changed, and {@code CURRENT}, which names the one
 * that is shown. A reader of an older release is never disturbed.
 */
public final class Releases {
    static final String DATABASE = "tongcang.duckdb";
    private static final long SPLIT_ABOVE = 2_000_000;

    /** Reads a Parquet file by a road of its own, to compare with what the database says. */
    public interface SecondReader {
        /** What each column of the file holds. */
        Map<String, ColumnSum> sums(Path file) throws IOException;
    }

    private final ReleaseFolders folders;
    private final CurrentPointer pointer;
    private final ReleaseBook book;
    private final long splitAbove;
    /** An older program left out what it did not know. */
    private final JsonMapper json = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    /** The releases of a warehouse folder. */
    public Releases(Path warehouse) {
        this(warehouse, SPLIT_ABOVE);
    }

    /** The same, with relations of more than {@code splitAbove} rows split by year. */
    public Releases(Path warehouse, long splitAbove) {
        this.folders = new ReleaseFolders(warehouse.resolve("releases"));
        this.pointer = new CurrentPointer(warehouse);
        this.book = new ReleaseBook(warehouse.resolve("state").resolve("released.txt"));
        this.splitAbove = splitAbove;
    }

    /** The id of the release that is shown; empty before the first. */
    public Optional<String> current() {
        return pointer.read();
    }

    /** The DuckDB file of a release. */
    public Path database(String id) {
        return folder(id).resolve(DATABASE);
    }

    /** The folder of a release. */
    public Path folder(String id) {
        return folders.of(id);
    }

    /** The ids of all releases, by name: oldest day first. */
    public List<String> ids() {
        return folders.ids();
    }

    /**
     * What a release says of itself.
     *
     * @throws InvalidFileException if its manifest is garbled
     */
    public Manifest manifest(String id) {
        Path file = manifestFile(id);
        try {
            return json.readValue(file.toFile(), Manifest.class);
        } catch (JacksonException e) {
            throw new InvalidFileException(
                    file.toString(), 0, "is garbled; restore it, or delete the folder of the release and run again");
        }
    }

    /**
     * Publishes a built file: Parquet and SDMX-CSV beside it, the Parquet read back by {@code secondReader} and compared,
     * a manifest, and last of all {@code CURRENT}. Its files can be read only. Killed anywhere it leaves the release before as it was.
     *
     * @param draft the manifest without created and files
     * @param key the private key that signs the manifest, if there is one
     * @throws IllegalStateException if the second reader disagrees; nothing is published then
     */
    public void publish(Path built, Manifest draft, Settings settings, SecondReader secondReader, Optional<Path> key)
            throws IOException {
        Path unfinished = folders.begin(draft.release());
        Optional<ReleaseWriter.Earlier> earlier = earlier(
                        draft.codeVersion(), draft.seedsHash(), key.map(Signature::publicKey))
                // what the ledger alone gave shares no file with what nights have added
                .filter(m -> m.fullBuild().equals(draft.fullBuild()))
                .map(m -> new ReleaseWriter.Earlier(folder(m.release()), m));
        List<Manifest.DataFile> files = new ReleaseWriter(unfinished, earlier, secondReader, json, splitAbove)
                .write(draft.release(), built, settings);
        Manifest manifest = draft.published(Instant.now(), files);
        Path told = Files.writeString(
                unfinished.resolve(ReleaseFolders.MANIFEST), json.writeValueAsString(manifest) + "\n");
        if (key.isPresent()) {
            Signature.sign(told, key.get());
        }
        folders.finish(draft.release());
        book.enter(draft.release(), manifestFile(draft.release()));
        use(draft.release());
    }

    /** The same, not signed. */
    public void publish(Path built, Manifest draft, Settings settings, SecondReader secondReader) throws IOException {
        publish(built, draft, settings, secondReader, Optional.empty());
    }

    private Path manifestFile(String id) {
        return folder(id).resolve(ReleaseFolders.MANIFEST);
    }

    /**
     * The database of the last release, which a build may go on from: the same program made it with the same seeds, its
     * manifest is the one in the book, and its bytes are still those that were written.
     *
     * @param publicKey of the one who signs, if there is one: only what he signed is gone on from
     */
    public Optional<Path> soundDatabase(String codeVersion, String seedsHash, Optional<Path> publicKey) {
        return earlier(codeVersion, seedsHash, publicKey)
                .filter(m -> m.files().stream()
                        .anyMatch(f -> f.name().equals(DATABASE) && Disk.isSame(database(m.release()), f.sha256())))
                .map(m -> database(m.release()));
    }

    /** A key that cannot be read proves nothing. */
    private boolean isSigned(Manifest manifest, Path publicKey) {
        try {
            return Signature.isSigned(manifestFile(manifest.release()), publicKey);
        } catch (IOException e) {
            return false;
        }
    }

    /** The same, where nobody signs. */
    public Optional<Path> soundDatabase(String codeVersion, String seedsHash) {
        return soundDatabase(codeVersion, seedsHash, Optional.empty());
    }

    private Optional<Manifest> earlier(String codeVersion, String seedsHash, Optional<Path> publicKey) {
        return newest().filter(m ->
                        m.codeVersion().equals(codeVersion) && m.seedsHash().equals(seedsHash))
                .filter(m -> publicKey.map(key -> isSigned(m, key)).orElse(true))
                .filter(m -> book.isGenuine(m.release(), manifestFile(m.release())));
    }

    /** What a release says of itself; empty where its manifest is garbled. */
    public Optional<Manifest> readable(String id) {
        try {
            return Optional.of(manifest(id)).filter(m -> m.release().equals(id) && isInstant(m.created()));
        } catch (InvalidFileException e) {
            return Optional.empty();
        }
    }

    private static boolean isInstant(String text) {
        try {
            return !Instant.parse(text).equals(Instant.MIN);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** The ids of releases whose manifest is garbled: nothing goes on from them, and they are not deleted by themselves. */
    public List<String> garbled() {
        return ids().stream().filter(id -> readable(id).isEmpty()).toList();
    }

    /** Notes that a release holds other than what the ledger gives: it was altered after it was published. */
    public void disown(String id) throws IOException {
        book.disown(id);
    }

    /** The ids of readable releases that are not, or hold not, what was published. */
    public List<String> altered() {
        return ids().stream()
                .filter(id -> book.knows(id) && readable(id).isPresent() && !book.isGenuine(id, manifestFile(id)))
                .toList();
    }

    /** The release that was published last, whether it is the one that is shown or not. */
    public Optional<Manifest> newest() {
        return ids().stream()
                .flatMap(id -> readable(id).stream())
                .max(Comparator.comparing(m -> Instant.parse(m.created())));
    }

    /**
     * Shows another release, or an older one again.
     *
     * @throws IllegalArgumentException if there is none of that id
     */
    public void use(String id) throws IOException {
        requireRelease(id);
        pointer.point(id);
    }

    /**
     * Compares every file of a release with its manifest, and the manifest with the book and its signature.
     *
     * @param publicKey of the one who signs, if there is one
     * @return what is wrong, one line each; empty where all is well
     * @throws IllegalArgumentException if there is none of that id
     */
    public List<String> verify(String id, SecondReader secondReader, Optional<Path> publicKey) throws IOException {
        requireRelease(id);
        List<String> wrong = new ArrayList<>();
        Path told = manifestFile(id);
        boolean isEntered = book.knows(id) || !manifest(id).fullBuild().isEmpty();
        if (book.isDisowned(id)) {
            wrong.add("tongcang.duckdb: 观测值与台账不符，发布后被改动过");
        } else if (isEntered && !book.isGenuine(id, told)) {
            wrong.add("manifest.json: 与发布时登记的不符（state/released.txt），发布后被改动过");
        }
        if (publicKey.isPresent() && !Signature.isSigned(told, publicKey.get())) {
            wrong.add("manifest.json: 签名缺失或不符");
        }
        for (Manifest.DataFile file : manifest(id).files()) {
            Path path = folder(id).resolve(file.name());
            if (!Files.exists(path)) {
                wrong.add(file.name() + ": missing");
            } else if (!Disk.sha256(path).equals(file.sha256())) {
                wrong.add(file.name() + ": its bytes are not those of the manifest");
            } else if (file.name().endsWith(".parquet") && !addsUp(file, path, secondReader)) {
                wrong.add(file.name() + ": its columns do not add up to those of the manifest");
            }
        }
        return wrong;
    }

    /** A file with the right hash may still be none: then the manifest was forged, which is for {@link #verify} to tell. */
    private static boolean addsUp(Manifest.DataFile file, Path path, SecondReader secondReader) {
        try {
            return ReleaseWriter.texts(secondReader.sums(path)).equals(file.columns());
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** The same, where nobody signs. */
    public List<String> verify(String id, SecondReader secondReader) throws IOException {
        return verify(id, secondReader, Optional.empty());
    }

    /**
     * Deletes the oldest releases beyond {@code keep}; never the current one, never one younger than {@code since}. One
     * that cannot be deleted, since a reader on Windows holds it, stays for the next time.
     *
     * @return the ids of those that are gone
     */
    public List<String> prune(int keep, Instant since) {
        List<Manifest> byAge = ids().stream()
                .flatMap(id -> readable(id).stream())
                .sorted(Comparator.comparing(m -> Instant.parse(m.created())))
                .toList();
        List<String> pruned = new ArrayList<>();
        for (Manifest old : byAge.subList(0, Math.max(0, byAge.size() - keep))) {
            boolean young = !Instant.parse(old.created()).isBefore(since);
            if (!young && !current().equals(Optional.of(old.release())) && folders.isRemoved(old.release())) {
                pruned.add(old.release());
            }
        }
        return pruned;
    }

    private void requireRelease(String id) {
        if (!ids().contains(id)) {
            throw new IllegalArgumentException("no release '" + id + "'; there are: " + String.join(", ", ids()));
        }
    }
}
